import { z } from 'zod';
import { Cite } from '../../domain/counties/ids.ts';

/** Which draft, and the number of the save that the form was made from. */
export const SeenInput = { draft: z.uuid(), seen: z.int32().min(0) } as const;

/** Longer is no part of a term. */
const MOST_WORDS = 4000;

/** Some words that have to be there, and some that need not. */
export const Words = z.string().trim().min(1).max(MOST_WORDS);
export const WordsOrNone = z.string().trim().max(MOST_WORDS);

/** Several texts, one for each line that has something on it. */
export const Lines = z.array(z.string().trim().min(1).max(1000)).max(60);

/** What it rests on, as it was chosen. That there is at least one, and that each is there, is tried with the rest of what is written. */
export const Cited = z.array(Cite).max(200);

/** Only what says something: a field that was left empty is not there. */
export function said<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], ''> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as { [K in keyof T]?: Exclude<T[K], ''> };
}

/** Conditions as a form sends them; which facts and options there are is tried with the rest. */
export const TypedConditionsInput = z.strictObject({
  picks: z.array(z.string().max(130)).max(400),
  numbers: z.record(z.string().max(60), z.strictObject({ min: z.string().max(20), max: z.string().max(20) })),
});
