import { z } from 'zod';
import { Conditions } from './conditions.ts';
import { Basis, Certainty, IsoDate, LawReference, Slug, Text, WebAddress } from './ids.ts';

const Tag = z.strictObject({ id: Slug, label: Text });

/** taxonomy.yaml: the national tags (performer, professional role, age group, severity, condition, kind of support). */
export const TaxonomyFile = z.strictObject({
  source: Text,
  performers: z.array(Tag.extend({ authority: z.enum(['region', 'municipality', 'both', 'external']) })),
  roles: z.array(Tag),
  support: z.array(Tag),
  'age-groups': z.array(Tag.extend({ min: z.int(), max: z.int().optional() })),
  severities: z.array(Tag),
  conditions: z.array(Tag),
});
export type TaxonomyFile = z.infer<typeof TaxonomyFile>;

const FactBase = { id: Slug, param: Slug, label: Text, question: Text, help: Text.optional(), order: z.int() };
const Option = z.strictObject({ id: Slug, param: Slug, label: Text, help: Text.optional() });

/** One fact of a situation. `order` is which question comes first when several would change the answer. */
export const Fact = z.discriminatedUnion('type', [
  z.strictObject({ ...FactBase, type: z.literal('choice'), options: z.array(Option).min(2) }),
  z.strictObject({ ...FactBase, type: z.literal('set'), options: z.array(Option).min(2) }),
  z.strictObject({ ...FactBase, type: z.literal('yes-no') }),
  z.strictObject({
    ...FactBase,
    type: z.literal('number'),
    unit: Text,
    min: z.int(),
    max: z.int(),
    bands: z.array(z.strictObject({ id: Slug, param: Slug, label: Text, min: z.int(), max: z.int() })).default([]),
  }),
]);
export type Fact = z.infer<typeof Fact>;

/** What to do next. `needs-both` holds when the answer has duties of both authorities. */
export const NextStep = z.strictObject({
  id: Slug,
  title: Text,
  text: Text,
  when: Conditions.default({}),
  /** When `when` is unknown rather than met: `show` with reservation, or `hide`. */
  'when-unknown': z.enum(['show', 'hide']).default('show'),
  /** What must hold too for the step to be certain; otherwise it is shown with reservation. Never hides the step. */
  'certain-when': Conditions.default({}),
  /** The condition in words, as the law has it. */
  'conditions-text': Text.optional(),
  'needs-both': z.boolean().default(false),
  urgency: z.enum(['immediately', 'without-delay', 'when-needed']),
  consent: z.enum(['not-required', 'required']),
  'consent-text': Text,
  basis: Basis,
  deadline: z.string().optional(),
  law: z.array(LawReference).min(1),
});
export type NextStep = z.infer<typeof NextStep>;

/** An answer that follows from others and takes their place: earlier seizures in withdrawal count as severe. `implies` sets a choice or a yes/no fact, or adds to a set. */
export const Implication = z.strictObject({
  id: Slug,
  when: Conditions,
  implies: z.union([
    z.strictObject({ fact: Slug, choice: Slug }),
    z.strictObject({ fact: Slug, is: z.boolean() }),
    z.strictObject({ fact: Slug, includes: z.array(Slug).min(1) }),
  ]),
  /** May what it follows from be asked when someone does not know what is implied? Not when it is rare. */
  'ask-instead': z.boolean().default(true),
  /** Why the stated answer had to give way, said when it did. */
  because: Text,
});
export type Implication = z.infer<typeof Implication>;

/**
 * Answers that cannot both be right, though neither takes the other's place. They contradict each other when `when` is certainly met
 * and, if given, `unless` is certainly unmet.
 */
export const Contradictory = z.strictObject({ id: Slug, when: Conditions, unless: Conditions.optional(), because: Text });
export type Contradictory = z.infer<typeof Contradictory>;

/** situation.yaml: the facts a situation may hold and the next steps that follow from them. */
export const SituationFile = z.strictObject({
  facts: z.array(Fact).min(1),
  implications: z.array(Implication).default([]),
  contradictory: z.array(Contradictory).default([]),
  'next-steps': z.array(NextStep).default([]),
});
export type SituationFile = z.infer<typeof SituationFile>;

/**
 * activities.yaml: common activities for comparison across counties. `about` names facts that the activity itself settles: a row
 * that tests them has no condition by it. `term`: an agreement may have it as a term of its own rather than as a row. `units` are
 * the kinds of unit that a comparison tells apart; a performer of no kind stands for itself.
 */
