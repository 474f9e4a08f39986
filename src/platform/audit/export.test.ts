import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import type { Database } from '../db/index.ts';
import { insertEvents } from './events.sql.ts';
import { EXPORT_FILES, exportLog } from './export-log.ts';
import { givenEvent, givenKey } from './given-events.ts';
import { proveConsistency, proveInclusion } from './prove.ts';
import { sealNext } from './seal.ts';
import { verifyExport } from './verify-export.ts';

const key = givenKey();
const ids: string[] = [];
let database: Database;
let root: string;
let folders = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'overens-export-'));
  database = await givenDatabase();
  for (const size of [5, 1, 8, 3]) {
    const events = Array.from({ length: size }, () => givenEvent({ details: { note: 'a"b\\'.length, returned: ['x'] } }));
    ids.push(...events.map(({ id }) => id));
    await database.transaction('write', (tx) => insertEvents(tx, events));
    const seal = () => database.transaction('write', (tx) => sealNext(tx, { key, now: Temporal.Now.instant(), most: 100 }));
    while ((await seal()) === 0);
  }
});
afterAll(() => rm(root, { recursive: true }));

async function exported(change?: { file: keyof typeof EXPORT_FILES; by: (text: string) => string }): Promise<string> {
  const folder = join(root, String(folders++));
  await exportLog(database, folder, [key]);
  if (change) {
    const file = join(folder, EXPORT_FILES[change.file]);
    await writeFile(file, change.by(await readFile(file, 'utf8')));
  }
  return folder;
}

const told = async (folder: string, keys = [key]) =>
  (await verifyExport(folder, keys)).faults.map(({ kind, from, to, checkpoint }) => [kind, checkpoint, from, to]);

const lines = (change: (lines: string[]) => string[]) => (text: string) =>
  change(text.split('\n').slice(0, -1))
    .map((line) => `${line}\n`)
    .join('');

describe('an export', () => {
  test('is whole as it was written, with nothing but its files and the key', async () => {
    expect(await verifyExport(await exported(), [key])).toEqual({ faults: [], count: 0, events: 17, checkpoints: 4, waiting: 0 });
  });

  test('is never written over another', async () => {
    const folder = await exported();
    await expect(exportLog(database, folder, [key])).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await told(folder)).toEqual([]);
  });

  test('is refused under another key', async () => {
    expect(await told(await exported(), [givenKey()])).toEqual([5, 6, 14, 17].map((size) => ['unknown-key', size, null, null]));
  });

  test('names the event that was changed in it', async () => {
    const by = (text: string) => text.replace(/("position":7,.*)persons\.read/, '$1persons.rear');
    expect(await told(await exported({ file: 'events', by }))).toEqual([['changed', null, 7, 7]]);
  });

  test('tells when an event is taken out, put in or moved, or its hash is changed too', async () => {
    const changes: ((lines: string[]) => string[])[] = [
      (all) => all.toSpliced(7, 1),
      (all) => all.slice(0, -1),
      (all) => all.toSpliced(7, 0, all[6] ?? ''),
      (all) => all.with(7, all[8] ?? '').with(8, all[7] ?? ''),
      (all) => all.with(7, (all[7] ?? '').replace(/"leaf":".../, '"leaf":"AAA')),
      (all) => all.with(7, 'x'),
      (all) => [...all, (all[16] ?? '').replace('"position":16', '"position":17')],
    ];
    for (const change of changes) expect(await told(await exported({ file: 'events', by: lines(change) }))).not.toEqual([]);
  });

  test('tells when a checkpoint is taken out, put in twice, changed or unreadable', async () => {
    const changes: ((lines: string[]) => string[])[] = [
      (all) => all.toSpliced(1, 1),
      (all) => all.toSpliced(0, 1),
      (all) => all.toSpliced(3, 1),
      (all) => [...all, all[3] ?? ''],
      (all) => all.with(1, (all[1] ?? '').replace('previous 5', 'previous 4')),
      (all) => all.with(1, (all[1] ?? '').replace(/at 20/, 'at 21')),
      (all) => all.with(1, '"x"'),
    ];
    for (const change of changes) expect(await told(await exported({ file: 'checkpoints', by: lines(change) }))).not.toEqual([]);
  });

  test('without a file is no export', async () => {
    const folder = await exported();
    await rm(join(folder, EXPORT_FILES.events));
    await expect(verifyExport(folder, [key])).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('tells bytes added after the last line', async () => {
    const folder = await exported();
    await appendFile(join(folder, EXPORT_FILES.events), '{}\n');
    expect(await told(folder)).toEqual([['unreadable', null, 17, 17]]);
  });
});

describe('a proof from the database', () => {
  test('holds for every event, and is none for one that is not there', async () => {
    for (const id of ids) expect(await database.asOwner((tx) => proveInclusion(tx, id))).toMatchObject({ event: id, valid: true });
    expect(await database.asOwner((tx) => proveInclusion(tx, givenEvent().id))).toBeUndefined();
  });

  test('holds between every two checkpoints, and is none where there is no checkpoint', async () => {
    for (const [first, second] of [
      [5, 6],
      [5, 17],
      [6, 14],
      [14, 14],
    ] as const) {
      expect(await database.asOwner((tx) => proveConsistency(tx, first, second))).toMatchObject({ valid: true });
    }
    for (const [first, second] of [
      [4, 17],
      [17, 5],
      [5, 18],
    ] as const) {
      expect(await database.asOwner((tx) => proveConsistency(tx, first, second))).toBeUndefined();
    }
  });
});
