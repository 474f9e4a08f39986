import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { sentencesOf } from '../../domain/agreements/sections.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { rebuildSearch } from '../search/index.ts';
import { checkFolder, type SoundFolder } from './check-folder.ts';
import { type Change, loadFolders } from './load-folders.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const national = join(root, 'counties', 'national');
let parent = '';
let folder = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'overens-load-'));
  folder = join(parent, '99-fjallmark');
  await cp(join(root, 'tests', 'counties', '99-fjallmark'), folder, { recursive: true });
});

afterEach(() => rm(parent, { recursive: true, force: true }));

async function sound(): Promise<SoundFolder> {
  const check = await checkFolder(folder, { national });
  if (isRefusal(check) || !check.sound) throw new Error(JSON.stringify(check));
  return check.folder;
}

async function tryLoad(origin: 'given' | 'shipped' = 'given'): Promise<Change[] | Refusal> {
  const checked = await sound();
  return (await givenDatabase()).asOwner((tx) => loadFolders(tx, [checked], rebuildSearch, origin));
}

async function load(origin: 'given' | 'shipped' = 'given'): Promise<Change[]> {
  const changes = await tryLoad(origin);
  if (isRefusal(changes)) throw new Error(changes.code);
  return changes;
}

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  await writeFile(path, text.replace(from, to));
}

const revision = async () => (await givenDatabase()).revision();
const second = 'agreements/fjallmark-beroende.2.yaml';

