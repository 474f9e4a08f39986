import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageFaults } from './coverage.ts';
import { sourceOfText } from './source-of-text.ts';
import { structureText } from './structure-text.ts';
import { everySection, everySentence, sentencesIn } from './walk.ts';

const read = (raw: string, called: 'text' | 'markdown') => structureText(sourceOfText(raw, called));

/** Pieces that real files are made of, in any order. */
const piece = fc.constantFrom(
  ...'Inledning|Syfte och mål|1 Omfattning|1.1 Parter|## Ansvar|# Tvister|- |• |  - |1. |a) |\t|\tx|| A | B ||---|--|**|*|***|<b>|</b>|<p>|<br>|[text](https://a.se)|'.split(
    '|',
  ),
  ...[
    '|',
    '| a | b |',
    '|---|---|',
    '\n',
    '\n\n',
    '\f',
    ' ',
    '  \n',
    '-\n',
    '\r\n',
    '\u2028',
    '\u00ad',
    'RUTIN 2(9)',
    'Sida 1 av 2',
    '.......... 7',
    'Innehåll',
  ],
  ...[
    'Vi ska mötas varje år. ',
    'Det följer av 5 kap. 9 a § SoL. ',
    'vård- ',
    'och omsorg',
    'Region Fjällmark',
    ', ',
    '(',
    ')',
    'ord ',
    'längre ord som fyller en rad ',
    '”Nej.” ',
  ],
);
const anyText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

test('whatever a file holds, every sign stands in exactly one place and no word is invented', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 200 })),
      fc.constantFrom('text' as const, 'markdown' as const),
      (raw, called) => {
        expect(coverageFaults(read(raw, called))).toEqual([]);
      },
    ),
    { numRuns: 1500 },
  );
});

test('the sentences of a tree stand in the order of the file', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('text' as const, 'markdown' as const), (raw, called) => {
      const starts = everySentence(read(raw, called)).map(({ places }) => places[0]?.from ?? -1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

const word = fc.constantFrom(
  'vård',
  'stöd',
  'parterna',
  'planen',
  'länet',
  'hälso- och sjukvård',
  'möten',
  'barn',
  'anhöriga',
  'tidigt',
  'samverkan',
  'uppdrag',
);
const sentence = fc.array(word, { minLength: 4, maxLength: 22 }).map((words) => `De ser ${words.join(' ')}.`);
const section = fc.record({
  name: fc.constantFrom('Alfa', 'Beta och mer', 'Gamma', 'Delta', 'Epsilon'),
  said: fc.array(sentence, { minLength: 1, maxLength: 6 }),
});

function wrapped(text: string, width: number): string {
  return text.replaceAll(new RegExp(`(.{1,${width}})(?: +|$)`, 'g'), '$1\n').trimEnd();
}

test('a document gives back its headings and sentences, however its lines are broken', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 2, maxLength: 6 }), fc.constantFrom(60, 78, 90), (sections, width) => {
      const raw = sections.map(({ name, said }, index) => `${index + 1} ${name}\n\n${wrapped(said.join(' '), width)}`).join('\n\n');
      const text = read(raw, 'text');
      expect(everySection(text).map(({ section: one }) => `${one.number} ${one.heading.text}`)).toEqual(
        sections.map(({ name }, index) => `${index + 1} ${name}`),
      );
      expect(everySection(text).map(({ section: one }) => one.blocks.flatMap(sentencesIn).map((own) => own.text))).toEqual(
        sections.map(({ said }) => said),
      );
    }),
    { numRuns: 200 },
  );
});
