import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultKinds } from '../domain/audit/fault.ts';
import { auditTexts } from './audit-texts.ts';
import { dispatch } from './dispatch.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overens-audit-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function overens(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

describe('overens audit', () => {
  it.each([
    [['verify', 'x']],
    [['export']],
    [['export', 'a', 'b']],
    [['verify-export']],
    [['verify-export', 'a', '--kye', 'b']],
    [['prove']],
    [['prove', 'x']],
    [['prove-growth', '1']],
    [['prove-growth', '1', 'x']],
  ])('exits with 2 and says how to write it after %j', async (args) => {
    const { code, err } = await overens('audit', ...args);
    expect({ code, usage: err.at(-1)?.startsWith(`Användning: overens audit ${args[0]}`) }).toEqual({ code: 2, usage: true });
  });

  it('exits with 1 and names the file when an export or a key is not there, or the key is none', async () => {
    expect(await overens('audit', 'verify-export', folder)).toMatchObject({ code: 1, err: [expect.stringContaining('public-key.pem')] });
    const file = join(folder, 'key.pem');
    await writeFile(file, 'no key');
    expect(await overens('audit', 'verify-export', folder, '--key', file)).toMatchObject({ code: 1, err: [auditTexts.keyFaulty(file)] });
  });

  it('has a sentence of its own for every fault', () => {
    const sentences = faultKinds.map((kind) => auditTexts.fault({ kind, from: 1, to: 1, events: ['e'], checkpoint: null }));
    expect(new Set(sentences).size).toBe(faultKinds.length);
    expect(sentences.every((sentence) => /^Plats 1: .{10,} \[e\]$/.test(sentence))).toBe(true);
  });

  it('says where a fault is: places, checkpoint, or outside', () => {
    const at = { kind: 'root', from: 6, to: 13, events: [], checkpoint: 14 } as const;
    expect(auditTexts.fault(at)).toMatch(/^Plats 6–13, kontrollpunkt 14: /);
    expect(auditTexts.fault({ ...at, from: null, to: null, checkpoint: null })).toMatch(/^Utanför förseglingen: /);
  });
});
