import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, mannerIn } from './manner.ts';
import { sv } from './sv.ts';

type Leaf = { readonly key: string; readonly text: string };

/** Every text, with what takes facts given a short name. */
function textsIn(words: unknown, key = ''): Leaf[] {
  if (typeof words === 'string') return [{ key, text: words }];
  if (typeof words === 'function') return [{ key, text: (words as (...facts: string[]) => string)('Bo', 'Bo', 'Bo') }];
  return Object.entries(words as object).flatMap(([name, value]) => textsIn(value, `${key}.${name}`));
}

/** LIX: words in a sentence, and how many of a hundred words have more than six letters. */
function lix(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sentences = Math.max(1, text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length);
  return words.length / sentences + (100 * words.filter((word) => word.length > 6).length) / Math.max(1, words.length);
}

const swedish = textsIn(sv).filter(({ text }) => text !== '');

describe('the words of the individual’s pages', () => {
  it.each(Object.keys(LANGUAGES) as Language[])('has every key in %s, with something said', (language) => {
    const keys = textsIn(LANGUAGES[language].words);
    expect(keys.map(({ key }) => key)).toEqual(textsIn(sv).map(({ key }) => key));
    expect(keys.filter(({ key, text }) => text.trim() === '' && !(language === 'sv' && key === '.tools.inSwedish'))).toEqual([]);
  });

  it.each(['en', 'fi', 'ar'] as const)('is not left in Swedish in %s', (language) => {
    const said = new Map(swedish.map(({ key, text }) => [key, text]));
    const same = textsIn(LANGUAGES[language].words).filter(({ key, text }) => said.get(key) === text && /\p{L}{3}/u.test(text));
    expect(same.filter(({ text }) => !/^Bo/.test(text))).toEqual([]);
  });

  it('in Arabic is written in Arabic letters, from right to left', () => {
    const { face } = mannerIn('ar');
    expect([face.lang, face.dir]).toEqual(['ar', 'rtl']);
    expect(textsIn(LANGUAGES.ar.words).filter(({ text }) => !/\p{Script=Arabic}/u.test(text) && !/^Bo/.test(text))).toEqual([]);
  });

  it('in Swedish is easy to read: LIX 35 at most, all of it together', () => {
    expect(lix(swedish.map(({ text }) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' '))).toBeLessThanOrEqual(35);
  });

  it('in Swedish has no text of two sentences or more that is hard by itself', () => {
    const long = swedish.filter(({ text }) => (text.match(/\p{L}+/gu) ?? []).length >= 12);
    expect(long.length).toBeGreaterThan(10);
    expect(long.filter(({ text }) => lix(text) > 35).map(({ key, text }) => `${key} ${Math.round(lix(text))} ${text}`)).toEqual([]);
  });

  it('says the day and the time of each language, in Swedish time', () => {
    const at = Temporal.Instant.from('2026-11-22T23:30:00Z');
    expect(mannerIn('sv').dateTime(at)).toBe('måndag 23 november 2026 kl. 00.30');
    expect(mannerIn('en').dateTime(at)).toMatch(/Monday.*23 November 2026.*00:30/);
    expect(mannerIn('fi').dateTime(at)).toMatch(/maanantai.*23\. marraskuuta 2026.*0\.30/);
    expect(mannerIn('ar').dateTime(at)).toMatch(/23 نوفمبر 2026.*00:30/);
    expect(mannerIn('ar').date(Temporal.PlainDate.from('2027-02-01'))).toContain('2027');
  });
});
