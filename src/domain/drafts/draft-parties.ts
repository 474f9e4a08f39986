import { type Refusal, refuse } from '../refusal.ts';
import type { DraftText } from './draft-file.ts';

/** Which municipalities are parties, as a form says it: all of the county's, or those with these codes. */
export type NamedParties = 'all' | readonly string[];

/**
 * The codes of the municipalities that are parties by the text as it stands: they decide. `working`: those who have been parties at some time of the work,
 * which are all of the county's whenever the text says so.
 */
export function partiesWritten(terms: Partial<DraftText['terms']>, working: readonly string[]): readonly string[] {
  const named = terms.parties?.municipalities ?? 'all';
  return named === 'all' ? working : named;
}

type Ground = {
  readonly class: 'major' | 'minor';
  /** The codes to choose among: those of the county, of a local agreement the parties of its parent. */
  readonly choices: readonly string[];
  readonly isLocal: boolean;
};

/**
 * The parties that a form names, in the order they are chosen among, each once. Refuses `minor-keeps-parties` when an amendment of the simple kind would change
 * who they are (its form does not ask), `no-party` when no municipality is named, `local-names-parties` when a local agreement would be everybody's, and `municipality-not-found` for
 * one that is not among the choices.
 */
export function partiesFrom(
  typed: NamedParties,
  before: NamedParties | undefined,
  { class: size, choices, isLocal }: Ground,
): 'all' | string[] | Refusal<'minor-keeps-parties' | 'no-party' | 'local-names-parties' | 'municipality-not-found'> {
  const saysNothing = size === 'minor' && typed.length === 0;
  if (before !== undefined && (saysNothing || isSame(typed, before))) return before === 'all' ? 'all' : [...before];
  if (size === 'minor') return refuse('minor-keeps-parties', {});
  if (typed === 'all') return isLocal ? refuse('local-names-parties', {}) : 'all';
  if (typed.length === 0) return refuse('no-party', {});
  const stranger = typed.find((code) => !choices.includes(code));
  if (stranger !== undefined) return refuse('municipality-not-found', { code: stranger });
  return choices.filter((code) => typed.includes(code));
}

function isSame(some: NamedParties, others: NamedParties): boolean {
  if (some === 'all' || others === 'all') return some === others;
  return new Set([...some, ...others]).size === new Set(some).size && new Set(some).size === new Set(others).size;
}

/** Who comes and who leaves when the parties are others than before. `everyone`: the codes that "all" stands for. */
export function partyChanges(
  before: NamedParties,
  now: NamedParties,
  everyone: readonly string[],
): { readonly joins: string[]; readonly leaves: string[] } {
  const [was, is] = [before === 'all' ? everyone : before, now === 'all' ? everyone : now];
  return { joins: is.filter((code) => !was.includes(code)), leaves: was.filter((code) => !is.includes(code)) };
}
