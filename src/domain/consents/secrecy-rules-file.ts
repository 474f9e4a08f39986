import { z } from 'zod';
import { Basis, Certainty, LawReference, Slug, Text } from '../counties/ids.ts';

/**
 * Under which secrecy somebody works: health care (OSL 25 kap.) and social services (OSL 26 kap.) as authorities; private providers, who have tystnadsplikt by PSL 6 kap.
 * 12–16 §§ and SoL 17 kap. 11 § instead; the police; and other authorities.
 */
export const regimes = ['health-care', 'social-services', 'private-care', 'private-social', 'police', 'other-authority'] as const;
export type Regime = (typeof regimes)[number];

/** What somebody misuses. Which of them a rule counts is said by the rule. */
export const misuses = ['alcohol', 'narcotics', 'volatile-solvents', 'medicines', 'doping', 'gambling'] as const;
export type Misuse = (typeof misuses)[number];

/** What may have to hold for a rule to be used. The first three follow from age and misuse; the rest somebody judges, each time. */
export const conditions = [
  'under-18',
  'under-21',
  'ongoing-misuse',
  'lpt-lrv-care',
  'unborn-child',
  'cannot-consent',
  'needed-for-care',
  'needed-for-own-task',
  'same-huvudman',
  'duty-by-statute',
  'risk-of-crime',
  'risk-of-terrorist-crime',
  'risk-of-serious-violence',
] as const;
export type Condition = (typeof conditions)[number];

/**
 * A rule that may break secrecy without consent. `standing`: `usable`; `does-not-apply`, where the law says that it is no ground for this secrecy; `not-found`, where one
 * was looked for and not found, so that its absence is seen. `ways`: lists of conditions, one of which must hold whole. `misuses`: what counts as ongoing misuse.
 */
export const SecrecyRule = z.strictObject({
  id: Slug,
  title: Text,
  law: z.array(LawReference).default([]),
  standing: z.enum(['usable', 'does-not-apply', 'not-found']),
  from: z.array(z.enum(regimes)).min(1),
  to: z.array(z.enum(regimes)).min(1),
  ways: z.array(z.array(z.enum(conditions)).min(1)).default([]),
  misuses: z.array(z.enum(misuses)).default([]),
  /** To be used with restraint, by the preparatory works. */
  restrictive: z.boolean().default(false),
  certainty: Certainty,
  note: Text.optional(),
});
export type SecrecyRule = z.output<typeof SecrecyRule>;

/** A duty to tell that goes before secrecy (OSL 10 kap. 28 §) and never waits for consent. `who`: those it binds. */
export const TellingDuty = z.strictObject({
  id: Slug,
  title: Text,
  law: z.array(LawReference).min(1),
  who: z.array(z.enum(regimes)).min(1),
  urgency: z.enum(['immediately', 'on-request']),
  certainty: Certainty,
  note: Text.optional(),
});
export type TellingDuty = z.output<typeof TellingDuty>;

/**
 * secrecy-rules.yaml: when something may be told without consent, and when it must be. `limits`: how long one decision reaches and when it is reviewed, which the law
 * does not say. `performers`: which kinds of unit work under which secrecy, as an authority's own; a kind that is not listed is not known.
 */
export const SecrecyRulesFile = z.strictObject({
  note: Text,
  limits: z.strictObject({
    'longest-days': z.int().min(1).max(366),
    'review-within-days': z.int().min(1).max(366),
    basis: Basis,
    note: Text,
  }),
  performers: z.array(
    z.strictObject({ regime: z.enum(['health-care', 'social-services']), kinds: z.array(Slug).min(1), certainty: Certainty }),
  ),
  rules: z.array(SecrecyRule).min(1),
  duties: z.array(TellingDuty).min(1),
});
export type SecrecyRulesFile = z.output<typeof SecrecyRulesFile>;
