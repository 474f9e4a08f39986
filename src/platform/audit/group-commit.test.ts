import { describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { createAuditLog } from './audit-log.ts';
import { givenEvent } from './given-events.ts';
import { groupCommit } from './group-commit.ts';

/** A store whose commits are let go by hand. */
function givenSlowStore(limits = { mostInBatch: 10, mostWaiting: 10 }) {
  const flights: { readonly items: string[]; commit(): void; fail(): void }[] = [];
  const store = (items: string[]) =>
    new Promise<void>((commit, reject) => {
      flights.push({ items, commit, fail: () => reject(new Error('no disk')) });
    });
  return { add: groupCommit(store, { ...limits, overload: () => new Error('full') }), flights };
}

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

describe('group commit', () => {
  test('stores at once, gathers while that is under way, and lets nobody go before the commit', async () => {
    const { add, flights } = givenSlowStore();
    const done: string[] = [];
    const give = (name: string) => void add(name).then(() => done.push(name));
    give('a');
    await turn();
    expect(flights.map(({ items }) => items)).toEqual([['a']]);
    give('b');
    give('c');
    await turn();
    expect({ flights: flights.length, done }).toEqual({ flights: 1, done: [] });
    flights[0]?.commit();
    await turn();
    expect({ second: flights[1]?.items, done }).toEqual({ second: ['b', 'c'], done: ['a'] });
    flights[1]?.commit();
    await turn();
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('rejects everyone of a batch that could not be stored, and stores those after', async () => {
    const { add, flights } = givenSlowStore();
    const both = Promise.allSettled([add('a'), add('b')]);
    await turn();
    flights[0]?.fail();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const after = add('c');
    await turn();
    flights[1]?.commit();
    await expect(after).resolves.toBeUndefined();
  });

  test('refuses more than may wait, and stores those that may in batches', async () => {
    const { add, flights } = givenSlowStore({ mostInBatch: 2, mostWaiting: 3 });
    const waiting = ['a', 'b', 'c'].map(add);
    await expect(add('d')).rejects.toThrow('full');
    await turn();
    flights[0]?.commit();
    await turn();
    flights[1]?.commit();
    await Promise.all(waiting);
    expect(flights.map(({ items }) => items)).toEqual([['a', 'b'], ['c']]);
  });
});

describe('the log of reads', () => {
  test('has stored every event when it says so, however many ask at once', async () => {
    const database = await givenDatabase();
    const { append } = createAuditLog(database, { mostInBatch: 7 });
    const stored = async () => {
      const rows = await database.asOwner((tx) => tx.selectFrom('audit_event').select('id').execute());
      return rows.map(({ id }) => id);
    };
    const events = Array.from({ length: 100 }, () => givenEvent());
    await Promise.all(
      events.map(async (event, i) => {
        await append(event);
        if (i % 25 === 0) expect(await stored()).toContain(event.id);
      }),
    );
    expect((await stored()).sort()).toEqual(events.map(({ id }) => id).sort());
  });

  test('refuses an event with text about somebody, and stores nothing of it', async () => {
    const { append } = createAuditLog(await givenDatabase());
    await expect(append({ ...givenEvent(), details: { note: 'fritext om någon' } })).rejects.toThrow();
  });
});
