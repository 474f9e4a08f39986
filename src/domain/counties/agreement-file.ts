import { z } from 'zod';
import { Party } from '../agreements/parties.ts';
import { Conditions } from './conditions.ts';
import { Certainty, Cites, CountyCode, IsoDate, LawReference, Slug, Text, WebAddress } from './ids.ts';
import { LocalPractices } from './local-practice.ts';
import { ResponsibilityRow } from './responsibility.ts';
import { DecidedBy, Terms } from './terms.ts';

/** A sentence, or an item of a list. Our own Swedish wording; facts and numbers as in the source. */
export const Sentence = z.union([Text, z.strictObject({ text: Text, item: z.literal(true) })]);

const SentenceId = z.string().regex(/^[a-z][a-z0-9]*$/);

/** The last recorded check of an outside address: when, and what was found. */
const LinkCheck = z.strictObject({ on: IsoDate, result: z.enum(['reachable', 'moved', 'gone']) });

/** A deepening link (Fördjupning) of the source: a title, an address when it is known. */
export const Deepening = z.strictObject({
  title: Text,
  url: WebAddress.optional(),
  knowledge: Slug.optional(),
  checked: LinkCheck.optional(),
});

/** A section as in the source's outline. Sentence ids are unique within the section; section ids within the agreement. */
const SectionBase = z.strictObject({
  id: Slug,
  number: z.string().optional(),
  heading: Text,
  sentences: z.record(SentenceId, Sentence).default({}),
  deepening: z.array(Deepening).default([]),
  note: Text.optional(),
});
export type Section = z.infer<typeof SectionBase> & { sections: Section[] };
export const Section: z.ZodType<Section> = SectionBase.extend({
  get sections() {
    return z.array(Section).default([]);
  },
}) as unknown as z.ZodType<Section>;

/** Something that happened to the agreement and has legal effect. Append-only history; status is folded from it. */
export const AgreementAct = z.strictObject({
  kind: z.enum([
    'mandated',
    'recommended',
    'adopted',
    'established',
    'signed',
    'took-effect',
    'amended',
    'followed-up',
    'evaluated',
    'revised',
    'evaluation-begun',
    'revision-begun',
    'no-successor',
    'extended',
    'replaced',
    'withdrawn',
    'joined',
    'left',
  ]),
  /** The day it happened, or from which it holds; of `no-successor`, the day on which there was none; of `left`, the first day that it binds the party no more. */
  on: IsoDate,
  /** The last day of an extension. */
  until: IsoDate.optional(),
  /** Which of the recurring terms it was done under; without, every one of its kind. */
  cadence: Slug.optional(),
  by: DecidedBy.optional(),
  /** Whose it is, where the source says so: who adopted, joined or left, for whom it took effect. Without, it says nothing of each. */
  parties: z.union([z.literal('all'), z.array(Party).min(1)]).optional(),
  /** The deciding body of a party, as it calls it, and the paragraph of its minutes. */
  body: Text.optional(),
  paragraph: Text.optional(),
  registry: Text.optional(),
  reservation: Text.optional(),
  note: Text.optional(),
  source: Text,
  certainty: Certainty,
});

/** Something that status needs to know and nobody has been able to establish. Shown, never guessed. */
export const UnknownFact = z.strictObject({
  fact: z.enum(['evaluation-begun', 'revision-begun', 'successor', 'adopted', 'earlier-text', 'other']),
  question: Text,
  looked: Text,
});

/** An earlier version that we know of but whose text the register does not hold. */
export const EarlierVersion = z.strictObject({
  label: Text,
  from: IsoDate,
  to: IsoDate.optional(),
  registry: Text.optional(),
  note: Text.optional(),
  source: Text,
});

/** A related agreement, annex or routine: what it is, and what it settles. `slug` names it for `linked` and `applies-instead`. */
export const RelatedAgreement = z.strictObject({
  slug: Slug,
  title: Text,
  kind: z.enum(['agreement', 'annex', 'routine', 'form', 'contract', 'guidance', 'plan']),
  about: Text,
  held: z.boolean().default(false),
  /** The situations it speaks of. The navigator then names it there, although its text is not in the register. */
  'speaks-of': Conditions.optional(),
  registry: Text.optional(),
  url: WebAddress.optional(),
  checked: LinkCheck.optional(),
  documents: z.array(Text).default([]),
  cites: Cites.optional(),
});

/** A statement in the text that has gone stale by fact rather than by repeal (a plan period that ended, a rule that changed). */
export const StaleFact = z.strictObject({
  id: Slug,
  since: IsoDate,
  text: Text,
  law: LawReference.optional(),
  cites: Cites,
});

/** An actor of this agreement's matrix, with the vocabulary's performers and professional roles it stands for. */
export const Actor = z.strictObject({
  name: Text,
  short: Text.optional(),
  authority: z.enum(['region', 'municipality', 'both', 'external']),
  performers: z.array(Slug).default([]),
  roles: z.array(Slug).default([]),
  /** Other actors of the agreement that this one is a group of. */
  includes: z.array(z.string()).default([]),
  /** A column of the matrix as printed in the source. */
  column: z.int().optional(),
  note: Text.optional(),
});

const ActorId = z.string().regex(/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/);

/** A heading of the matrix, in the order of the source. */
export const MatrixGroup = z.strictObject({ id: Slug, heading: Text });

/** What an agreement is: of the whole county, of a municipality or district, an addition to one, a routine that belongs to one. */
export const AGREEMENT_KINDS = ['county', 'local', 'supplement', 'routine'] as const;

/** agreements/<slug>.yaml: one version of one agreement. */
export const AgreementFile = z.strictObject({
  slug: Slug,
  county: CountyCode,
  kind: z.enum(AGREEMENT_KINDS),
  parent: Slug.optional(),
  area: Slug,
  title: Text,
  short: Text,
  summary: Text,
  version: z.strictObject({ label: Text, from: IsoDate, to: IsoDate.optional() }),
  source: z.strictObject({ title: Text, document: Text, status: Text, certainty: Certainty }),
  header: z.record(z.string(), Text).default({}),
  outline: Slug,
  sections: z.array(Section).min(1),
  terms: Terms,
  acts: z.array(AgreementAct).default([]),
  unknown: z.array(UnknownFact).default([]),
  earlier: z.array(EarlierVersion).default([]),
  related: z.array(RelatedAgreement).default([]),
  stale: z.array(StaleFact).default([]),
  matrix: z.strictObject({
    layout: z.enum(['columns', 'groups']),
    note: Text.optional(),
    groups: z.array(MatrixGroup).min(1),
  }),
  actors: z.record(ActorId, Actor),
  responsibilities: z.array(ResponsibilityRow),
  /** How, by whom and when: of a local agreement alone. */
  local: LocalPractices.optional(),
  knowledge: z.array(Slug).default([]),
});
export type AgreementFile = z.infer<typeof AgreementFile>;
