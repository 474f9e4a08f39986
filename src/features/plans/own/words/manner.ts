import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Face } from '../../../../ui/index.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { OwnWords } from './own-words.ts';
import { sv } from './sv.ts';

/** The languages of the individual's pages: what each is called in itself, and which way it is written. */
export const LANGUAGES = {
  sv: { name: 'Svenska', dir: 'ltr', words: sv satisfies OwnWords as OwnWords },
  en: { name: 'English', dir: 'ltr', words: en },
  fi: { name: 'Suomi', dir: 'ltr', words: fi },
  ar: { name: 'العربية', dir: 'rtl', words: ar },
} as const;
export type Language = keyof typeof LANGUAGES;

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(LANGUAGES, text);
}

/** Where the browser keeps how its reader wants these pages: the language, and whether the letters are larger. Nothing of who they are. */
export const MANNER = { language: 'sprak', letters: 'text', large: 'stor' } as const;

/** How somebody reads their own pages. */
export type Manner = {
  readonly language: Language;
  readonly words: OwnWords;
  readonly face: Face;
  readonly large: boolean;
  /** `22 november 2026`, in the language. */
  readonly date: (day: Temporal.PlainDate) => string;
  /** With the time of day, Swedish time. */
  readonly dateTime: (at: Temporal.Instant) => string;
};

/** How the reader has chosen to have their own pages; in Swedish until they choose. */
export function mannerOf(c: Context): Manner {
  const chosen = getCookie(c, MANNER.language);
  return mannerIn(isLanguage(chosen) ? chosen : 'sv', getCookie(c, MANNER.letters) === MANNER.large);
}

/** The pages in a language. */
export function mannerIn(language: Language, large = false): Manner {
  const { dir, words } = LANGUAGES[language];
  const { day, moment } = formats[language];
  const date = (one: Temporal.PlainDate) => unbroken(day.format(one));
  const dateTime = (at: Temporal.Instant) => moment.format(at).replace(/(kl\. \d\d):/, '$1.');
  return { language, words, large, face: { lang: language, dir, ...words.face }, date, dateTime };
}

/** Arabic with the figures that are used in Sweden, as they stand in a letter from the authorities. */
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB', fi: 'fi-FI', ar: 'ar-u-nu-latn-ca-gregory' };

const formats = Object.fromEntries(
  Object.entries(LOCALES).map(([language, locale]) => [
    language,
    {
      day: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
      moment: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone: 'Europe/Stockholm' }),
    },
  ]),
) as Record<Language, { day: Intl.DateTimeFormat; moment: Intl.DateTimeFormat }>;

/** A day is never broken between two lines. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
