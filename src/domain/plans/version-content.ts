import { z } from 'zod';
import { dataKinds } from '../consents/kinds.ts';
import { VOICES } from './parts.ts';

const named = z.object({ id: z.string(), name: z.string() });

/** A text of the preparation as it stood: the latest of its part and voice. */
export const VersionText = z.object({ part: z.string(), dataKind: z.enum(dataKinds), voice: z.enum(VOICES), text: z.string() });

export const VersionGoal = z.object({
  id: z.string(),
  voice: z.enum(VOICES),
  horizon: z.enum(['short', 'long']),
  goal: z.string(),
  sign: z.string(),
});

/** A measure. `row`: the responsibility in the agreement that it realises. Days are ISO days. */
export const VersionMeasure = z.object({
  id: z.string(),
  doer: z.enum(['huvudman', 'other']),
  organisation_name: z.string().nullable(),
  unit_name: z.string().nullable(),
  starts: z.string(),
  target: z.string(),
  agreement: z.string().nullable(),
  row: z.string().nullable(),
  outside: z.string().nullable(),
  need: z.string(),
  what: z.string(),
  who: z.string(),
  ownPart: z.string(),
  /** The unit that had it when the version was made, where the measure's own had been asked by mistake and named the right one. */
  carriedBy: z.strictObject({ unit: z.string(), organisation: z.string() }).optional(),
});

export const VersionDuties = z.object({
  overall: named.optional(),
  coordinator: named.extend({ substitute: z.string().optional() }).optional(),
  followUp: z.string().optional(),
  participation: z.object({ took: z.boolean(), reason: z.string().optional() }).optional(),
});

export const VersionUnit = z.object({ unit: z.string(), organisation: z.string() });

/** Whose plan it is. Never of somebody whose identity is protected. */
export const VersionIdentity = z.object({ name: z.string(), number: z.string().optional() });

/** What an established version holds, as it is read again. What a later program has added is passed over; what an earlier one did not keep is empty. */
export const VersionContent = z.object({
  identity: VersionIdentity.optional(),
  texts: z.array(VersionText).default([]),
  goals: z.array(VersionGoal).default([]),
  measures: z.array(VersionMeasure).default([]),
  duties: VersionDuties.default({}),
  units: z.array(VersionUnit).default([]),
});
export type VersionContent = z.output<typeof VersionContent>;
