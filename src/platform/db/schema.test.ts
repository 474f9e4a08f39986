import { readFile } from 'node:fs/promises';
import { expect, inject, test } from 'vitest';
import '../../../tests/given/global-setup.ts';
import { dbTypesFile, generateDbTypes } from '../../../tests/given/db-types.ts';

test('the checked-in table types are those of the migrations (if not: node scripts/generate-db-types.ts)', async () => {
  const fresh = await generateDbTypes(inject('testServer'), inject('templateDatabase'));
  expect(await readFile(dbTypesFile, 'utf8')).toBe(fresh);
});
