import type { Language } from '../manner.ts';
import { arHappened } from './ar.ts';
import { enHappened } from './en.ts';
import { fiHappened } from './fi.ts';
import type { HappenedWords } from './happened.ts';
import { svHappened } from './sv.ts';

/** The words of what has happened, in each language of the individual's pages. */
export const happenedIn: Readonly<Record<Language, HappenedWords>> = { sv: svHappened, en: enHappened, fi: fiHappened, ar: arHappened };
