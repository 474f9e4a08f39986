import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from './given-law.ts';
import { knownStatutes } from './known-statutes.ts';
import { mayCite } from './may-cite.ts';
import { scanCitations } from './parse-citations.ts';

const known = knownStatutes(law);

/** Pieces that citations are made of, in every way of writing, and pieces that only look like them. */
const piece = fc.constantFrom(
  ...[
    'SoL',
    'HSL',
    'LPT',
    'LVM',
    'sol',
    'hsl',
    'socialtjänstlagen',
    'SOCIALTJÄNSTLAGEN',
    'Social\u00adtjänstlagen',
    'hälso',
    'sjukvårdslagen',
  ],
  ...[
    'hälso- och sjukvårdslagen',
    'lagen om psykiatrisk tvångsvård',
    'lagen',
    'lag',
    'om',
    'samma lag',
    'a\u030a',
    'tja\u0308nst',
    'LVM-hem',
  ],
  ...[
    '2025:400',
    '1991:1128',
    'SFS 2017:30',
    'SOSFS 2011:9',
    'prop. 2012/13:77',
    '(EU) 2016/679',
    '2025',
    '10:30',
    '16',
    '§',
    'kap.',
    '3 §',
  ],
  ...[
    '-',
    '–',
    '-\n',
    '–\r\n ',
    '\n',
    '\n\n',
    ' ',
    '\u00a0',
    '\u200b',
    ':',
    '/',
    '(',
    ')',
    ',',
    '.',
    'och',
    'Socialtjänsten ska',
    'solsken',
    '½',
    '’',
  ],
);
const text = fc.array(piece, { maxLength: 12 }).chain((pieces) => fc.constantFrom('', ' ', '\n').map((between) => pieces.join(between)));

describe('the quick look for citations', () => {
  test('never says no to a text with a citation', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 80 })), (one) => {
        if (scanCitations(one, known).citations.length > 0) expect(mayCite(one, known)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('says no to sentences without number and name', () => {
    for (const one of [
      'Socialtjänsten ska svara inom 14 dagar – senast kl. 10:30.',
      'Enligt 3 § gäller lagen.',
      'Solsken över hälsocentralen, år 2025.',
      '',
    ])
      expect(mayCite(one, known)).toBe(false);
  });

  test('knows no name where no law is known', () => {
    const none = knownStatutes({ ...law, statutes: [], other: [] });
    expect(mayCite('SoL 3 kap. 1 §', none)).toBe(false);
    expect(mayCite('SFS 2025:400', none)).toBe(true);
  });
});
