import { describe, expect, test } from 'vitest';
import { type Cited, citedOf, formatCitation, formatCitationShort } from './format-citation.ts';
import { law } from './given-law.ts';
import { knownStatutes } from './known-statutes.ts';
import { parseCitations } from './parse-citations.ts';

const known = knownStatutes(law);

function one(text: string): Cited {
  const [citation] = parseCitations(text, known);
  if (!citation) throw new Error(`no citation in ${text}`);
  return citation;
}

describe('the standard and the short form', () => {
  test.each([
    ['SoL 2025:400 7:2', '7 kap. 2 § socialtjänstlagen (2025:400)', 'SoL 7 kap. 2 §'],
    ['SoL 2001:453 5:9a', '5 kap. 9 a § socialtjänstlagen (2001:453)', 'SoL (2001:453) 5 kap. 9 a §'],
    ['5 kap. 9 a § SoL', '5 kap. 9 a § socialtjänstlagen', 'SoL 5 kap. 9 a §'],
    ['SoL 2025:400 10:8-9', '10 kap. 8 och 9 §§ socialtjänstlagen (2025:400)', 'SoL 10 kap. 8 och 9 §§'],
    ['20 kap. 1-3 § SoL', '20 kap. 1–3 §§ socialtjänstlagen', 'SoL 20 kap. 1–3 §§'],
    ['LPT 7 a §', '7 a § lagen (1991:1128) om psykiatrisk tvångsvård', 'LPT 7 a §'],
    ['LSS 9 § 1', '9 § 1 lagen (1993:387) om stöd och service till vissa funktionshindrade', 'LSS 9 § 1'],
    [
      'SoL 14 kap. 1 § andra och fjärde stycket',
      '14 kap. 1 § andra och fjärde stycket socialtjänstlagen',
      'SoL 14 kap. 1 § andra och fjärde stycket',
    ],
    ['SoL 14 kap.', '14 kap. socialtjänstlagen', 'SoL 14 kap.'],
    ['2017:612 4:3', '4 kap. 3 § lagen (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård', '2017:612 4 kap. 3 §'],
    ['4 kap. 5-6 § SOSFS 2011:9', '4 kap. 5 och 6 §§ SOSFS 2011:9', 'SOSFS 2011:9 4 kap. 5 och 6 §§'],
    ['Proposition 2012/13:77', 'prop. 2012/13:77', 'prop. 2012/13:77'],
    ['gdpr', 'GDPR', 'GDPR'],
    ['3 § tandvårdslagen (1985:125)', '3 § SFS 1985:125', '1985:125 3 §'],
    ['SoL 2025:400 11:1, 13:10', '11 kap. 1 § och 13 kap. 10 § socialtjänstlagen (2025:400)', 'SoL 11 kap. 1 § och 13 kap. 10 §'],
    [
      'LSS 9 § 1 och 2 samt 10 §',
      '9 § 1 och 2 samt 10 § lagen (1993:387) om stöd och service till vissa funktionshindrade',
      'LSS 9 § 1 och 2 samt 10 §',
    ],
  ])('of %s', (text, standard, short) => {
    expect([formatCitation(one(text), known), formatCitationShort(one(text), known)]).toEqual([standard, short]);
  });
});

describe('a source of the law file by its id', () => {
  test.each([
    ['2025:400', 'socialtjänstlagen (2025:400)'],
    ['SOSFS 2011:9', 'SOSFS 2011:9'],
    ['Prop. 2012/13:77', 'prop. 2012/13:77'],
    ['(EU) 2016/679', '(EU) 2016/679'],
  ])('%s is written %s', (id, expected) => {
    expect(formatCitation(citedOf(id, []), known)).toBe(expected);
  });

  test('with provisions it is written as a citation', () => {
    expect(formatCitationShort(citedOf('2025:400', [{ chapter: '7', section: '2' }]), known)).toBe('SoL 7 kap. 2 §');
  });
});
