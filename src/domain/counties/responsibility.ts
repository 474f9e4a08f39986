import { z } from 'zod';
import { Conditions } from './conditions.ts';
import { Basis, Certainty, Cites, LawReference, Slug, Text } from './ids.ts';

/**
 * What an actor does in a row.
 * `responsible` has responsibility (says nothing of others); `main` is named as the chief one; `contributes` takes part;
 * `host` houses the unit; `may-offer` may but need not; `refers` sends onward.
 */
export const ActorRole = z.enum(['responsible', 'main', 'contributes', 'host', 'may-offer', 'refers']);
export type ActorRole = z.infer<typeof ActorRole>;

/** A time limit with its basis. `value` is shown as written (`genast`, `24 timmar`); `catalogue` points into deadlines.yaml. */
export const Deadline = z.strictObject({
  value: Text,
  basis: Basis,
  strength: z.enum(['must', 'should', 'preferably']).default('must'),
  catalogue: z.string().optional(),
});

/** One row of a responsibility matrix: an activity, who does it, when, on what ground. */
export const ResponsibilityRow = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z]?\d+)+$/),
  group: Slug,
  /** As in the source's own row heading, short. */
  activity: Text,
  /** One plain sentence for the reader: who does what. LIX well under 40. */
  plain: Text,
  mode: z.enum(['joint', 'municipality', 'region', 'external']),
  actors: z.array(z.strictObject({ actor: z.string(), role: ActorRole })).min(1),
  /** Only some professional roles of the performers; absent = all roles of the actor. */
  roles: z.array(Slug).optional(),
  /** Selects: when false in a situation, the row has nothing to say about it. */
  when: Conditions.default({}),
  /** Other ways to be selected, each enough by itself: the row is selected when `when` holds, or all of one of these. */
  'also-when': z.array(Conditions).default([]),
  /** Requires: when false, the rule is shown as unmet together with the way forward. */
  conditions: Conditions.default({}),
  /** The conditions in words, as the agreement has them. */
  'conditions-text': Text.optional(),
  /** Holds for everyone in the situation; never hidden by a filter. */
  always: z.boolean().default(false),
  /** What to do when a condition is unmet: never "no right to care". Required when there are conditions. */
  'way-forward': Text.optional(),
  'way-forward-rows': z.array(z.string()).default([]),
  deadline: Deadline.optional(),
  /** More time limits that bear on the duty, by their ids in deadlines.yaml: shown with what each rests on. */
  'more-deadlines': z.array(z.string()).default([]),
  consent: z.enum(['not-required', 'required']).optional(),
  requires: z.array(Text).default([]),
  linked: z.array(Slug).default([]),
  law: z.array(LawReference).default([]),
  warnings: z.array(Text).default([]),
  conflicts: z.array(z.strictObject({ agreement: Slug, row: z.string(), text: Text })).default([]),
  methods: z.array(Text).default([]),
  note: Text.optional(),
  certainty: Certainty.default('source'),
  /** Common activity across counties (counties/national/activities.yaml), for comparison side by side. */
  comparable: Slug.optional(),
  knowledge: z.array(Slug).default([]),
  cites: Cites,
});
export type ResponsibilityRow = z.infer<typeof ResponsibilityRow>;
