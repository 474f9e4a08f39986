import { describe, expect, test } from 'vitest';
import { type Citation, citationLevel, type Provision, provisionKey, sourceId } from './citation.ts';
import { law } from './given-law.ts';
import { knownStatutes } from './known-statutes.ts';
import { parseCitations } from './parse-citations.ts';

const known = knownStatutes(law);

function provisionText(provision: Provision): string {
  const paragraphs = (provision.paragraphs ?? []).map((n) => `/s${n}`);
  return [provisionKey(provision), ...paragraphs, ...(provision.items ?? []).map((n) => `/i${n}`)].join('');
}

function line({ source, provisions }: Citation): string {
  const name = source.kind === 'name' ? source.name : sourceId(source.series, source.number);
  return [name, ...provisions.map(provisionText)].join(' | ');
}

const read = (text: string) => parseCitations(text, known).map(line);

describe('reads every way Swedish texts cite law', () => {
  test.each<[string, string[]]>([
    ['5 kap. 9 a § SoL', ['SoL | 5:9 a']],
    ['16 kap. 3 § 2 HSL 2017:30', ['2017:30 | 16:3/i2']],
    ['HSL (2017:30) 16 kap 4 § och SoL (2001:453) 2 kap 7 §', ['2017:30 | 16:4', '2001:453 | 2:7']],
    ['SoL 14 kap. 1 § andra och fjärde stycket', ['SoL | 14:1/s2/s4']],
    ['HSL 3 f §', ['HSL | 3 f']],
    ['HSL (3 f § och SoL 2:7 §)', ['HSL | 3 f', 'SoL | 2:7']],
    ['4 kap. 5-6 § SOSFS 2011:9', ['SOSFS 2011:9 | 4:5 | 4:6']],
    ['Lag (2019:973)', ['2019:973']],
    ['(1976:511)', ['1976:511']],
    ['lagen (1991:1128) om psykiatrisk tvångsvård (LPT)', ['1991:1128']],
    ['Prop. 2012/13:77', ['Prop. 2012/13:77']],
    ['Proposition 2016/17:85, sidan 24', ['Prop. 2016/17:85']],
    ['HSLF-FS 2016:1', ['HSLF-FS 2016:1']],
    ['SOU 2021:93', ['SOU 2021:93']],
    ['(EU) 2016/679', ['(EU) 2016/679']],
    ['LSS 9 § 1', ['LSS | 9/i1']],
    ['enligt 5 kap. 7 § Hälso- och sjukvårdslag (2017:30), att', ['2017:30 | 5:7']],
    ['14 kap. 1 § Socialtjänstlagen', ['SoL | 14:1']],
    ['Förordning (1994:1108)', ['1994:1108']],
    ['SoL 19:1', ['SoL | 19:1']],
    ['SoL 2025:400 10:8-9', ['2025:400 | 10:8 | 10:9']],
    ['SoL 2025:400 11:1, 13:10', ['2025:400 | 11:1 | 13:10']],
    ['2017:612 4:3', ['2017:612 | 4:3']],
    ['LPT 7 a §', ['LPT | 7 a']],
    ['LVM 6–7 §§', ['LVM | 6 | 7']],
    ['20 kap. 1–3 §§ SoL', ['SoL | 20:1 | 20:2 | 20:3']],
    ['6 och 7 §§ LVM', ['LVM | 6 | 7']],
    ['2 kap. 1 och 3 §§ OSL', ['OSL | 2:1 | 2:3']],
    ['2 kap. 1 § och 3 § OSL', ['OSL | 2:1 | 2:3']],
    ['9 a–9 c §§ LSS', ['LSS | 9 a | 9 b | 9 c']],
    ['9 a–c §§ LSS', ['LSS | 9 a | 9 b | 9 c']],
    ['15 h, 15 i och 15 j §§ LVM', ['LVM | 15 h | 15 i | 15 j']],
    ['SoL 14 kap.', ['SoL | 14 kap.']],
    ['2 och 3 kap. OSL', ['OSL | 2 kap. | 3 kap.']],
    ['SoL 20:1–20:3', ['SoL | 20:1 | 20:2 | 20:3']],
    ['5:9a § SoL', ['SoL | 5:9 a']],
    ['SoL 14 kap § 1', ['SoL | 14:1']],
    ['9 § första stycket 2 LSS', ['LSS | 9/s1/i2']],
    ['LSS 9 § 2 st. 3 p.', ['LSS | 9/s2/i3']],
    ['LSS 9 § punkt 2', ['LSS | 9/i2']],
    ['LSS 9 § 1 och 10 §', ['LSS | 9/i1 | 10']],
    ['LSS 9 § 1–3', ['LSS | 9/i1/i2/i3']],
    ['9 § andra stycket andra meningen LSS', ['LSS | 9/s2']],
    ['14 kap. 1 § i socialtjänstlagen', ['SoL | 14:1']],
    ['7 § (LVM)', ['LVM | 7']],
    ['SoL (14 kap. 1 §)', ['SoL | 14:1']],
    ['7 a § lagen (1991:1128) om psykiatrisk tvångsvård', ['1991:1128 | 7 a']],
    ['3 § tandvårdslagen (1985:125)', ['1985:125 | 3']],
    ['16 kap. 4 § HSL och 10 kap. 8 § samma lag', ['HSL | 16:4', 'HSL | 10:8']],
    ['enligt SoL, 16 kap. 3 § HSL', ['SoL', 'HSL | 16:3']],
    ['SoL 5 kap. 9 a § och 16 kap. 3 § HSL', ['SoL | 5:9 a', 'HSL | 16:3']],
    ['(5 kap. 9 a § SoL och 16 kap. 3 § HSL)', ['SoL | 5:9 a', 'HSL | 16:3']],
    ['SoL 2 kap. 7 §, HSL 16 kap. 4 §', ['SoL | 2:7', 'HSL | 16:4']],
    ['5 §, SoL 7 kap. 2 §', ['SoL | 7:2']],
    ['socialtjänstlagen (SoL 2025:400)', ['2025:400']],
    ['SFS 2017:30', ['2017:30']],
    ['dataskyddsförordningen', ['GDPR']],
    ['9 kap. 37 § KL', ['KL | 9:37']],
    ['1 och 3, 4 eller 5–7 samt 9 §§ LVM', ['LVM | 1 | 3 | 4 | 5 | 6 | 7 | 9']],
    ['1, 3, 4 eller 5–7 §§ samt 9 § LVM', ['LVM | 1 | 3 | 4 | 5 | 6 | 7 | 9']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('reads a name as one reference', () => {
  test.each<[string, string]>([
    ['I socialtjänstlagen, SoL, och', 'socialtjänstlagen, SoL'],
    ['enligt lag om psykiatrisk tvångsvård (LPT) och', 'lag om psykiatrisk tvångsvård (LPT)'],
    [
      'lagen (1976:511) om omhändertagande av berusade personer m.m. (LOB) får',
      'lagen (1976:511) om omhändertagande av berusade personer m.m. (LOB)',
    ],
    ['enligt Hälso- och sjukvårdslagens (2017:30) mål', 'Hälso- och sjukvårdslagens (2017:30)'],
    ['enligt LSS:s regler', 'LSS:s'],
  ])('%s', (text, expected) => {
    expect(parseCitations(text, known).map((citation) => citation.text)).toEqual([expected]);
  });

  test('keeps every act that a name without number may mean, oldest first', () => {
    expect(parseCitations('socialtjänstlagen', known)[0]?.source).toEqual({
      kind: 'name',
      name: 'SoL',
      candidates: ['2001:453', '2025:400'],
    });
    expect(parseCitations('HSL', known)[0]?.source).toEqual({ kind: 'name', name: 'HSL', candidates: ['1982:763', '2017:30'] });
  });
});

describe('reads on over breaks and unusual signs', () => {
  test.each([
    '(5 \nkap. 9 a § SoL och 16 kap. 3 § 2 HSL 2017:30)',
    '(5\u00a0kap.\u00a09\u00a0a\u00a0§\u00a0SoL och 16\u202fkap. 3\u2009§ 2 HSL\r\n2017:30)',
    '(5 kap. 9 a § SoL\noch 16 kap. 3 §\n2 HSL 2017:30)',
    '(5kap.9a§ SoL och 16kap.3§ 2 HSL 2017:30)',
  ])('%j', (text) => {
    expect(read(text)).toEqual(['SoL | 5:9 a', '2017:30 | 16:3/i2']);
  });

  test.each([
    'hälso-\noch sjukvårdslagen',
    'häl\u00adso- och sjuk\u00advårdslagen',
    'ha\u0308lso- och sjukva\u030ardslagen',
    'hälso- och sjukvårds-\nlagen',
  ])('a broken, hyphenated or decomposed name: %j', (text) => {
    expect(read(text)).toEqual(['HSL']);
  });

  test.each(['4 kap. 5\u20136 §', '4 kap. 5\u20146 §', '4 kap. 5\u22126 §', '4 kap. 5 - 6 §§', '4 kap. 5\u20116 §§'])(
    'any dash in a range: %s',
    (text) => {
      expect(read(`${text} SOSFS 2011:9`)).toEqual(['SOSFS 2011:9 | 4:5 | 4:6']);
    },
  );

  test('never crosses a blank line', () => {
    expect(read('5 kap. 9 a §\n\nSoL')).toEqual(['SoL']);
    expect(read('SoL\n\n14 kap. 1 § HSL')).toEqual(['SoL', 'HSL | 14:1']);
  });
});

describe('leaves alone what is no citation', () => {
  test.each([
    'Det är enligt lag förbjudet.',
    '5 kap. 9 a § utan lag',
    'avtal RJL 2018/1556 och RD 2015/181',
    'perioden 2017-2021 och 2021-07-01– 2024-06-30',
    'LSS-insatser, LVM-hem och anti-SoL',
    'solen skinner, hsl och sol',
    'KL och diagnos ICD-10',
    'mötet kl. 10:30 och ISBN: 978-91-7585-176-1',
    'I kapitel 3 och § 5',
    'rabatt 2018:12',
    '',
  ])('%j', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('a numbered line after a section sign is no item', () => {
    expect(read('enligt SoL 14 kap. 1 §\n1. myndigheter')).toEqual(['SoL | 14:1']);
  });

  test('a quantity after a section sign is no item', () => {
    expect(read('enligt LVM 13 § 8 timmar')).toEqual(['LVM | 13']);
  });

  test('a time of day before a name is no provision', () => {
    expect(read('kl. 10:30 HSL')).toEqual(['HSL']);
  });
});

describe('says how exact a citation is', () => {
  test.each<[string, string]>([
    ['SoL', 'source'],
    ['SoL 14 kap.', 'chapter'],
    ['SoL 14 kap. 1 §', 'provision'],
  ])('%s is cited at the level of %s', (text, level) => {
    expect(parseCitations(text, known).map(citationLevel)).toEqual([level]);
  });
});
