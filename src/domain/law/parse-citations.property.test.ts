import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CitedSource, type Provision, sourceId } from './citation.ts';
import { type Cited, formatCitation, formatCitationShort } from './format-citation.ts';
import { law } from './given-law.ts';
import { knownStatutes } from './known-statutes.ts';
import { parseCitations, scanCitations } from './parse-citations.ts';

const known = knownStatutes(law);

/** What a source can mean: a name that one act bears is the same as its number. */
const meant = (source: CitedSource) => (source.kind === 'name' ? source.candidates : [sourceId(source.series, source.number)]);

const section = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.option(fc.constantFrom('a', 'b', 'f', 'i'), { nil: undefined }));
const sectionText = section.map(([number, letter]) => (letter === undefined ? `${number}` : `${number} ${letter}`));
const chapter = fc.integer({ min: 1, max: 45 }).map(String);
const increasing = (max: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 3 }).map((list) => list.toSorted((a, b) => a - b));

const details = fc.record({
  paragraphs: fc.option(increasing(10), { nil: undefined }),
  items: fc.option(increasing(30), { nil: undefined }),
});

function withDetails(base: Provision, { paragraphs, items }: { paragraphs: number[] | undefined; items: number[] | undefined }): Provision {
  return { ...base, ...(paragraphs ? { paragraphs } : {}), ...(items ? { items } : {}) };
}

/** Plain provisions, more often than with paragraphs and items. */
const decorated = (base: fc.Arbitrary<Provision>): fc.Arbitrary<Provision> =>
  fc.oneof({ arbitrary: base, weight: 3 }, { arbitrary: fc.tuple(base, details).map(([one, more]) => withDetails(one, more)), weight: 1 });

const chaptered = fc.oneof(
  { arbitrary: decorated(fc.tuple(chapter, sectionText).map(([one, two]) => ({ chapter: one, section: two }))), weight: 6 },
  { arbitrary: chapter.map((one) => ({ chapter: one })), weight: 1 },
);
const unchaptered = decorated(sectionText.map((one) => ({ section: one })));

const provisions = fc.oneof(fc.array(chaptered, { maxLength: 5 }), fc.array(unchaptered, { maxLength: 5 }));

const number = (series: string, value: string): CitedSource => ({ kind: 'number', series, number: value });
const name = (value: string): CitedSource => ({ kind: 'name', name: value, candidates: known.candidates.get(value) ?? [] });
const source = fc.constantFrom<CitedSource>(
  number('SFS', '2025:400'),
  number('SFS', '2001:453'),
  number('SFS', '1991:1128'),
  number('SFS', '2017:612'),
  number('SFS', '1985:125'),
  number('SOSFS', '2011:9'),
  number('HSLF-FS', '2016:40'),
  number('Prop.', '2012/13:77'),
  name('SoL'),
  name('HSL'),
  name('LSS'),
  name('OSL'),
);
const cited: fc.Arbitrary<Cited> = fc.record({ source, provisions });

describe('what is written can be read back', () => {
  test('the standard form gives the same source and the same provisions', () => {
    fc.assert(
      fc.property(cited, (one) => {
        const text = formatCitation(one, known);
        const found = parseCitations(text, known);
        expect(found.map(({ text: whole }) => whole)).toEqual([text]);
        expect(found.map((citation) => citation.provisions)).toEqual([one.provisions]);
        expect(found.map((citation) => meant(citation.source))).toEqual([meant(one.source)]);
      }),
      { numRuns: 1000 },
    );
  });

  test('the short form gives the same provisions, and a source that may mean the same', () => {
    fc.assert(
      fc.property(cited, (one) => {
        const text = formatCitationShort(one, known);
        const weak = one.provisions.length === 0 && one.source.kind === 'number' && one.source.number === '1985:125';
        const found = parseCitations(text, known);
        expect(found.map((citation) => citation.provisions)).toEqual(weak ? [] : [one.provisions]);
        if (weak) return;
        expect(found.flatMap((citation) => meant(citation.source))).toEqual(expect.arrayContaining([meant(one.source).at(-1)]));
      }),
      { numRuns: 1000 },
    );
  });
});

const blank = fc.constantFrom(' ', '\n', '\u00a0', ' \n', '\u2009');
const dash = fc.constantFrom('-', '–', '—', '\u2011');
const words = fc.constantFrom('enligt', 'Socialtjänsten ska', '(se', 'överenskommelsen, och', '”', '• ', 'ansvar.');

