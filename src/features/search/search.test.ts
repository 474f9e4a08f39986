import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { cursorOf } from './cursor.ts';
import { type SearchAnswer, search } from './search.ts';

let scope: Scope;
const clock = givenClock();

beforeAll(async () => {
  scope = { actor: PUBLIC, runtime: { database: await givenDatabase(), clock } };
});

type Ask = Parameters<typeof search>[1];

async function ask(input: Ask): Promise<SearchAnswer> {
  const answer = await search(scope, input);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}
const addresses = async (input: Ask) => (await ask(input)).items.map(({ address }) => address);
const found = (rows: readonly string[], ending: string) => rows.some((address) => address.endsWith(ending));

describe('a search', () => {
  test.each(['missbruk', 'vård'])('finds a compound by its part %s', async (q) => {
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map((page) => addresses({ q, limit: 50, page })));
    expect(all.flat().some((address) => address.includes('#tidigare-version'))).toBe(true);
  });

  test('finds words for the same thing, and says which', async () => {
    const { notes, items } = await ask({ q: 'alkoholproblem' });
    expect(notes).toContainEqual(
      expect.objectContaining({ kind: 'synonyms', typed: 'alkoholproblem', also: expect.arrayContaining(['riskbruk', 'skadligt bruk']) }),
    );
    expect(items.length).toBeGreaterThan(10);
  });

  test.each([
    ['missburk', 'missbruk'],
    ['absitnens', 'abstinens'],
    ['abstinnens', undefined],
    ['vardcentral', 'vårdcentral'],
    ['orosanmalan', 'orosanmälan'],
    ['sprutbyte', undefined],
  ])('of the misspelled %s is of %s', async (q, meant) => {
    const { notes, total } = await ask({ q });
    if (meant) expect(notes).toContainEqual(expect.objectContaining({ kind: 'corrected', typed: q, to: meant }));
    expect(total).toBeGreaterThan(0);
  });

  test.each([
    ['SIP', '/ansvar#JA-03'],
    ['LARO', '/ansvar#JA-31'],
    ['TNE', '/ansvar#JA-11'],
    ['SoL 14:1', '/ansvar#DAL-14'],
    ['14 kap. 1 § SoL', '/ansvar#DAL-14'],
    ['HSL 16:4', '/ansvar#JA-03'],
    ['orosanmälan enligt 19 kap. 1 § socialtjänstlagen', '/ansvar#JA-06'],
    ['Nässjö', '/kommun/0682'],
    ['kurator', '/vem-gor-vad/roll?yrke=kurator&andra=1'],
  ])('for %s finds %s', async (q, ending) => {
    expect(found(await addresses({ q }), ending)).toBe(true);
  });

  test('leads to the sentence that answers, with the words marked', async () => {
    const { items } = await ask({ q: 'delirium', kind: 'section' });
    expect(items[0]?.address).toMatch(/#abstinensbehandling\.a\d+$/);
    expect(items[0]?.snippet.filter(({ hit }) => hit).map(({ text }) => text.toLowerCase())).toContain('delirium');
  });

  test('with all words where there are enough, with some where there are not, and says so', async () => {
    const { notes, total } = await ask({ q: 'Synergi hjälpmedel' });
    expect(total).toBeGreaterThan(1);
    expect(notes).toContainEqual({ kind: 'widened' });
    expect((await ask({ q: 'missbruk' })).notes).not.toContainEqual({ kind: 'widened' });
  });

  test('of common words alone, or of words that nobody uses, finds nothing and says why', async () => {
    expect(await ask({ q: 'och att' })).toMatchObject({ total: 0, items: [], notes: [{ kind: 'only-common-words' }] });
    expect(await ask({ q: 'xqzwv' })).toMatchObject({ total: 0, items: [], notes: [{ kind: 'unknown', typed: 'xqzwv' }] });
  });
});

describe('the filters of a search', () => {
  test('keep the county and what holds in the whole country', async () => {
    const { items } = await ask({ q: 'missbruk', county: '20', limit: 50 });
    expect(new Set(items.map(({ county }) => county))).toEqual(new Set(['20', undefined]));
  });

  test('keep the area, and the kind of thing', async () => {
    const { items } = await ask({ q: 'samverkan', area: 'psykiatriska-tillstand', kind: 'section', limit: 50 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ kind, agreement }) => kind === 'section' && agreement?.slug === 'jonkoping-psykiatriska-tillstand')).toBe(true);
  });

  test('never add anything', async () => {
    const all = new Set((await Promise.all([1, 2, 3, 4, 5].map((page) => addresses({ q: 'tvist', limit: 50, page })))).flat());
    for (const filter of [{ county: '06' }, { area: 'missbruk-beroende' }, { kind: 'duty' as const }]) {
      expect((await addresses({ q: 'tvist', limit: 50, ...filter })).filter((address) => !all.has(address))).toEqual([]);
    }
  });

  test('of a county or an area that is not there leave only what holds everywhere, or nothing', async () => {
    expect((await ask({ q: 'missbruk', county: '98', limit: 50 })).items.every(({ county }) => county === undefined)).toBe(true);
    expect((await ask({ q: 'missbruk', area: 'finns-inte' })).total).toBe(0);
  });
});

