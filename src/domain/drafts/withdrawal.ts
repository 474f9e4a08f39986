import type { Terms } from '../counties/terms.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { partiesWritten } from './draft-parties.ts';
import type { DraftState } from './process.ts';
import { type Decider, stepsOf } from './steps.ts';

/** A decision that somebody has taken about withdrawing a published version, on a day (ISO): from which day it no longer applies; null when they said no. */
export type WithdrawalDecision = { readonly decider: string; readonly on: string; readonly from: string | null };

/**
 * Who must decide before a version is withdrawn, who has not, who has said no, the text that this rests on, and from which day it would no longer apply.
 * It is `refused` as long as the last that somebody has said is no, whoever else has said yes; nobody knows who decides when it is `unknown`.
 */
export type Withdrawal = {
  readonly state: 'unknown' | 'open' | 'refused' | 'decided';
  readonly deciders: readonly Decider[];
  readonly awaited: readonly Decider[];
  readonly against: readonly Decider[];
  readonly cites: readonly string[];
  readonly from: string | undefined;
};

const DECIDES: readonly string[] = ['adopt', 'establish'];

/**
 * How a published version is withdrawn: by those who adopted or established it, each by a decision of its own, from the latest of the days they name. Agreements say
 * how they are adopted and seldom how they are withdrawn, so this is read out of their own adoption. Nobody, where the agreement does not say who adopts it: then it
 * is not known who decides. `working`: the codes of the municipalities that worked on it.
 */
export function withdrawalOf(
  terms: { readonly adoption?: Terms['adoption'] | undefined; readonly parties?: Terms['parties'] | undefined },
  working: readonly string[],
  taken: readonly WithdrawalDecision[],
): Withdrawal {
  const steps = stepsOf({ terms, class: 'major', municipalities: partiesWritten(terms, working) }).filter(({ kind }) =>
    DECIDES.includes(kind),
  );
  const deciders = [...new Set(steps.flatMap((step) => step.deciders))];
  const cites = (terms.adoption ?? []).filter(({ step }) => DECIDES.includes(step)).flatMap((step) => step.cites);
  const standing = new Map(deciders.map((decider) => [decider, standingOf(taken, decider)]));
  const awaited = deciders.filter((decider) => standing.get(decider) === undefined);
  const against = deciders.filter((decider) => standing.get(decider)?.from === null);
  const state = deciders.length === 0 ? 'unknown' : against.length > 0 ? 'refused' : awaited.length > 0 ? 'open' : 'decided';
  const days = [...standing.values()].flatMap((one) => one?.from ?? []).sort();
  return { state, deciders, awaited, against, cites: [...new Set(cites)], from: state === 'decided' ? days.at(-1) : undefined };
}

/** What somebody has said last; undefined when they have said nothing. A yes is for ever, a no until they decide again. */
export function standingOf<Taken extends WithdrawalDecision>(taken: readonly Taken[], decider: string): Taken | undefined {
  const own = taken.filter((one) => one.decider === decider);
  return own.find(({ from }) => from !== null) ?? own.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1);
}

/** Can it be withdrawn, or has it been? Only what is or was published. */
export function wasPublished(state: DraftState): boolean {
  return state === 'published' || state === 'withdrawn';
}

/** Is there nothing left to decide before it is withdrawn: everyone has said yes, or nobody knows who decides? */
export function isReadyToWithdraw({ state }: Pick<Withdrawal, 'state'>): boolean {
  return state === 'decided' || state === 'unknown';
}

/** May they decide now? A yes is for ever; who has said no may decide again. */
export function isStillToDecide(taken: readonly WithdrawalDecision[], decider: string): boolean {
  return (standingOf(taken, decider)?.from ?? null) === null;
}

/** What a decision is found again by: a party's by its body, paragraph and number, a joint body's by its number. */
export function foundBy(decider: string): readonly ('body' | 'paragraph' | 'registry')[] {
  return decider.startsWith('party:') ? ['body', 'paragraph', 'registry'] : ['registry'];
}

/**
 * What speaks against a version being withdrawn from a day: it had not begun to apply (`withdrawn-before-it-applies`, params: from), or it was not published
 * (`withdrawn-before-published`, params: published). What was read as in force cannot have been withdrawn before anybody could read it.
 */
export function withdrawalDayFault(
  day: string,
  { from, published }: { from: string | undefined; published: string | undefined },
): Refusal<'withdrawn-before-it-applies' | 'withdrawn-before-published'> | undefined {
  if (from !== undefined && day < from) return refuse('withdrawn-before-it-applies', { from });
  return published !== undefined && day < published ? refuse('withdrawn-before-published', { published }) : undefined;
}