/** One citation in a random way of writing, with the provisions it holds. */
const written = fc
  .record({
    chapter: fc.integer({ min: 1, max: 40 }),
    from: fc.integer({ min: 1, max: 50 }),
    width: fc.integer({ min: 0, max: 4 }),
    act: fc.constantFrom('SoL', 'HSL (2017:30)', 'HSL 2017:30', 'socialtjänstlagen', 'Hälso- och sjukvårdslagen', 'OSL', 'SOSFS 2011:9'),
    form: fc.constantFrom('kap-before', 'kap-after', 'colon'),
    dot: fc.constantFrom('.', ''),
    signs: fc.constantFrom('§', '§§'),
    blank,
    dash,
  })
  .map((one) => {
    const sections = one.width === 0 ? `${one.from}` : `${one.from}${one.dash}${one.from + one.width}`;
    const b = one.blank;
    const inKap = `${one.chapter}${b}kap${one.dot}${b}${sections}${b}${one.signs}`;
    const act = one.act.replaceAll(' ', b);
    const forms = {
      'kap-before': `${inKap}${b}${act}`,
      'kap-after': `${act}${b}${inKap}`,
      colon: `${act}${b}${one.chapter}:${sections}${b}${one.signs}`,
    };
    const keys = Array.from({ length: one.width + 1 }, (_, i) => ({ chapter: `${one.chapter}`, section: `${one.from + i}` }));
    return { text: forms[one.form as keyof typeof forms], provisions: keys };
  });

describe('what is written in any way is found', () => {
  test('each citation among ordinary words is found once, with exactly its provisions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, written), { maxLength: 4 }), (parts) => {
        const text = parts.map(([before, { text: one }]) => `${before} ${one} gäller.`).join(' ');
        expect(parseCitations(text, known).map(({ provisions: found }) => found)).toEqual(
          parts.map(([, { provisions: wanted }]) => wanted),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

const pieces = fc.constantFrom(
  ...['§', '§§', 'kap', 'kap.', ':', '-', '–', ',', '(', ')', ' ', '\n', '\n\n', '.', '/', 'och', 'samt', 'SoL', 'HSL', 'LSS', 'KL'],
  ...[
    '2025:400',
    '2001:453',
    '1',
    '2',
    '14',
    '999',
    '2017',
    'a',
    'i',
    'st',
    'p',
    'andra',
    'stycket',
    'lagen',
    'lag om',
    'prop.',
    'SFS',
    'HSLF-FS',
  ],
  ...['hälso-', 'sjukvårdslagen', 'samma lag', '\u00ad', '\u200b', '\ud83d', '😀', '(EU)'],
);
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
  fc.array(pieces, { maxLength: 80 }).map((list) => list.join(' ')),
);

describe('any text', () => {
  test('never fails; citations lie in order, do not overlap and are exactly their slice', () => {
    fc.assert(
      fc.property(noise, (text) => {
        let end = 0;
        for (const citation of parseCitations(text, known)) {
          expect(citation.start).toBeGreaterThanOrEqual(end);
          expect(citation.end).toBeGreaterThan(citation.start);
          expect(text.slice(citation.start, citation.end)).toBe(citation.text);
          end = citation.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what stands before a paragraph never changes what is found in it', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom('5 kap. 9 a § SoL', 'LSS 9 § 1', 'HSL (3 f §)'), (before, citation) => {
        const found = parseCitations(`${before}\n\n${citation}`, known).at(-1);
        expect(found?.text).toBe(citation);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hostile text', () => {
  /** The most looks at a token that any character may cost. */
  const budget = 25;
  const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));
  const stepsFor = (piece: string, size: number) => scanCitations(fill(piece, size), known).steps;

  test('a million characters of it stay within the budget', () => {
    expect(
      stepsFor('9 § 1, 1, SoL (SoL, 1-60 § kap. 2:7, lagen (1991:1128) om psykiatrisk hälso- och första och samma lag (((', 1_000_000),
    ).toBeLessThan(budget * 1_000_000);
  });

  test.each(['9 § ', 'SoL 9 § ', 'SoL ', 'SoL, ', '2:7 § '])('one long list after %j stays within the budget', (start) => {
    for (const list of ['1, ', '1-2, ', '2:7, ', '1 §, ', '1 kap. och ', 'SoL, ', 'första, ']) {
      const text = start + fill(list, 40_000);
      expect(scanCitations(text, known).steps).toBeLessThan(budget * text.length);
    }
  });

  test.each([
    '1, ',
    '1 § ',
    '1 §, ',
    '9 § 1, 1, ',
    '1-',
    '2:7, ',
    '5 kap. ',
    '((((',
    'SoL ',
    'SoL, ',
    'SoL (',
    'SoL 1 §, ',
    'hälso- och ',
    'lag om stöd och ',
    'lagen (1991:1128) om psykiatrisk ',
    'första och ',
    '9 § andra och ',
    'samma lag ',
    '2017:30 ',
    'SoL (SoL, ',
    'a',
    '§',
    '1',
    ' ',
    '1-60 § SoL ',
    'SoL 1, ',
    '1 och 1 kap. ',
  ])('twice as much of %j takes twice the work, and no more than the budget', (piece) => {
    const once = stepsFor(piece, 20_000);
    const twice = stepsFor(piece, 40_000);
    expect(twice).toBeLessThanOrEqual(once * 2.02 + 10_000);
    expect(twice).toBeLessThan(budget * 40_000);
  });
});
