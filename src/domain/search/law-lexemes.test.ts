import { describe, expect, test } from 'vitest';
import { LawFile } from '../counties/national-files.ts';
import { parseLawReference } from '../law/parse-law-reference.ts';
import { citedLexemes, findableLexemes, soughtLexemes } from './law-lexemes.ts';

const law = LawFile.parse({
  note: 'n',
  'as-of': '2026-04-25',
  statutes: [
    {
      sfs: '2001:453',
      title: 'Socialtjänstlag (2001:453)',
      abbreviation: 'SoL',
      'in-force-from': '2002-01-01',
      'repealed-from': '2025-07-01',
      'replaced-by': '2025:400',
      provisions: ['14:1'],
    },
    {
      sfs: '2025:400',
      title: 'Socialtjänstlag (2025:400)',
      abbreviation: 'SoL',
      'in-force-from': '2025-07-01',
      provisions: ['14:1', '19:1'],
    },
  ],
  successors: [],
});
const cited = (text: string) => {
  const found = parseLawReference(text, law);
  if (!found) throw new Error(`no citation: ${text}`);
  return found;
};

describe('a law citation', () => {
  test('in a text is found by the act in force when it was written, its chapter and its provision', () => {
    expect(citedLexemes(cited('SoL 14:1'), law, Temporal.PlainDate.from('2021-07-01'))).toEqual([
      'law:2001:453',
      'law:2001:453:14 kap.',
      'law:2001:453:14:1',
    ]);
  });

  test('in a query looks in every act of the name, or in the one whose number it gives', () => {
    expect(soughtLexemes(cited('SoL 14:1'))).toEqual(['law:2001:453:14:1', 'law:2025:400:14:1']);
    expect(soughtLexemes(cited('SoL 2025:400 19:1'))).toEqual(['law:2025:400:19:1']);
    expect(soughtLexemes(cited('SoL'))).toEqual(['law:2001:453', 'law:2025:400']);
  });

  test('is always findable by what finds it in the index', () => {
    for (const text of ['SoL 14:1', 'SoL 2025:400 19:1', 'SoL', '14 kap. SoL']) {
      const day = Temporal.PlainDate.from('2021-07-01');
      expect(findableLexemes(cited(text))).toEqual(expect.arrayContaining(citedLexemes(cited(text), law, day)));
    }
  });
});
