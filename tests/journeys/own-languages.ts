import { globSync, readFileSync } from 'node:fs';
import { happenedIn } from '../../src/features/plans/own/words/happened/happened-in.ts';
import { LANGUAGES, type Language } from '../../src/features/plans/own/words/manner.ts';
import { textsIn } from '../given/texts-in.ts';

/** Shorter pieces are words that languages may share, or names. */
const SHORTEST = 9;
const NAMES = new Set<string>([...Object.values(LANGUAGES).map(({ name }) => name), 'Esc', 'SIP']);

/** Everything that the program can say in Swedish, in pieces between what it says it of: of the individual's pages, and in the texts of every room. */
const ours: readonly string[] = [
  ...textsIn({ ...LANGUAGES.sv.words, happened: happenedIn.sv }).flatMap(({ text }) => text.split('Bo')),
  ...globSync('src/**/texts*.ts', { exclude: ['src/features/demo/**'] }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)+)'/g)].flatMap(([, text = '']) => (/\S \S/.test(text) ? [text] : [])),
  ),
]
  .map((text) => text.replace(/^[\s.,:]+|[\s.,:]+$/g, ''))
  .filter((text) => text.length >= SHORTEST);

const isOurs = (text: string) => ours.find((one) => text.includes(one));

/** What is said in Swedish, by us, where the page says that it is in another language: its text, and what is only heard. What people have written is theirs. */
export function leftInSwedish(document: Document, language: Exclude<Language, 'sv'>): string[] {
  const heard = [...document.querySelectorAll('[aria-label], [alt], [placeholder], [title]')].flatMap((element) =>
    ['aria-label', 'alt', 'placeholder', 'title'].map((name) => ({ element, text: element.getAttribute(name) ?? '' })),
  );
  const walker = document.createTreeWalker(document.documentElement, 4 /* text */);
  const read: { element: Element; text: string }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement) read.push({ element: node.parentElement, text: node.textContent ?? '' });
  }
  return [...read, ...heard].flatMap(({ element, text }) => {
    const said = text.replace(/\s+/g, ' ').trim();
    const isElsewhere =
      element.closest('[lang]')?.getAttribute('lang') !== language || element.closest('[dir=auto], textarea, script, style');
    if (said === '' || isElsewhere || NAMES.has(said)) return [];
    const found = isOurs(said) ?? (language === 'ar' && isForeign(said) ? said : undefined);
    return found === undefined ? [] : [`${element.tagName.toLowerCase()}: ${said} (${found})`];
  });
}

/** Words in our letters alone, in a page in Arabic. */
function isForeign(text: string): boolean {
  return /\p{Script=Latin}{3}/u.test(text) && !/\p{Script=Arabic}/u.test(text) && !/^[0-9a-f-]{20,}$|^[A-Z0-9-]+$/.test(text);
}
