import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const shared = resolve(import.meta.dirname, '../../../shared');

/** A build server that has the folder beside the project must have the documents in it: else what they prove would be skipped unseen. */
describe.runIf(process.env.CI && existsSync(shared))('the source documents', () => {
  test('are all five there, so that nothing that they prove is skipped', () => {
    const seeds = resolve(shared, 'seeds');
    expect(existsSync(seeds) ? readdirSync(seeds).filter((name) => /^00\d_.*\.txt$/.test(name)) : []).toHaveLength(5);
  });
});
