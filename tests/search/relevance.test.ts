import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PUBLIC } from '../../src/domain/access/actor.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { loadFolders, readDataFolders } from '../../src/features/counties/load.ts';
import { rebuildSearch } from '../../src/features/search/index.ts';
import { search } from '../../src/features/search/search.ts';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import type { Scope } from '../../src/platform/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { givenClock } from '../given/app.ts';
import { givenEmptyDatabase } from '../given/database.ts';

const Key = z.strictObject({
  short: z.record(z.string(), z.string()),
  queries: z.array(z.strictObject({ q: z.string(), find: z.record(z.string(), z.int().min(1).max(3)) })),
});
const key = Key.parse(parse(readFileSync(join(import.meta.dirname, 'key.yaml'), 'utf8')));
const ROWS: Record<string, string | undefined> = { JA: key.short.jm, JP: key.short.jp, DAL: key.short.da };

/** The whole address of a short one: `JA-25`, `jm#sip`, `jm`, `/kommun/0682`. */
function addressOf(short: string): string {
  if (short.startsWith('/')) return short;
  const row = /^([A-Z]+)-/.exec(short);
  if (row) return `${ROWS[row[1] ?? '']}/ansvar#${short}`;
  const [agreement = '', section] = short.split('#');
  return `${key.short[agreement]}${section ? `#${section}` : ''}`;
}

/** A hit leads to a sentence; the key speaks of its section. */
const sectionOf = (address: string) => address.replace(/(#[a-z0-9-]+)\.[a-z0-9]+$/, '$1');
const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);

/** nDCG@10: 1 when the ten first are the best there are, in the best order. The same address twice is worth nothing the second time. */
function ndcg(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const sum = found.reduce(
    (all, address, place) => all + (found.indexOf(address) === place ? gain(grades.get(address) ?? 0, place) : 0),
    0,
  );
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
  return sum / best.reduce((all, grade, place) => all + gain(grade, place), 0);
}

let scope: Scope;

beforeAll(async () => {
  const database = await openMigrated(await givenEmptyDatabase(), await readMigrations(migrationsFolder), createLog('silent'));
  const shipped = await readDataFolders(join(import.meta.dirname, '..', '..', 'counties'));
  if (isRefusal(shipped)) throw new Error('the shipped counties have faults');
  await database.asOwner((tx) => loadFolders(tx, shipped, rebuildSearch));
  scope = { actor: PUBLIC, runtime: { database, clock: givenClock() } };
  return () => database.close();
});

async function foundFor(q: string): Promise<string[]> {
  const answer = await search(scope, { q, limit: 10 });
  if (isRefusal(answer)) throw new Error(`${q}: ${answer.code}`);
  return answer.items.map(({ address }) => sectionOf(address));
}

describe('search in the shipped counties', () => {
  test('is judged by a key of its own size: at least 45 queries, each with something to find', () => {
    expect(key.queries.length).toBeGreaterThanOrEqual(45);
    expect(new Set(key.queries.map(({ q }) => q)).size).toBe(key.queries.length);
    expect(key.queries.filter(({ find }) => Object.keys(find).length === 0)).toEqual([]);
  });

  test('is judged by addresses that can be found', async () => {
    const findable = new Set<string>();
    for (const q of ['ansvar', 'avtal', 'län kommun', 'lag', 'överenskommelse', 'kunskapsstöd', ...key.queries.map((query) => query.q)]) {
      for (let page = 1; page <= 10; page++) {
        const answer = await search(scope, { q, limit: 50, page });
        if (isRefusal(answer)) throw new Error(answer.code);
        for (const { address } of answer.items) findable.add(sectionOf(address));
        if (!answer.next) break;
      }
    }
    const graded = key.queries.flatMap(({ find }) => Object.keys(find).map(addressOf));
    expect(graded.filter((address) => !findable.has(address))).toEqual([]);
  });

  test('puts first what people came for: nDCG@10 is at least 0.8 over the key', async () => {
    const results: { q: string; value: number; found: string[] }[] = [];
    for (const { q, find } of key.queries) {
      const found = await foundFor(q);
      results.push({ q, value: ndcg(found, new Map(Object.entries(find).map(([short, grade]) => [addressOf(short), grade]))), found });
    }
    const mean = results.reduce((sum, { value }) => sum + value, 0) / results.length;
    const worst = results.sort((a, b) => a.value - b.value).slice(0, 5);
    console.log(
      `nDCG@10 ${mean.toFixed(3)} over ${results.length} queries; worst: ${worst.map(({ q, value }) => `${q} ${value.toFixed(2)}`).join(', ')}`,
    );
    expect(mean).toBeGreaterThanOrEqual(0.8);
    // No query of the key is answered with nothing of worth.
    expect(worst[0]?.value).toBeGreaterThan(0.2);
  });
});
