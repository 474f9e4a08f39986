import { INTERPRETER_LANGUAGES } from '../../domain/persons/interpreter-languages.ts';
import { languageNames } from './texts.ts';

const names = new Intl.DisplayNames('sv', { type: 'language', fallback: 'none' });

/** A language in Swedish: `arabiska`. */
export function languageName(code: string): string {
  return languageNames[code] ?? names.of(code) ?? code;
}

/** Every language there may be an interpreter for, in the order of their names. */
export const languageOptions = INTERPRETER_LANGUAGES.map((value) => ({ value, label: languageName(value) })).sort((a, b) =>
  a.label.localeCompare(b.label, 'sv'),
);
