import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import type { Acting, Database } from './index.ts';
import { type AskedBy, sharedQuestion } from './shared-question.ts';
import type { Tx } from './transaction.ts';

const NOW = Temporal.Instant.from('2026-11-22T10:00:00Z');
const asSecret = (secret: string): Acting => ({ secret, now: NOW });

let database: Database;
beforeAll(async () => {
  database = await givenDatabase();
});

/** What was asked together, one list for each statement; and what was asked alone. */
const together: (readonly AskedBy<number>[])[] = [];
const alone: number[] = [];
beforeEach(() => {
  together.length = 0;
  alone.length = 0;
});

const square = sharedQuestion<number, number>({
  one: async (tx, of) => {
    alone.push(of);
    const { rows } = await sql<{ answer: number }>`select ${of}::int * ${of}::int as answer`.execute(tx);
    return rows[0]?.answer ?? 0;
  },
  all: async (tx, asked) => {
    together.push(asked);
    const { rows } = await sql<{ answer: number }>`select n * n as answer from unnest(${asked.map(({ of }) => of)}::int[]) as n`.execute(
      tx,
    );
    return rows.map(({ answer }) => answer);
  },
});

test('those who ask at the same time share a statement, which says on whose behalf each asks', async () => {
  const asked = [2, 3, 4];
  const answers = await Promise.all(asked.map((of) => database.transaction('read', (tx) => square(tx, of), asSecret(`0${of}`))));
  expect(answers).toEqual([4, 9, 16]);
  expect(alone).toEqual([]);
  expect(together.map((one) => one.map(({ secret, of, now }) => [secret, of, now.toString()]))).toEqual([
    asked.map((of) => [`0${of}`, of, NOW.toString()]),
  ]);
});

test('many more may ask at a time than there are connections', async () => {
  const asked = Array.from({ length: 150 }, (_, nth) => nth);
  const answers = await Promise.all(asked.map((of) => database.transaction('read', (tx) => square(tx, of), asSecret('0a'))));
  expect(answers).toEqual(asked.map((of) => of * of));
  expect(together.length).toBeLessThan(10);
});

test.each<[string, 'read' | 'write', Acting | undefined, (tx: Tx) => Promise<unknown>]>([
  ['that may write', 'write', asSecret('0a'), async () => undefined],
  ['in which something was asked before', 'read', asSecret('0a'), (tx) => sql`select 1`.execute(tx)],
  ['in which nobody acts', 'read', undefined, async () => undefined],
  ['in which the program acts', 'read', { program: 'try', now: NOW }, async () => undefined],
])('a transaction %s asks for itself', async (_, mode, acting, before) => {
  const ask = async (tx: Tx) => {
    await before(tx);
    return square(tx, 5);
  };
  expect(await database.transaction(mode, ask, acting)).toBe(25);
  expect(alone).toEqual([5]);
  expect(together).toEqual([]);
});

test('refuses a question in a transaction that is over', async () => {
  const kept: Tx[] = [];
  await database.transaction('read', async (tx) => kept.push(tx), asSecret('0a'));
  await expect(Promise.all(kept.map((tx) => square(tx, 5)))).rejects.toThrow('over');
  expect(kept.length).toBe(1);
});
