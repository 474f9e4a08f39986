import { type DataKind, dataKinds } from '../consents/kinds.ts';
import type { Ground, PlanReach } from './reach.ts';

/**
 * Which rules answered, of those that say who reads what of a plan (`planReachOf` and what it asks). Raised when their answer to the same facts changes: what was
 * answered by other rules cannot be compared.
 */
export const REACH_RULES = 'plan-reach-2';

/** What the log keeps of an answer: by which rules, at which moment, and for each kind of data that was open what let the reader in. */
export type LoggedReach = {
  readonly rules: string;
  readonly moment: string;
  readonly kinds: readonly string[];
  readonly grounds: readonly string[];
};

/** An answer as the log keeps it. Each ground with its kind of data: `needs:consent:<id>`, `goals:own`. */
export function loggedReach({ grounds }: PlanReach, at: Temporal.Instant): LoggedReach {
  return {
    ...{ rules: REACH_RULES, moment: at.toString(), kinds: [...grounds.keys()] },
    grounds: [...grounds].map(([kind, ground]) => [kind, ground.kind, ...('id' in ground ? [ground.id] : [])].join(':')),
  };
}

/** What was open then, by kind of data, each with what let the reader in; undefined when it cannot be read. */
export function readGrounds(grounds: readonly string[]): ReadonlyMap<DataKind, Ground> | undefined {
  const read = grounds.map((text): readonly [DataKind, Ground] | undefined => {
    const [kind, ground, id] = text.split(':');
    const known = dataKinds.find((one) => one === kind);
    if (!known) return undefined;
    if (ground === 'own' || ground === 'individual') return [known, { kind: ground }];
    return (ground === 'consent' || ground === 'rule' || ground === 'guardian' || ground === 'representative') && id
      ? [known, { kind: ground, id }]
      : undefined;
  });
  return read.every((one) => one !== undefined) ? new Map(read) : undefined;
}

/** A kind of data for which the log and the rows that are kept do not say the same. */
export type Difference = { readonly kind: DataKind; readonly logged: Ground | undefined; readonly again: Ground | undefined };

/** Do the log and the rules, asked again, say the same? `other-rules`: the rules have changed since, and it cannot be said. */
export type Replay =
  | { readonly verdict: 'same' }
  | { readonly verdict: 'different'; readonly differences: readonly Difference[] }
  | { readonly verdict: 'other-rules' };

/** What the log says was open, beside what the same rules answer again from the rows that are kept: same kinds of data, each by the same ground. */
export function compareReach(
  logged: { readonly rules: string; readonly grounds: ReadonlyMap<DataKind, Ground> },
  again: Pick<PlanReach, 'grounds'>,
): Replay {
  if (logged.rules !== REACH_RULES) return { verdict: 'other-rules' };
  const differences = dataKinds.flatMap((kind): Difference[] => {
    const [then, now] = [logged.grounds.get(kind), again.grounds.get(kind)];
    return said(then) === said(now) ? [] : [{ kind, logged: then, again: now }];
  });
  return differences.length === 0 ? { verdict: 'same' } : { verdict: 'different', differences };
}

function said(ground: Ground | undefined): string {
  return ground ? [ground.kind, 'id' in ground ? ground.id : ''].join(' ') : '';
}
