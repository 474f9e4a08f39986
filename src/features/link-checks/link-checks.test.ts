import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { readResults } from '../../domain/link-checks/results.ts';
import { newId, type Runtime } from '../../platform/index.ts';
import { allOutsideLinks } from '../agreements/index.ts';
import { checkLinks } from './check-links.ts';
import { keepResults } from './keep-results.ts';
import { keepLinkCheck, latestLinkChecks } from './link-checks.sql.ts';
import { linksCsv, parseLinksCsv } from './links-csv.ts';
import { columnTexts, resultWords } from './texts.ts';

const clock = givenClock();
let runtime: Runtime;
let named: string[];

beforeAll(async () => {
  runtime = { database: await givenDatabase(), clock };
  named = await runtime.database.transaction('read', async (tx) => [...new Set((await allOutsideLinks(tx)).map(({ url }) => url))]);
});

const latest = () => runtime.database.transaction('read', (tx) => latestLinkChecks(tx, clock.today()));
const addresses = async () => named;

describe('the check of links', () => {
  test('asks every address that the data names, once, and no other; again after a week', async () => {
    expect(named.length).toBeGreaterThan(0);
    const asked: string[] = [];
    const work = checkLinks(runtime, {
      addresses,
      ask: async (url) => {
        asked.push(url);
        return url === named[0] ? { result: 'gone', status: 404 } : { result: 'reachable', status: 200 };
      },
    });
    const sweep = async () => {
      for (const id of await work.waiting()) await work.run(id, { last: false });
    };
    await sweep();
    await sweep();
    await work.run(crypto.randomUUID(), { last: false });
    expect(asked.toSorted()).toEqual(named.toSorted());
    expect((await latest()).get(named[0] ?? '')).toMatchObject({ on: '2026-11-22', result: 'gone', status: 404, how: 'network' });
    clock.moveTo('2026-11-29');
    await sweep();
    clock.moveTo('2026-11-22');
    expect(asked).toHaveLength(2 * named.length);
  });

  test('is shown beside what the data records, by the day, and never instead of it', async () => {
    const app = await givenApp({ clock });
    const before = await (await app.request('http://localhost/avtal/jonkoping-missbruk-beroende/dokument')).text();
    const links = await runtime.database.transaction('read', allOutsideLinks);
    const url = links.find((link) => link.agreement === 'jonkoping-missbruk-beroende' && before.includes(`href="${link.url}"`))?.url ?? '';
    const count = (text: string, word: string) => text.split(word).length - 1;
    await runtime.database.asOwner((tx) => keepResults(tx, [{ url, on: '2026-11-22', result: 'unanswered' }], clock.now()));
    const after = await (await app.request('http://localhost/avtal/jonkoping-missbruk-beroende/dokument')).text();
    expect(count(after, 'svarar inte')).toBeGreaterThan(count(before, 'svarar inte'));
    expect(count(after, 'Senast kontrollerad')).toBe(count(before, 'Senast kontrollerad'));
    for (const recorded of ['Inte kontrollerad', 'Kontrollerad']) expect(count(after, recorded)).toBe(count(before, recorded));
    const earlier = await (await app.request('http://localhost/avtal/jonkoping-missbruk-beroende/dokument?datum=2026-11-01')).text();
    expect(earlier).not.toContain('Senast kontrollerad');
  });

  test('is kept by the program once a week for an address, however often it is asked to', async () => {
    const keep = (on: string) => {
      const check = { url: 'https://example.org/en-gang', on, result: 'gone', status: 404, movedTo: null } as const;
      return runtime.database.transaction('write', (tx) => keepLinkCheck(tx, newId(), check, clock.now()));
    };
    expect([await keep('2026-11-15'), await keep('2026-11-15'), await keep('2026-11-21'), await keep('2026-11-22')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('is never changed or taken away by the program, nor written past that', async () => {
    const written = sql`insert into link_check (id, url, on_date, result, how, at)
      values (${newId()}, ${named[0]}, '2026-11-22', 'gone', 'network', now())`;
    for (const query of [sql`update link_check set result = 'reachable'`, sql`delete from link_check`, written]) {
      await expect(runtime.database.transaction('write', (tx) => query.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('the list of links', () => {
  test('goes out, is filled in and comes back: what is new is kept, and the same list again changes nothing', async () => {
    const links = await runtime.database.transaction('read', allOutsideLinks);
    const list = linksCsv(links, await latest());
    const lines = parseLinksCsv(list) ?? [];
    expect(lines).toHaveLength(links.length);
    const filled = lines.map((line) =>
      line.adress === lines[0]?.adress
        ? { ...line, kontrollerad: '2026-11-22', resultat: 'flyttad', 'flyttad till': 'https://example.org/' }
        : line,
    );
    const known = new Set(named);
    const { results, faults } = readResults(filled, known, { columns: columnTexts, words: resultWords, today: clock.today() });
    expect(faults).toEqual([]);
    const keep = () => runtime.database.asOwner((tx) => keepResults(tx, results, clock.now()));
    expect(await keep()).toBe(1);
    expect(await keep()).toBe(0);
    expect((await latest()).get(lines[0]?.adress ?? '')).toMatchObject({ result: 'moved', movedTo: 'https://example.org/', how: 'file' });
  });

  test('is refused when it is something else', () => {
    expect(parseLinksCsv('a;b\n1;2')).toBeUndefined();
    expect(parseLinksCsv('"oavslutat')).toBeUndefined();
    expect(parseLinksCsv('')).toBeUndefined();
  });

  test('is read by the command, which says what is wrong by line and keeps nothing then', async () => {
    const { run } = await import('../../cli/links-check.ts');
    const folder = await mkdtemp(join(tmpdir(), 'links-'));
    const said: string[] = [];
    const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
    const file = join(folder, 'lista.csv');
    await writeFile(file, 'a;b\n1;2\n');
    expect(await run(['--file', file], io)).toBe(1);
    expect(await run(['--file', join(folder, 'ingen.csv')], io)).toBe(1);
    expect(await run([], io)).toBe(2);
    expect(said).toEqual([
      expect.stringContaining('ingen länklista'),
      expect.stringContaining('finns inte'),
      expect.stringContaining('Användning'),
    ]);
    await rm(folder, { recursive: true });
  });
});
