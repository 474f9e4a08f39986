import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { checkFolder, loadFolders } from '../counties/load.ts';
import { rebuildSearch } from '../search/index.ts';
import { type DiffReading, readDiff } from './read-diff.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const SLUG = 'fjallmark-beroende';
let parent = '';
let folder = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'overens-diff-'));
  folder = join(parent, '99-fjallmark');
  await cp(join(root, 'tests', 'counties', '99-fjallmark'), folder, { recursive: true });
});

afterEach(() => rm(parent, { recursive: true, force: true }));

/** Adds a file made of version 2, with some of its words exchanged, and loads the county. */
async function load(file: string, ...exchanged: [from: RegExp, to: string][]): Promise<void> {
  const model = await readFile(join(folder, 'agreements', 'fjallmark-beroende.2.yaml'), 'utf8');
  await writeFile(
    join(folder, 'agreements', file),
    exchanged.reduce((text, [from, to]) => text.replace(from, to), model),
  );
  const check = await checkFolder(folder, { national: join(root, 'counties', 'national') });
  if (isRefusal(check) || !check.sound) throw new Error(JSON.stringify(check));
  await (await givenDatabase()).asOwner((tx) => loadFolders(tx, [check.folder], rebuildSearch));
}

async function ask(input: { slug: string; from?: string; to?: string }): Promise<DiffReading | Refusal> {
  return readDiff({ actor: PUBLIC, runtime: { database: await givenDatabase(), clock: givenClock() } }, input);
}

async function labels(input: { from?: string; to?: string }): Promise<string[] | string> {
  const reading = await ask({ slug: SLUG, ...input });
  return isRefusal(reading) ? reading.code : [reading.diff.from.version.label, reading.diff.to.version.label];
}

describe('what changed between two versions', () => {
  test('is of those that are named, in the order that they are named, and else of neighbours', async () => {
    expect(await labels({ from: '1', to: '2' })).toEqual(['1', '2']);
    expect(await labels({ from: '2', to: '1' })).toEqual(['2', '1']);
    expect(await labels({})).toEqual(['1', '2']);
    expect(await labels({ from: '1' })).toEqual(['1', '2']);
    expect(await labels({ to: '2' })).toEqual(['1', '2']);
    expect(await labels({ to: '1' })).toEqual(['2', '1']);
  });

  test('is refused for what is not there, and where there is only one version', async () => {
    expect(await labels({ from: '1', to: '3' })).toBe('version-not-found');
    expect(await ask({ slug: 'finns-inte' })).toMatchObject({ code: 'agreement-not-found' });
    expect(await ask({ slug: 'dalarna-missbruk-beroende-2021' })).toMatchObject({ code: 'nothing-to-compare' });
  });

  test('touches the local agreement beneath it, once one is loaded, with the section that speaks of what changed', async () => {
    const before = await ask({ slug: SLUG });
    expect(isRefusal(before) ? before.code : before.touched.local).toEqual([]);
    await load(
      'lok.yaml',
      [/slug: fjallmark-beroende\n/, 'slug: fjallmark-lok\n'],
      [/kind: county\n/, 'kind: local\nparent: fjallmark-beroende\n'],
      [/municipalities: all/, 'municipalities: ["9901"]'],
      [/FJ-(?=\d)/g, 'LN-'],
      [/short: .*\n/, 'short: Lokalt i Norrälva\n'],
    );
    const after = await ask({ slug: SLUG });
    if (isRefusal(after)) throw new Error(after.code);
    const [local] = after.touched.local;
    expect(local).toMatchObject({ slug: 'fjallmark-lok', short: 'Lokalt i Norrälva', because: [...after.diff.meaning.keys()] });
    expect(local?.places.map(({ heading }) => heading)).toEqual(['Vem som gör vad']);
    expect(local?.elsewhere.map((index) => after.diff.meaning[index]?.kind)).toEqual(['valid-from', 'valid-to', 'cadence-starts']);
  });

  test('is worked out anew when a version is loaded anew', async () => {
    await load('fjallmark-beroende.2.yaml', [/every: P18M/, 'every: P12M']);
    const after = await ask({ slug: SLUG });
    expect(isRefusal(after) ? [] : after.diff.meaning.map(({ kind }) => kind)).toContain('cadence-every');
  });
});

const asLocal: [RegExp, string][] = [
  [/slug: fjallmark-beroende\n/, 'slug: fjallmark-satt\n'],
  [/kind: county\n/, 'kind: local\nparent: fjallmark-beroende\n'],
  [/municipalities: all/, 'municipalities: ["9901"]'],
  [/FJ-(?=\d)/g, 'LN-'],
];
const ways = (how: string, status: string) => `
local:
  rows:
    FJ-05: { activity: Boende med stöd, how: ${how}, by: [{ name: Boendeteamet }], status: ${status} }
`;

describe('what changed in how a local agreement says that things are done', () => {
  test('is told by the page word by word, and by the API with the words', async () => {
    await load(
      'satt.1.yaml',
      ...asLocal,
      [/version: .*\n/, 'version: { label: "1", from: 2022-01-01, to: 2024-12-31 }\n'],
      [/$/, ways('Teamet ringer samma dag.', 'not-begun')],
    );
    await load('satt.2.yaml', ...asLocal, [/$/, ways('Teamet ringer samma vecka.', 'done')]);
    const app = await givenApp();
    const body = (await (await app.request('/api/v1/agreements/fjallmark-satt/diff?from=1&to=2')).json()) as {
      meaning: { kind: string; text: string; words: { kind: string; text: string }[] }[];
    };
    const own = body.meaning.filter(({ kind }) => kind.startsWith('way'));
    expect(own.map(({ kind, words }) => [kind, words.map((run) => `${run.kind} ${run.text}`)])).toEqual([
      ['way-how', ['same Teamet ringer samma ', 'removed dag', 'added vecka', 'same .']],
      ['way-status', []],
    ]);
    expect(own[1]?.text).toBe('Boende med stöd, läge: klart, i stället för inte påbörjat.');
    const page = await (await app.request('/avtal/fjallmark-satt/jamfor?fran=1&till=2')).text();
    expect(page).toContain('Så gör vi: hur, av vem och när');
    expect(page).toMatch(/Boende med stöd, så görs det:.*<del>.*dag<\/del><ins>.*vecka<\/ins>/s);
  });
});
