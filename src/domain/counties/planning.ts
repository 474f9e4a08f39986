import { z } from 'zod';
import { UnknownFact } from './agreement-file.ts';
import { Basis, Certainty, Cites, LawReference, Slug, Text, WebAddress } from './ids.ts';

/** Whose plan: an adult's, a child's (under 18), or the plan after somebody has been admitted to a hospital. */
export const PlanningCase = z.enum(['adult', 'child', 'discharge']);
export type PlanningCase = z.infer<typeof PlanningCase>;

/** The steps that the clock follows, in order. */
export const PlanningStep = z.enum(['first-contact', 'summons', 'meeting']);
export type PlanningStep = z.infer<typeof PlanningStep>;

/** An id in deadlines.yaml. */
const CatalogueId = z.string();

/**
 * How soon a step is to be taken. With `days` (calendar days after `from`; 0 = the same day) it is a limit; without, it is what the rule
 * says in words (`genast`). Where nothing is known there is no norm at all.
 */
export const PlanningNorm = z.strictObject({
  cases: z.array(PlanningCase).min(1),
  step: PlanningStep,
  from: z.enum(['initiative', 'discharge-ready']).default('initiative'),
  days: z.int().min(0).max(365).optional(),
  value: Text,
  basis: Basis,
  source: Text,
  catalogue: CatalogueId.optional(),
  law: z.array(LawReference).default([]),
  certainty: Certainty,
  note: Text.optional(),
});
export type PlanningNorm = z.infer<typeof PlanningNorm>;

/** When a step that waits is shown as soon due, and to whom it is shown when it is late: `manager` so many days after the coordinator. */
export const PlanningWatch = z.strictObject({
  soon: z.int().min(0).max(60),
  manager: z.int().min(0).max(365),
  basis: Basis,
  source: Text,
});
export type PlanningWatch = z.infer<typeof PlanningWatch>;

/** Somebody who is summoned and may summon as the huvudmän do, by agreement and not by law. */
export const EqualParty = z.strictObject({
  performer: Slug,
  cases: z.array(PlanningCase).min(1),
  basis: Basis,
  source: Text,
  url: WebAddress.optional(),
  certainty: Certainty,
  note: Text.optional(),
});
export type EqualParty = z.infer<typeof EqualParty>;

/** What a plan is to ask about. */
export const Circumstance = z.enum(['children-at-home', 'suicide-risk', 'violence', 'comorbidity']);
export type Circumstance = z.infer<typeof Circumstance>;

/** Where an agreement of the county asks for attention to a circumstance. */
export const PlanningTheme = z.strictObject({ about: Circumstance, agreement: Slug, cites: Cites });
export type PlanningTheme = z.infer<typeof PlanningTheme>;

/** A time of day, hours and minutes, in Sweden. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From which day the municipality pays: `days` after the notice, `late-days` when it is sent after the time `late-after`. */
export const PaymentDays = z.strictObject({
  days: z.int().min(0).max(90),
  'late-after': TimeOfDay.optional(),
  'late-days': z.int().min(0).max(90).optional(),
  basis: Basis,
  source: Text,
  law: z.array(LawReference).default([]),
  certainty: Certainty,
  note: Text.optional(),
});
export type PaymentDays = z.infer<typeof PaymentDays>;

/**
 * The county's own agreement on discharge (lag 2017:612 4:5). Without `payment` it is known to exist, and what it says of the day is not:
 * then nothing certain can be said of the day.
 */
export const DischargeAgreement = z.strictObject({
  title: Text,
  url: WebAddress.optional(),
  certainty: Certainty,
  payment: PaymentDays.optional(),
  note: Text.optional(),
});
export type DischargeAgreement = z.infer<typeof DischargeAgreement>;

/** From how many answers to the survey after a meeting something is shown. Never fewer than five. */
export const SurveyLeast = z.strictObject({ fewest: z.int().min(5).max(100), basis: Basis, source: Text, certainty: Certainty });
export type SurveyLeast = z.infer<typeof SurveyLeast>;

/** What is asked after a meeting, in order, and where the questions are from. */
export const SurveyQuestions = z.strictObject({
  ask: z
    .array(z.strictObject({ id: Slug, text: Text }))
    .min(1)
    .max(12),
  basis: Basis,
  source: Text,
  certainty: Certainty,
});
export type SurveyQuestions = z.infer<typeof SurveyQuestions>;

/** `planning` of county.yaml: what the county has of its own. What it is silent about is as in counties/national/planning.yaml. */
export const CountyPlanning = z.strictObject({
  norms: z.array(PlanningNorm).default([]),
  watch: PlanningWatch.optional(),
  'equal-parties': z.array(EqualParty).default([]),
  discharge: DischargeAgreement.optional(),
  themes: z.array(PlanningTheme).default([]),
  /** How few answers to the survey are hidden in the county. */
  survey: SurveyLeast.optional(),
  unknown: z.array(UnknownFact.pick({ question: true, looked: true })).default([]),
});
export type CountyPlanning = z.infer<typeof CountyPlanning>;

/** Something to do or to ask, shown to those who plan: when the circumstance is there, or when nobody has asked. */
export const PlanPrompt = z.strictObject({
  id: Slug,
  about: Circumstance,
  when: z.enum(['yes', 'not-asked']),
  text: Text,
  basis: Basis,
  law: z.array(LawReference).min(1),
  catalogue: CatalogueId.optional(),
  certainty: Certainty,
});
export type PlanPrompt = z.infer<typeof PlanPrompt>;

/** planning.yaml: what holds for planning in every county that says nothing else. */
export const PlanningFile = z.strictObject({
  norms: z.array(PlanningNorm).min(1),
  watch: PlanningWatch,
  /** The survey after a meeting: one for all counties, as a code says by itself which huvudman it is about. */
  survey: z.strictObject({ least: SurveyLeast, questions: SurveyQuestions }),
  /** Performers whose units are summoned by law: huvudmännens. Everybody else is invited. */
  summoned: z.array(Slug).min(1),
  /** The steps of a discharge, by their time limits in deadlines.yaml, and the day of payment. */
  discharge: z.strictObject({
    'admission-notice': CatalogueId,
    summons: CatalogueId,
    transfer: CatalogueId,
    payment: PaymentDays,
  }),
  prompts: z.array(PlanPrompt).min(1),
});
export type PlanningFile = z.infer<typeof PlanningFile>;
