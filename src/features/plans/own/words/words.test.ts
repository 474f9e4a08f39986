import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../../../tests/given/texts-in.ts';
import { happenedIn } from './happened/happened-in.ts';
import { LANGUAGES, type Language, mannerIn } from './manner.ts';

const all = (language: Language) => textsIn({ ...LANGUAGES[language].words, happened: happenedIn[language] });

/** LIX: words in a sentence, and how many of a hundred words have more than six letters. */
function lix(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sentences = Math.max(1, text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length);
  return words.length / sentences + (100 * words.filter((word) => word.length > 6).length) / Math.max(1, words.length);
}

const swedish = all('sv').filter(({ text }) => text !== '');
const MAY_BE_SILENT = '.tools.inSwedish';

describe('the words of the individual’s pages', () => {
  it.each(Object.keys(LANGUAGES) as Language[])('has every key in %s, with something said', (language) => {
    const keys = all(language);
    expect(keys.map(({ key }) => key)).toEqual(all('sv').map(({ key }) => key));
    expect(keys.filter(({ key, text }) => text.trim() === '' && !(language === 'sv' && key === MAY_BE_SILENT))).toEqual([]);
  });

  it.each(['en', 'fi', 'ar'] as const)('is not left in Swedish in %s', (language) => {
    const said = new Map(swedish.map(({ key, text }) => [key, text]));
    const same = all(language).filter(({ key, text }) => said.get(key) === text && /\p{L}{3}/u.test(text.replaceAll('Bo', '')));
    // Words that the two languages share.
    expect(same.filter(({ text }) => !['Version Bo', 'Version Bo, Bo'].includes(text))).toEqual([]);
  });

  it('in Arabic is written in Arabic letters, from right to left', () => {
    const { face } = mannerIn('ar');
    expect([face.lang, face.dir]).toEqual(['ar', 'rtl']);
    expect(all('ar').filter(({ text }) => !/\p{Script=Arabic}/u.test(text) && !/^Bo/.test(text))).toEqual([]);
  });

  it('in Swedish is easy to read: LIX 35 at most, all of it together and each group by itself', () => {
    const whole = (leaves: readonly { text: string }[]) => leaves.map(({ text }) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' ');
    expect(lix(whole(swedish))).toBeLessThanOrEqual(35);
    const groups = Map.groupBy(swedish, ({ key }) => key.split('.')[1] ?? '');
    // Headings and names of one or two words say nothing of how hard a text is to read.
    const texts = [...groups].filter(([, leaves]) => leaves.filter(({ text }) => (text.match(/\p{L}+/gu) ?? []).length > 4).length > 4);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.flatMap(([name, leaves]) => (lix(whole(leaves)) > 38 ? [`${name} ${Math.round(lix(whole(leaves)))}`] : []))).toEqual([]);
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
