import type { Conditions } from '../../counties/conditions.ts';
import type { ActorRole, ResponsibilityRow } from '../../counties/responsibility.ts';
import type { Terms } from '../../counties/terms.ts';

/** What of the meaning may change, in the order that changes are told. `duty…`: a row of responsibility; `actor…`: who an actor of the matrix is; `way…`: how something is done locally. */
export const CHANGE_KINDS = [
  'duty',
  'duty-actors',
  'duty-role',
  'duty-activity',
  'duty-id',
  'duty-selects',
  'duty-requires-facts',
  'duty-always',
  'duty-deadline',
  'duty-more-deadlines',
  'duty-professions',
  'duty-consent',
  'duty-needs',
  'duty-way-forward',
  'duty-methods',
  'duty-law',
  'actor-authority',
  'actor-performers',
  'actor-professions',
  'actor-members',
  'party',
  'target',
  'target-selects',
  'target-requires',
  'target-vulnerable',
  'target-instead',
  'valid-from',
  'valid-to',
  'extension-months',
  'extension-times',
  'extension-requires',
  'adoption-step',
  'adoption-by',
  'adoption-order',
  'cadence',
  'cadence-every',
  'cadence-strength',
  'cadence-by',
  'cadence-starts',
  'ladder',
  'ladder-step',
  'ladder-level',
  'ladder-ends',
  'ladder-rule',
  'inform-who',
  'inform-to',
  'inform-about',
  'local-per',
  'local-responsible',
  'local-purpose',
  'local-part',
  'local-guidance',
  'termination-allowed',
  'termination-instead',
  'termination-notice',
  'minor-by',
  'minor-may-not-touch',
  'way-how',
  'way-by',
  'way-when',
  'way-until',
  'way-evidence',
  'way-status',
  'way-reason',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

type Cadence = Terms['cadences'][number];

/** What was or is stated, in the form it has. Ids are those of the files; facts are those of situation.yaml. */
export type Stated =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'texts'; readonly texts: readonly string[] }
  | { readonly as: 'day'; readonly day: string }
  | { readonly as: 'period'; readonly period: string }
  | { readonly as: 'number'; readonly number: number }
  | { readonly as: 'yes-no'; readonly is: boolean }
  | { readonly as: 'ids'; readonly ids: readonly string[] }
  | { readonly as: 'deciders'; readonly by: readonly string[] }
  | { readonly as: 'actors'; readonly actors: readonly StatedActor[] }
  | { readonly as: 'ways'; readonly ways: readonly Conditions[] }
  | { readonly as: 'deadline'; readonly deadline: StatedDeadline }
  | { readonly as: 'cadence'; readonly cadence: Pick<Cadence, 'of' | 'kind' | 'every' | 'strength'> }
  | { readonly as: 'strength'; readonly strength: Cadence['strength'] }
  | { readonly as: 'consent'; readonly consent: NonNullable<ResponsibilityRow['consent']> };

type StatedDeadline = Pick<NonNullable<ResponsibilityRow['deadline']>, 'value' | 'basis' | 'strength'>;

/** An actor in a row of the matrix, by the name it has in its version. */
export type StatedActor = { readonly actor: string; readonly name: string; readonly role: ActorRole };

/** An actor whose work a change touches: the kinds of unit and the professions of the national vocabulary. */
export type TouchedActor = {
  readonly actor: string;
  readonly name: string;
  readonly authority: 'region' | 'municipality' | 'both' | 'external';
  readonly performers: readonly string[];
  readonly roles: readonly string[];
};

/** Whom a change concerns: actors of the matrix, bodies of the county (or `each-party`), municipalities by code. */
export type Touches = {
  readonly actors: readonly TouchedActor[];
  readonly bodies: readonly string[];
  readonly municipalities: readonly string[];
};

/**
 * One change of what an agreement means. `what`: the id of the row, cadence, step … it is about, empty for a term that there is one of;
 * `label`: what that is called, and of what recurs its kind. `from` null: it was not there; `to` null: it is no more. `cites`: the sentences that say so, in each version.
 */
export type Change = {
  readonly kind: ChangeKind;
  readonly what: string;
  readonly label: string;
  readonly from: Stated | null;
  readonly to: Stated | null;
  readonly cites: { readonly from: readonly string[]; readonly to: readonly string[] };
  readonly touches: Touches;
};

/** What a change is about, in either version. */
export type About = Pick<Change, 'what' | 'label' | 'cites' | 'touches'>;

/** The change of one thing that is stated, if it was changed. Order, where it says nothing, has been taken away by whoever states it. */
export function changed(kind: ChangeKind, about: About | (() => About), from: Stated | null, to: Stated | null): Change[] {
  if (from === null && to === null) return [];
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  return [{ kind, ...(typeof about === 'function' ? about() : about), from, to }];
}
