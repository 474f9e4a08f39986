import { z } from 'zod';
import { INTERPRETER_LANGUAGES } from '../../domain/persons/interpreter-languages.ts';
import { isReadable } from '../../domain/persons/visible-text.ts';

/** What a record is written with. An empty number or place is none. */
export const personFields = {
  name: z.string().trim().min(1).max(200).refine(isReadable),
  number: z.string().trim().max(40),
  interpreter: z.enum(INTERPRETER_LANGUAGES).nullable(),
} as const;

export const placeFields = { address: z.string().trim().max(500), whereabouts: z.string().trim().max(500) } as const;

/** No spaces within, so that a case number is never a sentence. */
export const CaseNumber = z.string().trim().min(1).max(40).regex(/^\S+$/).refine(isReadable);
