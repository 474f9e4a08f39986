import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parsePersonalNumber } from './personal-number.ts';
import { ReserveNumbersFile } from './reserve-number-rule.ts';

const file = new URL('../../../counties/national/reserve-numbers.yaml', import.meta.url);
const { rules: reserveRules } = ReserveNumbersFile.parse(parse(readFileSync(file, 'utf8')));
const today = Temporal.PlainDate.from('2026-11-22');
const read = (text: string) => parsePersonalNumber(text, { today, reserveRules });

test.each([
  ['991981000010', 'stockholm-reservnummer'],
  ['991945000023', 'stockholm-reservnummer'],
  ['991993000032', 'stockholm-reservnummer'],
  ['19810829M071', 'vastra-gotaland-reservnummer'],
  ['19450829K088', 'vastra-gotaland-reservnummer'],
  ['19930829X802', 'vastra-gotaland-reservnummer'],
  ['22950606-FH20', 'nationellt-reservnummer'],
  ['25780404-KHD5', 'nationellt-reservnummer'],
  ['19850417R123', 'dalarna-reservnummer'],
])('the published example %s fits %s', (text, rule) => {
  expect(read(text)).toMatchObject({ kind: 'reservnummer', rules: expect.arrayContaining([rule]) });
});
