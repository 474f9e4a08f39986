import { describe, expect, test } from 'vitest';
import { type EntryWords, placeOf, presences } from './presence.ts';

const foundBy = (word: string) =>
  word === 'och' ? { parts: [] } : { stem: word, parts: word === 'missbruksvård' ? ['missbruk', 'vård'] : [] };
const strength = (entry: Partial<EntryWords>, lexeme: string, weight = 1) =>
  presences({ names: [], kind: [], texts: [], around: [], ...entry }, foundBy, weight).get(lexeme)?.strength ?? 0;

describe('how present a lexeme is', () => {
  test('falls from a name to a text to a part of a compound to what stands around', () => {
    const name = strength({ names: [['vård']] }, 'vård');
    const text = strength({ texts: [['vård']] }, 'vård');
    const compound = strength({ texts: [['missbruksvård']] }, 'vård');
    const around = strength({ around: [['vård']] }, 'vård');
    expect([name > text, text > compound, compound > around, around > 0]).toEqual([true, true, true, true]);
  });

  test('is less in a longer name, where common words and numbers do not count', () => {
    expect(strength({ names: [['tvist', 'om', 'ansvar']] }, 'tvist')).toBeLessThan(strength({ names: [['tvist']] }, 'tvist'));
    expect(strength({ names: [['tvist', 'och', '2021']] }, 'tvist')).toBe(strength({ names: [['tvist']] }, 'tvist'));
  });

  test('grows little by saying a word often, and stays within a byte', () => {
    const once = strength({ texts: [['vård']] }, 'vård');
    const often = strength({ names: [['vård']], texts: Array.from({ length: 50 }, () => ['vård', 'vård']) }, 'vård');
    expect(strength({ texts: [['vård', 'vård', 'vård', 'vård']] }, 'vård')).toBeLessThan(2 * once);
    expect(often).toBeLessThanOrEqual(255);
  });

  test('is not more when several names of the same thing hold the word', () => {
    expect(strength({ names: [['reko'], ['reko', 'samverkan']] }, 'reko')).toBe(strength({ names: [['reko']] }, 'reko'));
  });

  test('is smaller for a kind of entry that counts less, never nothing', () => {
    expect(strength({ texts: [['vård']] }, 'vård', 0.5)).toBeLessThan(strength({ texts: [['vård']] }, 'vård'));
    expect(strength({ around: [['vård']] }, 'vård', 0.01)).toBe(1);
  });

  test('comes with the texts it stands in', () => {
    const found = presences(
      { names: [['vård']], kind: [], texts: [['plan'], ['vård'], ...Array(40).fill(['sist'])], around: [] },
      foundBy,
      1,
    );
    expect(found.get('vård')?.places).toBe(1 | placeOf(1));
    expect(found.get('sist')?.places).toBeLessThan(2 ** 31);
    expect(found.has('och')).toBe(false);
  });
});