describe('loading a county', () => {
  test('the same files again change nothing and raise no revision', async () => {
    await load();
    const before = await revision();
    expect(await load()).toEqual([]);
    expect(await revision()).toBe(before);
  });

  test('says which version changed, and only that', async () => {
    await load();
    const before = await revision();
    await change(second, 'short: ', 'short: Ny rubrik, ');
    expect(await load()).toEqual([{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'changed' }]);
    expect(BigInt(await revision())).toBe(BigInt(before) + 1n);
  });

  test('a comment in a file is no change of content', async () => {
    await load();
    await change(second, 'slug:', '# en kommentar\nslug:');
    expect(await load()).toEqual([]);
  });

  test('the same county from a folder of another name takes its place, and can be taken back', async () => {
    await load();
    const first = folder;
    folder = join(parent, 'utkast');
    await cp(first, folder, { recursive: true });
    await change(second, 'short: ', 'short: Utkast, ');
    expect(await load()).toEqual([{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'changed' }]);
    folder = first;
    expect(await load()).toEqual([{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'changed' }]);
  });

  test('a restart never undoes what was loaded from elsewhere; a new release does, once', async () => {
    const changed = [{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'changed' }];
    await load('shipped');
    const shipped = folder;
    folder = join(parent, 'egen');
    await cp(shipped, folder, { recursive: true });
    await change(second, 'short: ', 'short: Egen, ');
    const own = folder;
    expect(await load()).toEqual(changed);
    const before = await revision();
    folder = shipped;
    expect(await load('shipped')).toEqual([]);
    expect(await revision()).toBe(before);
    await change(second, 'short: ', 'short: Ny utgåva, ');
    expect(await load('shipped')).toEqual(changed);
    folder = own;
    expect(await load()).toEqual(changed);
    folder = shipped;
    expect(await load('shipped')).toEqual([]);
  });

  test('what came with the program can be taken back by loading its folder, and a restart keeps to it', async () => {
    await load('shipped');
    const shipped = folder;
    folder = join(parent, 'egen');
    await cp(shipped, folder, { recursive: true });
    await change(second, 'short: ', 'short: Tillfällig, ');
    await load();
    folder = shipped;
    expect(await load()).toEqual([{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'changed' }]);
    expect(await load('shipped')).toEqual([]);
    await change(second, 'short: ', 'short: Redan inläst, ');
    await load();
    expect(await load('shipped')).toEqual([]);
  });

  test('never takes an agreement from another county', async () => {
    await load();
    const before = await revision();
    const from = `${parent}/98-grannlan`;
    await cp(folder, from, { recursive: true });
    for (const name of ['county.yaml', 'agreements/fjallmark-beroende.1.yaml', second]) {
      const text = await readFile(join(from, name), 'utf8');
      await writeFile(join(from, name), text.replaceAll('"99"', '"98"').replaceAll(/"99(\d\d)"/g, '"98$1"'));
    }
    folder = from;
    expect(await tryLoad()).toMatchObject({ code: 'agreement-taken', params: { slug: 'fjallmark-beroende', county: '99' } });
    expect(await revision()).toBe(before);
  });

  test('a version that is no longer in the folder is taken out, and said', async () => {
    await load();
    await rm(join(folder, second));
    expect(await load()).toEqual([{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'removed' }]);
  });

  test('sentences and rows follow their version', async () => {
    await load();
    const checked = await sound();
    const versions = checked.kind === 'county' ? checked.read.agreements : [];
    const wanted = {
      rows: versions.flatMap(({ responsibilities }) => responsibilities).length,
      sentences: versions.flatMap((version) => sentencesOf(version).map(({ text }) => text)).toSorted(),
    };
    const { rows, texts } = await (await givenDatabase()).transaction('read', async (tx) => ({
      rows: await sql<{ count: number }>`select count(*)::int as count from responsibility where slug = 'fjallmark-beroende'`.execute(tx),
      texts: await sql<{ text: string }>`select text from sentence where slug = 'fjallmark-beroende'`.execute(tx),
    }));
    expect(wanted.sentences.length).toBeGreaterThan(20);
    expect({ rows: rows.rows[0]?.count, sentences: texts.rows.map(({ text }) => text).toSorted() }).toEqual(wanted);
  });

  test('sentences keep the order of the file whatever their ids are, and a mere reordering is a change', async () => {
    await load();
    await change(second, '    sentences:\n', '    sentences:\n      sist: Den här meningen står först.\n');
    expect(await load()).toEqual([{ what: 'agreement', name: 'fjallmark-beroende 2', effect: 'changed' }]);
    const { rows } = await (await givenDatabase()).transaction('read', (tx) =>
      sql<{ content: { sections: { sentences: Record<string, unknown> }[] } }>`
        select content from agreement_version where slug = 'fjallmark-beroende' and label = '2'`.execute(tx),
    );
    const withIt = rows[0]?.content.sections.find(({ sentences }) => 'sist' in sentences);
    expect(Object.keys(withIt?.sentences ?? {})[0]).toBe('sist');
  });

  test('nothing is loaded when something fails on the way', async () => {
    await load();
    const before = await revision();
    await change(second, 'short: ', 'short: Halvvägs, ');
    const checked = await sound();
    const database = await givenDatabase();
    const failing = database.asOwner((tx) =>
      loadFolders(tx, [checked], () => {
        throw new Error('search failed');
      }),
    );
    await expect(failing).rejects.toThrow('search failed');
    expect(await revision()).toBe(before);
    const { rows } = await database.transaction('read', (tx) =>
      sql<{
        short: string;
      }>`select content ->> 'short' as short from agreement_version where slug = 'fjallmark-beroende' and label = '2'`.execute(tx),
    );
    expect(rows[0]?.short).not.toContain('Halvvägs');
  });

  test('two loads at once both succeed, and the work is done once', async () => {
    await load();
    await change(second, 'short: ', 'short: Samtidigt, ');
    const [one, other] = await Promise.all([load(), load()]);
    expect([one.length, other.length].sort()).toEqual([0, 1]);
  });

  test('the database itself refuses two versions that apply on the same day', async () => {
    await load();
    const database = await givenDatabase();
    const overlapping = database.asOwner((tx) =>
      sql`insert into agreement_version (slug, label, applies, content) values ('fjallmark-beroende', 'x', '[2023-06-01,2023-07-01]', '{}')`.execute(
        tx,
      ),
    );
    await expect(overlapping).rejects.toThrow(/agreement_versions_do_not_overlap/);
  });

  test('the app role can read what is loaded and change none of it', async () => {
    await load();
    const database = await givenDatabase();
    for (const statement of [
      sql`update agreement_version set label = 'y'`,
      sql`delete from county`,
      sql`insert into catalogue default values`,
      sql`update catalogue set revision = 0`,
    ]) {
      await expect(database.transaction('write', (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });
});
