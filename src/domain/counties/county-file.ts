import { z } from 'zod';
import { Certainty, CountyCode, IsoDate, MunicipalityCode, Slug, Text, WebAddress } from './ids.ts';
import { CountyPlanning } from './planning.ts';

const Dated = { from: IsoDate.optional(), to: IsoDate.optional() };

/** A municipality of the county, with its SCB code. */
export const Municipality = z.strictObject({
  code: MunicipalityCode,
  name: Text,
  'organisation-number': z
    .string()
    .regex(/^\d{6}-\d{4}$/)
    .optional(),
});

/** A part of the county with its own cooperation (länsdel). Membership is dated; an open end means today. */
export const District = z.strictObject({
  id: Slug,
  name: Text,
  'also-called': z.array(Text).optional(),
  members: z.array(z.strictObject({ municipality: MunicipalityCode, ...Dated, certainty: Certainty, note: Text.optional() })).min(1),
});

/** A seat in a body: a position, never a named person. `of` says who sends: the region, each municipality, a district … */
export const Seat = z.strictObject({ id: Slug, title: Text, of: Text.optional() });

/** A joint body: political, of officials, of experts, of people with own experience. */
export const Body = z.strictObject({
  id: Slug,
  name: Text,
  'also-called': z.array(Text).optional(),
  kind: z.enum(['political', 'officials', 'strategy', 'local', 'expert', 'users', 'support', 'secretariat', 'court']),
  level: z.enum(['county', 'district', 'municipality', 'national']),
  task: Text,
  seats: z.array(Seat),
  certainty: Certainty,
  note: Text.optional(),
});

/** A public contact of a kind of unit. Stale when `confirmed` is more than six months ago. Never a named person. */
export const Contact = z.strictObject({
  municipality: MunicipalityCode.optional(),
  unit: Text,
  performers: z.array(Slug).min(1),
  phone: Text.optional(),
  email: z.email().optional(),
  url: WebAddress.optional(),
  confirmed: IsoDate,
  source: Text,
});

/** A local agreement that is known to exist or known to be looked for. Absence from the list is shown as missing. */
export const LocalAgreementNote = z.strictObject({
  for: Slug,
  municipalities: z.array(MunicipalityCode).optional(),
  district: Slug.optional(),
  status: z.enum(['in-force', 'expired', 'draft', 'unknown']),
  title: Text.optional(),
  certainty: Certainty,
  note: Text.optional(),
});

/** county.yaml: one county with its region, municipalities, districts, bodies and contacts, and how it plans around a person. */
export const CountyFile = z.strictObject({
  code: CountyCode,
  name: Text,
  region: z.strictObject({ name: Text, 'organisation-number': z.string().optional() }),
  municipalities: z.array(Municipality).min(1),
  districts: z.array(District).default([]),
  bodies: z.array(Body).min(1),
  contacts: z.array(Contact).default([]),
  'local-agreements': z.array(LocalAgreementNote).default([]),
  planning: CountyPlanning.optional(),
  notes: z.array(Text).default([]),
});
export type CountyFile = z.infer<typeof CountyFile>;