describe('pages of a search', () => {
  test('hold every hit once, in the order of one long page', async () => {
    const long = await addresses({ q: 'samverkan', limit: 50 });
    const short = (await Promise.all([1, 2, 3, 4, 5].map((page) => addresses({ q: 'samverkan', limit: 10, page })))).flat();
    expect(short).toEqual(long);
  });

  test('follow each other by what the page before gave, in the order of the numbered pages, past the last of these', async () => {
    const { total, items, next } = await ask({ q: 'samverkan', limit: 4 });
    const [keyed, numbered] = [items.map(({ address }) => address), await addresses({ q: 'samverkan', limit: 50 })];
    for (let after = next; after !== undefined; ) {
      const page = await ask({ q: 'samverkan', limit: 4, after });
      expect(page.total).toBe(total);
      keyed.push(...page.items.map(({ address }) => address));
      after = page.next;
    }
    expect(keyed).toHaveLength(total);
    expect(keyed.length).toBeGreaterThan(50);
    expect(keyed.slice(0, 50)).toEqual(numbered);
    expect(await ask({ q: 'samverkan', limit: 4, page: 10 })).toMatchObject({ next: expect.any(String) });
    expect((await ask({ q: 'samverkan', limit: 4, page: 10 })).nextPage).toBeUndefined();
  });

  test('after the last hit are empty, and after what is not there begin where it would have stood', async () => {
    const { items } = await ask({ q: 'tvist' });
    expect((await ask({ q: 'tvist', after: '0-1' })).items).toEqual([]);
    expect((await ask({ q: 'tvist', after: cursorOf({ score: 1, id: 1 }) })).items).toEqual(items);
    for (const after of ['zzzzzzz-zzzzzz', '0-0']) expect(await ask({ q: 'tvist', after })).toMatchObject({ items: expect.any(Array) });
  });

  test('end with the last hit', async () => {
    const { total, next, nextPage } = await ask({ q: 'tvist', limit: 50 });
    expect(total).toBeLessThanOrEqual(50);
    expect(next).toBeUndefined();
    expect(nextPage).toBeUndefined();
    expect((await ask({ q: 'tvist', limit: 50, page: 9 })).items).toEqual([]);
  });
});

describe('a version', () => {
  test.each([
    ['2020-01-01', 0],
    ['2024-12-31', 0],
    ['2025-01-01', 1],
    ['2040-01-01', 1],
  ])('is found on the days it is the one to read, and not on others: %s', async (day, count) => {
    clock.moveTo(day);
    const answer = await ask({ q: 'den andra versionen flyttar', county: '99', kind: 'section' });
    clock.moveTo('2026-11-22');
    expect(answer.items.filter(({ snippet }) => snippet.some(({ text }) => text === 'flyttar'))).toHaveLength(count);
  });
});

describe('a hostile query', () => {
  const hostile = [
    "' or 1=1 --",
    "'' & | ! <-> :* \\",
    '!!!',
    '(((((((',
    "a:*b & 'c'",
    '"citat" (parentes) [hake] {klammer}',
    '%_%',
    '\\\\\\',
    '🙂🙃 🏳️‍🌈',
    '\u0000sip\u0000',
    'sip\uD800',
    '§§§ §',
    'å'.repeat(200),
    'vård '.repeat(40),
    '1'.repeat(200),
    'kap. § kap. 1 § 2 § 3 § SoL HSL LVM LSS',
    'och i att det som en på',
    'Ⅷ ﬁ ２０２５ ß ŉ İ',
    'law:2001:453 place:06 kind:duty until:2020-01-01',
    '<script>alert(1)</script>',
  ];

  test.each(hostile)('%j is answered like any other', async (q) => {
    expect(await search(scope, { q })).toMatchObject({ items: expect.any(Array) });
  });

  test.each(['', ' ', '\u0000\u0001', '\uD800', 'x'.repeat(201)])('%j is refused as input', async (q) => {
    expect(await search(scope, { q })).toMatchObject({ code: 'input-invalid' });
  });

  test('of any kind is answered or refused, never an error', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...hostile, 'vård', 'missbruk', 'SoL 14:1')).map((parts) => parts.join(' ').slice(0, 200)),
    );
    await fc.assert(
      fc.asyncProperty(text, async (q) => {
        const answer = await search(scope, { q });
        expect(isRefusal(answer) ? answer.code : 'answered').toMatch(/^(answered|input-invalid)$/);
      }),
      { numRuns: 150 },
    );
  });
});