export const ActivitiesFile = z.strictObject({
  activities: z.array(
    z.strictObject({
      id: Slug,
      label: Text,
      note: Text.optional(),
      about: z.array(Slug).default([]),
      term: z.enum(['local-agreements', 'duty-to-inform', 'deviation-ladder']).optional(),
    }),
  ),
  units: z
    .array(z.strictObject({ id: Slug, label: Text, authority: z.enum(['region', 'municipality']), performers: z.array(Slug).min(1) }))
    .default([]),
});
export type ActivitiesFile = z.infer<typeof ActivitiesFile>;

/** deadlines.yaml: the catalogue of time limits, each with its basis. */
export const DeadlinesFile = z.strictObject({
  deadlines: z.array(
    z.strictObject({
      id: z.string().regex(/^D\d{2}$/),
      name: Text,
      value: Text,
      amount: z.number().optional(),
      unit: z.enum(['hours', 'days', 'weeks', 'months', 'years']).optional(),
      basis: Basis,
      strength: Text.optional(),
      source: Text.optional(),
      law: LawReference.optional(),
      configurable: z.boolean().default(false),
      overridable: Text.optional(),
      certainty: Certainty,
      note: Text.optional(),
    }),
  ),
});
export type DeadlinesFile = z.infer<typeof DeadlinesFile>;

/** knowledge/<id>.yaml: one page of national knowledge support, in our words, with its tags. */
export const KnowledgeFile = z.strictObject({
  id: Slug,
  title: Text,
  publisher: Text,
  level: Text.optional(),
  url: WebAddress.optional(),
  read: IsoDate.optional(),
  'target-group': z.array(Text).min(1),
  'state-of-knowledge': z.array(Text).min(1),
  summary: z.array(Text).min(1),
  implementation: z.array(Text).min(1),
  'follow-up': z.array(Text).min(1),
  law: z.array(LawReference).default([]),
  tags: z.strictObject({
    performers: z.array(Slug),
    roles: z.array(Slug),
    support: z.array(Slug),
    'age-groups': z.array(Slug),
    severities: z.array(Slug),
    conditions: z.array(Slug),
  }),
});
export type KnowledgeFile = z.infer<typeof KnowledgeFile>;

/** synonyms.yaml: words that readers use for words that the agreements use. Each group is equivalent unless `to` is given. */
export const SynonymsFile = z.strictObject({
  groups: z.array(z.strictObject({ from: z.array(Text).min(1), to: z.array(Text).min(1) })),
  compounds: z.array(Text).default([]),
});
export type SynonymsFile = z.infer<typeof SynonymsFile>;

/** areas.yaml: the subject areas agreements are filed under. */
export const AreasFile = z.strictObject({ areas: z.array(Tag) });
export type AreasFile = z.infer<typeof AreasFile>;

/** law.yaml: statutes with their provisions and dates, and what old provisions became. Facts only. */
export const LawFile = z.strictObject({
  note: Text,
  'as-of': IsoDate,
  statutes: z.array(
    z.strictObject({
      sfs: z.string().regex(/^\d{4}:\d+$/),
      title: Text,
      abbreviation: Text.optional(),
      'in-force-from': IsoDate.optional(),
      'repealed-from': IsoDate.optional(),
      'replaced-by': z.string().optional(),
      /** Other names in running text, in lower case: `barnkonventionen`. The title's own forms need not be given. */
      names: z.array(Text).default([]),
      /** Whether sections are numbered within chapters (`16:4`) or through the act (`7 a`). Needed only where provisions are absent. */
      numbering: z.enum(['chapters', 'sections']).optional(),
      /** Absent = the provisions were not read; then a citation is "not covered" rather than "not found". */
      provisions: z.array(z.string()).optional(),
      'repealed-provisions': z.array(z.strictObject({ provision: z.string(), from: IsoDate.optional() })).default([]),
      /** Numbers where the reading has a hole or a stray line; a citation of one is "not covered", neither found nor missing. */
      'uncertain-provisions': z.array(z.string()).default([]),
    }),
  ),
  /** Sources other than statutes that agreements cite: regulations, bills, directives. Known to exist; content not covered. */
  other: z
    .array(
      z.strictObject({
        id: Text,
        series: z.enum(['SOSFS', 'HSLF-FS', 'Prop.', 'SOU', 'EU', 'SFS']),
        title: Text,
        names: z.array(Text).default([]),
        /** The act that this one only changed; what became of that act became of this. */
        amends: z.string().optional(),
        note: Text.optional(),
      }),
    )
    .default([]),
  successors: z.array(
    z.strictObject({
      /** No provisions = the act as a whole. */
      old: z.strictObject({ sfs: z.string(), provisions: z.array(z.string()) }),
      new: z.array(z.strictObject({ sfs: z.string(), provisions: z.array(z.string()) })).min(1),
      topic: Text,
      difference: Text.optional(),
      certainty: Certainty,
    }),
  ),
});
export type LawFile = z.infer<typeof LawFile>;
