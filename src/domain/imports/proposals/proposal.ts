import { z } from 'zod';
import { Conditions } from '../../counties/conditions.ts';
import { IsoDate, Slug, Text, WebAddress } from '../../counties/ids.ts';
import { ActorRole } from '../../counties/responsibility.ts';
import {
  AdoptionStep,
  CadenceTerm,
  DutyToInformTerm,
  ExtensionTerm,
  Ladder,
  LadderStep,
  LocalAgreementsTerm,
  MinorAmendmentTerm,
  PartiesTerm,
  TargetTerm,
  TerminationTerm,
  ValidityTerm,
} from '../../counties/terms.ts';

/** A half-open range of the raw text, in UTF-16 units, within one sentence: the very words the proposal rests on. */
export const Span = z.strictObject({ sentence: z.string().min(1), from: z.int().min(0), to: z.int().min(0) });
export type Span = z.infer<typeof Span>;

/** One who does something: a class of the vocabulary, a body of the county, or a name as written (`named`). */
export const ProposedActor = z.strictObject({
  actor: Slug,
  name: Text,
  authority: z.enum(['region', 'municipality', 'both', 'external', 'unknown']),
  performers: z.array(Slug).default([]),
  role: ActorRole,
});
export type ProposedActor = z.infer<typeof ProposedActor>;

const values = {
  parties: PartiesTerm.omit({ cites: true }),
  target: TargetTerm.omit({ cites: true, 'applies-instead': true, certainty: true }),
  validity: ValidityTerm.omit({ cites: true }),
  extension: ExtensionTerm.omit({ cites: true }),
  cadence: CadenceTerm.pick({ of: true, kind: true, every: true, strength: true, by: true }),
  body: z.strictObject({ body: Slug.optional(), name: Text }),
  'ladder-step': LadderStep.omit({ cites: true }).safeExtend({ ladder: Ladder.shape.kind }),
  adoption: AdoptionStep.pick({ step: true, by: true }).safeExtend({ on: IsoDate.optional() }),
  responsibility: z.strictObject({
    activity: Text,
    mode: z.enum(['joint', 'municipality', 'region', 'external', 'unknown']),
    actors: z.array(ProposedActor).min(1),
    strength: z.enum(['must', 'should', 'may']),
    conditions: Conditions.default({}),
    'conditions-text': Text.optional(),
    deadline: Text.optional(),
  }),
  citation: z.strictObject({ text: Text, source: z.string().min(1), provisions: z.array(z.string()) }),
  link: z.strictObject({ title: Text, url: WebAddress.optional() }),
  reference: z.strictObject({
    title: Text,
    kind: z.enum(['agreement', 'annex', 'routine', 'form', 'contract', 'guidance', 'plan']),
    about: Text.optional(),
  }),
  'passed-date': z.strictObject({ since: IsoDate, from: IsoDate.optional(), to: IsoDate }),
  'duty-to-inform': DutyToInformTerm.omit({ cites: true }),
  'local-agreements': LocalAgreementsTerm.pick({ per: true, responsible: true }).partial().safeExtend({ purpose: Text }),
  termination: TerminationTerm.pick({ allowed: true }),
  'minor-amendment': MinorAmendmentTerm.omit({ cites: true }),
} as const;

export const PROPOSAL_KINDS = Object.keys(values) as (keyof typeof values)[];
export type ProposalKind = keyof typeof values;

/** The value of a proposal of one kind, as near the agreement's own term as a text can be read. */
export type ValueOf<Kind extends ProposalKind> = z.infer<(typeof values)[Kind]>;

/** The value of any proposal. */
export const ProposalValue = z.union(Object.values(values));

/** How sure a rule is: `sure` the text says it outright; `likely` by its usual meaning; `unsure` by context alone. */
export const Sureness = z.enum(['sure', 'likely', 'unsure']);
export type Sureness = z.infer<typeof Sureness>;

/** Why something is proposed: the shape that was recognised. The sentence for each is among the texts of the feature. */
export const REASONS = [
  'named-parties',
  'named-target',
  'age-limit',
  'vulnerable-list',
  'dated-validity',
  'decision-day',
  'extension-clause',
  'recurrence',
  'known-body',
  'body-word',
  'ladder-heading',
  'numbered-ladder',
  'decision-verb',
  'duty-verb',
  'duty-list',
  'duty-noun',
  'passive-agent',
  'matrix-mark',
  'section-duty',
  'law-citation',
  'deepening-line',
  'web-address',
  'titled-document',
  'document-table',
  'document-list',
  'past-period',
  'inform-clause',
  'local-clause',
  'termination-clause',
  'minor-clause',
] as const;
export type Reason = (typeof REASONS)[number];

const common = {
  id: z.string().min(1),
  reason: z.enum(REASONS),
  sure: Sureness,
  /** In the order of the text; the first says where the proposal stands. */
  spans: z.array(Span).min(1),
};

/** What the rules propose, or a person changes it to. `id` is the same each time the same text is read. */
export type Proposal = {
  [Kind in ProposalKind]: { id: string; kind: Kind; value: ValueOf<Kind>; reason: Reason; sure: Sureness; spans: Span[] };
}[ProposalKind];

/** A proposal as stored JSON. */
export const Proposal = z.discriminatedUnion(
  'kind',
  PROPOSAL_KINDS.map((kind) => z.strictObject({ ...common, kind: z.literal(kind), value: values[kind] })) as unknown as [
    z.ZodObject<{ kind: z.ZodLiteral<ProposalKind> }>,
  ],
) as unknown as z.ZodType<Proposal>;

/** The value of a kind, parsed: what a person changed a proposal to has to pass it. */
export function parseValue(kind: ProposalKind, value: unknown): z.ZodSafeParseResult<ValueOf<ProposalKind>> {
  return values[kind].safeParse(value) as z.ZodSafeParseResult<ValueOf<ProposalKind>>;
}
