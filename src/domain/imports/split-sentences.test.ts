import { expect, test } from 'vitest';
import { sentenceStarts } from './split-sentences.ts';

const split = (text: string) => {
  const starts = sentenceStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim());
};

test.each([
  'Det följer av 5 kap. 9 a § SoL och 16 kap. 3 § 2 st. HSL.',
  'Vi samverkar med bl.a. Polisen, t.ex. Region Fjällmark, och s.k. Peer.',
  'Lagen om unga m.m. (LOB) får användas.',
  'Stöd ges av kommunen, regionen m.fl. och andra.',
  'På avd. E, plan 2, finns en plats.',
  'Det gäller fr.o.m. 2020-01-01 t.o.m. 2022-12-31.',
  'Ansvarig är A. Berg.',
  'Godkänd av nämnden ..... Vald ordförande',
])('never splits %s', (text) => {
  expect(split(text)).toEqual([text]);
});

test.each([
  ['Ett. Två.', ['Ett.', 'Två.']],
  ['Det började 2020. Region Fjällmark är med.', ['Det började 2020.', 'Region Fjällmark är med.']],
  ['Fler fångas upp. 2014 kom en utredning.', ['Fler fångas upp.', '2014 kom en utredning.']],
  ['”Alla är med.” Så är det.', ['”Alla är med.”', 'Så är det.']],
  ['Vi har planer m.m. Kommunen tar fram dem.', ['Vi har planer m.m.', 'Kommunen tar fram dem.']],
  ['Vem gör det? Regionen!', ['Vem gör det?', 'Regionen!']],
  ['Enligt 2 kap. 7 § SoL. Planen görs genast.', ['Enligt 2 kap. 7 § SoL.', 'Planen görs genast.']],
])('splits %s', (text, parts) => {
  expect(split(text)).toEqual(parts);
});
