import type { Party } from '../agreements/parties.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Turn } from './turn.ts';

/** A party's leaving or joining as it was noted here. Days are ISO days. */
export type NotedTurn = {
  readonly act: string;
  readonly party: Party;
  readonly turn: Turn;
  readonly from: string;
  readonly registry: string;
  /** It was said since that it was wrong. */
  readonly isCorrected: boolean;
};

/** What may rest on a turn: the turns that are known of the party, and the days on which it has registered something of the agreement. ISO days. */
export type RestingGround = { readonly party: Party; readonly known: readonly string[]; readonly registered: readonly string[] };

type CorrectionCode = 'turn-not-found' | 'turn-corrected' | 'turn-rests-on-it' | 'turn-same-day';

/**
 * Why a party cannot say that a turn it noted was wrong, and that `instead`, if anything, is the day of it; undefined when it can, before the day of the turn or after. What has
 * been done since as a party, or as none, rests on it. Refuses `turn-not-found` (also of what another party noted), `turn-corrected`, `turn-same-day`, and
 * `turn-rests-on-it` (params: on) where the party has turned again, or has registered something of the agreement since it joined.
 */
export function correctionFault(
  turn: NotedTurn | undefined,
  { party, known, registered }: RestingGround,
  instead?: string,
): Refusal<CorrectionCode> | undefined {
  if (turn?.party !== party) return refuse('turn-not-found');
  if (turn.isCorrected) return refuse('turn-corrected');
  if (instead === turn.from) return refuse('turn-same-day');
  const done = turn.turn === 'joined' ? registered : [];
  const [on] = [...known.filter((day) => day > turn.from), ...done.filter((day) => day >= turn.from)].toSorted();
  return on === undefined ? undefined : refuse('turn-rests-on-it', { on });
}

type ActOfParties = {
  readonly kind: string;
  readonly on: string;
  readonly registry?: string | undefined;
  readonly parties?: 'all' | readonly Party[] | undefined;
};

/** A version as it would be if the turn had never been noted. */
export function withoutTurn<V extends { readonly acts: readonly ActOfParties[] }>(
  version: V,
  turn: Pick<NotedTurn, 'party' | 'turn' | 'from' | 'registry'>,
): V {
  const acts = version.acts.filter(
    ({ kind, on, registry, parties }) =>
      !(kind === turn.turn && on === turn.from && registry === turn.registry && parties !== 'all' && parties?.join() === turn.party),
  );
  return { ...version, acts };
}
