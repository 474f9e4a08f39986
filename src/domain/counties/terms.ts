import { z } from 'zod';
import { Conditions } from './conditions.ts';
import { Certainty, Cites, IsoDate, MunicipalityCode, Period, Slug, Text } from './ids.ts';

/** Who decides: a body's id, a seat `body.seat`, or every party in its own deciding body. */
export const DecidedBy = z.string().regex(/^(each-party|[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?)$/);

export const PartiesTerm = z.strictObject({
  region: z.literal(true),
  municipalities: z.union([z.literal('all'), z.array(MunicipalityCode).min(1)]),
  note: Text.optional(),
  cites: Cites,
});

/** Whom the agreement is for. `applies-instead` tells a person outside where to turn. */
export const TargetTerm = z.strictObject({
  description: Text,
  /** Selects the agreement: when false the agreement has nothing to say about the situation. */
  when: Conditions.optional(),
  /** Who is inside: when false the person is outside, and `applies-instead` is the answer. */
  conditions: Conditions.optional(),
  'applies-instead': z.array(z.strictObject({ agreement: Slug, text: Text })).default([]),
  vulnerable: z.array(Text).default([]),
  note: Text.optional(),
  certainty: Certainty.default('source'),
  cites: Cites,
});

export const ValidityTerm = z.strictObject({
  from: IsoDate,
  /** Last day of validity; absent = until further notice. */
  to: IsoDate.optional(),
  note: Text.optional(),
  cites: Cites,
});

/** Automatic extension. All of `requires` must hold at the end of the validity. */
export const ExtensionTerm = z.strictObject({
  months: z.int().min(1).max(120),
  times: z.int().min(1).max(10),
  requires: z.array(z.enum(['no-successor', 'evaluation-begun', 'revision-begun'])).min(1),
  cites: Cites,
});

/** What is done on the way to an agreement, as its own text has it. */
export const adoptionSteps = ['mandate', 'draft', 'consult', 'recommend', 'adopt', 'establish', 'sign'] as const;

export const AdoptionStep = z.strictObject({
  id: Slug,
  step: z.enum(adoptionSteps),
  by: z.array(DecidedBy).min(1),
  description: Text,
  cites: Cites,
});

/** A recurring follow-up, evaluation or revision. `starts` is the day the first period runs from. */
export const CadenceTerm = z.strictObject({
  id: Slug,
  of: z.enum(['agreement', 'local-agreements']),
  kind: z.enum(['follow-up', 'evaluation', 'revision']),
  every: Period,
  strength: z.enum(['must', 'should', 'at-least']),
  by: z.array(DecidedBy).default([]),
  starts: IsoDate,
  description: Text,
  cites: Cites,
});

/** One step of a ladder; `body` where the step is a body of the county, else `who` in words. */
export const LadderStep = z.strictObject({
  level: z.int().min(1).max(20),
  who: Text,
  body: Slug.optional(),
  description: Text.optional(),
  cites: Cites,
});

/** A ladder is climbed from level 1; `ends` says what the last step is: a decision, or outside the cooperation. */
export const Ladder = z.strictObject({
  id: Slug,
  kind: z.enum(['deviation', 'local-dispute', 'regional-dispute']),
  title: Text,
  steps: z.array(LadderStep).min(1),
  ends: z.enum(['body', 'court']),
  rules: z.array(z.strictObject({ text: Text, cites: Cites })).default([]),
});

export const DutyToInformTerm = z.strictObject({ who: Text, to: Text, about: Text, cites: Cites });

export const LocalAgreementsTerm = z.strictObject({
  per: z.enum(['municipality', 'district', 'municipality-or-district']),
  responsible: z.array(DecidedBy).min(1),
  purpose: Text,
  parts: z.array(z.strictObject({ id: Slug, heading: Text, guidance: z.array(Text).default([]), cites: Cites })).default([]),
  cites: Cites,
});

export const TerminationTerm = z.strictObject({
  allowed: z.boolean(),
  instead: Text.optional(),
  notice: z.array(DecidedBy).default([]),
  cites: Cites,
});

export const MinorAmendmentTerm = z.strictObject({ by: z.array(DecidedBy).min(1), 'may-not-touch': z.array(Text).min(1), cites: Cites });

/** Everything in an agreement that can be executed, each tied to the sentence it encodes. */
export const Terms = z.strictObject({
  parties: PartiesTerm,
  target: TargetTerm,
  validity: ValidityTerm,
  extension: ExtensionTerm.optional(),
  adoption: z.array(AdoptionStep).min(1),
  cadences: z.array(CadenceTerm).default([]),
  ladders: z.array(Ladder).default([]),
  'duty-to-inform': DutyToInformTerm.optional(),
  'local-agreements': LocalAgreementsTerm.optional(),
  termination: TerminationTerm.optional(),
  'minor-amendment': MinorAmendmentTerm.optional(),
});
export type Terms = z.infer<typeof Terms>;
