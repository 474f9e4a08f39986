import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { checkFolder, loadFolders } from '../counties/load.ts';
import { rebuildSearch } from './rebuild.ts';
import { type SearchAnswer, search } from './search.ts';

const root = join(import.meta.dirname, '..', '..', '..');
let parent = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'overens-search-'));
  await cp(join(root, 'counties', 'national'), join(parent, 'national'), { recursive: true });
  await cp(join(root, 'tests', 'counties', '99-fjallmark'), join(parent, '99-fjallmark'), { recursive: true });
});

afterEach(() => rm(parent, { recursive: true, force: true }));

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(parent, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  await writeFile(path, text.replace(from, to));
}

async function load(name: string, afterChange: (tx: Tx) => Promise<void> = rebuildSearch): Promise<unknown> {
  const check = await checkFolder(join(parent, name), { national: join(parent, 'national') });
  if (isRefusal(check) || !check.sound) throw new Error(JSON.stringify(check));
  const { folder } = check;
  return (await givenDatabase()).asOwner((tx) => loadFolders(tx, [folder], afterChange));
}

async function ask(q: string): Promise<SearchAnswer> {
  const answer = await search({ actor: PUBLIC, runtime: { database: await givenDatabase(), clock: givenClock() } }, { q, limit: 50 });
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

describe('the search index', () => {
  test('made anew from the same data answers the same', async () => {
    const queries = ['avgiftning', 'missburk', 'SoL 14:1', 'vem ansvarar', 'Nässjö avtal'];
    const before = await Promise.all(queries.map(ask));
    await (await givenDatabase()).asOwner(rebuildSearch);
    expect(await Promise.all(queries.map(ask))).toEqual(before);
  });

  test('learns words for the same thing from the data alone', async () => {
    expect((await ask('knutsvårighet')).total).toBe(0);
    await change('national/synonyms.yaml', 'groups:\n', 'groups:\n  - { from: [knutsvårighet], to: [tvist] }\n');
    await load('national');
    const { notes, items } = await ask('knutsvårighet');
    expect(notes).toEqual([{ kind: 'synonyms', typed: 'knutsvårighet', also: ['tvist'] }]);
    expect(items.some(({ address }) => address.includes('#tvist-lokal'))).toBe(true);
    expect((await ask('knutsvarighet')).notes[0]).toMatchObject({ kind: 'corrected', to: 'knutsvårighet' });
  });

  test('learns the parts of compounds from the data alone', async () => {
    await change('99-fjallmark/agreements/fjallmark-beroende.2.yaml', 'närmare hemmet', 'närmare hemmet med en renxylofon');
    await load('99-fjallmark');
    expect((await ask('xylofon')).total).toBe(0);
    await change('national/synonyms.yaml', 'compounds:\n', 'compounds:\n  - ren\n  - xylofon\n');
    await load('national');
    expect((await ask('xylofon')).items.map(({ address }) => address)).toEqual([expect.stringContaining('/avtal/fjallmark-beroende#')]);
  });

  test('keeps markup in the data as text', async () => {
    await change('99-fjallmark/agreements/fjallmark-beroende.2.yaml', 'närmare hemmet', 'närmare <b>hemmet</b> &amp; <i>grannarna</i>');
    await load('99-fjallmark');
    const pieces = (await ask('grannarna')).items[0]?.snippet ?? [];
    expect(pieces.map(({ text }) => text).join('')).toContain('<b>hemmet</b> &amp; <i>grannarna</i>');
    expect(pieces.filter(({ hit }) => hit)).toEqual([{ text: 'grannarna', hit: true }]);
  });

  test('of a load that is taken back is the old one', async () => {
    const before = await ask('avgiftning');
    await change('99-fjallmark/agreements/fjallmark-beroende.2.yaml', 'närmare hemmet', 'närmare skogsbrynet');
    const failing = load('99-fjallmark', async (tx) => {
      await rebuildSearch(tx);
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect((await ask('skogsbrynet')).total).toBe(0);
    expect(await ask('avgiftning')).toEqual(before);
  });

  test('finds how, by whom and when a local agreement says that things are done, at their place in the action plan', async () => {
    const path = join(parent, '99-fjallmark', 'agreements');
    const model = await readFile(join(path, 'fjallmark-beroende.2.yaml'), 'utf8');
    const local = model
      .replace(/slug: fjallmark-beroende\n/, 'slug: fjallmark-sok\n')
      .replace(/kind: county\n/, 'kind: local\nparent: fjallmark-beroende\n')
      .replace(/municipalities: all/, 'municipalities: ["9901"]')
      .replace(/FJ-(?=\d)/g, 'LS-');
    const rows = `    FJ-05: { activity: Boende med stöd, how: Ring klarinettjouren., by: [{ name: Fagottgruppen }], when: Varje oboemåndag, status: ongoing }
    FJ-06: { activity: Oro för barn, status: not-begun }\n`;
    const answers =
      '    vardag: { question: Hur ses ni i vardagen?, section: vem, status: not-applicable, reason: Cembalon står för nära. }\n';
    await writeFile(join(path, 'sok.yaml'), `${local}\nlocal:\n  rows:\n${rows}  answers:\n${answers}`);
    await load('99-fjallmark');
    const places = async (q: string) => (await ask(q)).items.map(({ kind, address }) => [kind, address]);
    const duty = [['way', '/avtal/fjallmark-sok/handlingsplan#row-FJ-05']];
    for (const word of ['klarinettjouren', 'fagottgruppen', 'oboemåndag']) expect(await places(word)).toEqual(duty);
    expect(await places('cembalon')).toEqual([['way', '/avtal/fjallmark-sok/handlingsplan#question-vardag']]);
    // Nothing is written of the other duty: there is nothing to find.
    expect((await ask('barn')).items.filter(({ address }) => address.includes('/handlingsplan'))).toEqual([]);
  });
});
