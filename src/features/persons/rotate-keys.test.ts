import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { Secret } from '../../platform/config/index.ts';
import { createKeyRing, newKey } from '../../platform/secrets/index.ts';
import { regionId } from '../organisations/index.ts';
import { rotateBatch, sealedColumns } from './rotate-keys.ts';
import { seedPerson } from './seed-person.ts';

const [first, second, hashKey] = [newKey(), newKey(), newKey()].map((key) => new Secret(key)) as [Secret, Secret, Secret];
const old = createKeyRing({ keys: [{ id: 'k1', key: first }], hashKey });
const both = createKeyRing({
  keys: [
    { id: 'k2', key: second },
    { id: 'k1', key: first },
  ],
  hashKey,
});
const fresh = createKeyRing({ keys: [{ id: 'k2', key: second }], hashKey });
const NOW = Temporal.Instant.from('2026-11-22T11:00:00Z');

test('everything encrypted comes under the current key, in batches that can be broken off, and is found as before', async () => {
  const database = await givenDatabase();
  const ids = Array.from({ length: 7 }, (_, n) => `0199d0a4-0000-7000-8000-00000000000${n}`);
  const person = { organisation: regionId('06'), name: 'Påhitt', number: undefined, protection: null, since: '2026-01-01', contacts: [] };
  await database.asOwner(async (tx) => {
    for (const id of ids) await seedPerson(tx, old, { ...person, id, address: `Gatan ${id}` }, NOW);
    await seedPerson(tx, old, { ...person, id: '0199d0a4-0000-7000-8000-0000000000aa', number: '198004179803', address: '' }, NOW);
  });
  const columns = Object.fromEntries(sealedColumns.map((column) => [column.column, column])) as Record<
    string,
    (typeof sealedColumns)[number]
  >;
  const addresses = columns.address_cipher;
  const numbers = columns.number_cipher;
  if (!addresses || !numbers) throw new Error('both columns are encrypted');

  // Broken off after the first batch, and begun anew.
  expect(await database.asOwner((tx) => rotateBatch(tx, both, addresses, { after: undefined, size: 3 }))).toMatchObject({
    seen: 3,
    changed: 3,
  });
  const again = await database.asOwner((tx) => rotateBatch(tx, both, addresses, { after: undefined, size: 100 }));
  expect(again).toMatchObject({ seen: 7, changed: 4 });
  expect(await database.asOwner((tx) => rotateBatch(tx, both, numbers, { after: undefined, size: 100 }))).toMatchObject({ changed: 1 });

  const { rows } = await database.asOwner((tx) =>
    sql<{
      person_id: string;
      address_cipher: Buffer;
    }>`select person_id, address_cipher from person_place where address_cipher is not null`.execute(tx),
  );
  expect(rows.map(({ person_id, address_cipher }) => fresh.decrypt(address_cipher, `person.address:${person_id}`)).sort()).toEqual(
    ids.map((id) => `Gatan ${id}`),
  );
  const found = await database.asOwner((tx) =>
    sql<{
      number_cipher: Buffer;
    }>`select number_cipher from person where number_hash = ${fresh.lookupHash('personnummer:198004179803')}`.execute(tx),
  );
  expect(found.rows.map(({ number_cipher }) => fresh.decrypt(number_cipher, 'person.number:0199d0a4-0000-7000-8000-0000000000aa'))).toEqual(
    ['198004179803'],
  );
});

test('no encrypted column is forgotten: the catalogue knows of none that is not rotated', async () => {
  const { rows } = await (await givenDatabase()).asOwner((tx) =>
    sql<{ column: string }>`select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and column_name like '%\\_cipher' order by 1`.execute(tx),
  );
  expect(rows.map(({ column }) => column)).toEqual(sealedColumns.map(({ table, column }) => `${table}.${column}`).sort());
});

test('what the ring has no key for is left as it was', async () => {
  const database = await givenDatabase();
  const [numbers] = sealedColumns;
  if (!numbers) throw new Error('numbers are encrypted');
  await expect(database.asOwner((tx) => rotateBatch(tx, old, numbers, { after: undefined, size: 10 }))).rejects.toThrow(
    'secret-key-unknown',
  );
});
