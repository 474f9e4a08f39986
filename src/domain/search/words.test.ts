import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalForm } from './normal-form.ts';
import { foldWord, wordList, wordsOf } from './words.ts';

describe('the words of a text', () => {
  test('are runs of letters and digits in lower case', () => {
    expect(wordList('LVM-rutin (13–17 år), 16:4 § å\u0301')).toEqual([
      'lvm',
      'rutin',
      '13',
      '17',
      'år',
      '16',
      '4',
      'å\u0301'.normalize('NFC'),
    ]);
  });

  test('say where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, start, end } of wordsOf(text)) expect(text.slice(start, end).normalize('NFC').toLowerCase()).toBe(word);
      }),
    );
  });

  test('folded have no marks over their letters', () => {
    expect(['vårdcentral', 'häls', 'öpt', 'idé', 'sip'].map(foldWord)).toEqual(['vardcentral', 'hals', 'opt', 'ide', 'sip']);
  });
});

describe('the form that is stemmed', () => {
  test.each([
    ['missbruket', 'missbruk'],
    ['missbrukets', 'missbruk'],
    ['ansvaret', 'ansvar'],
    ['området', 'områd'],
    ['lokalt', 'lokal'],
    ['psykiskt', 'psykisk'],
    ['individuellt', 'individuell'],
    ['delaktighet', 'delaktighet'],
    ['erbjudandet', 'erbjudandet'],
    ['tvist', 'tvist'],
    ['det', 'det'],
  ])('of %s is %s', (word, form) => {
    expect(normalForm(word)).toBe(form);
  });
});
