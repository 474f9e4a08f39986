import type { Party } from '../agreements/parties.ts';
import type { StatusCode } from '../agreements/status.ts';
import type { PartyStatusCode } from '../agreements/status-for-party.ts';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What a party may do with its place in an agreement that applies: leave it, or join it. */
export const turns = ['left', 'joined'] as const;
export type Turn = (typeof turns)[number];

/** The party's own decision. Days are ISO days; `from`: the first day it is no longer bound, or the first it is. */
export type TurnDecision = { readonly turn: Turn; readonly from: string; readonly decided: string };

/** How the agreement and the party stand on the day from which it would hold, and the turns that are known of the party. */
export type TurnGround = {
  readonly today: string;
  readonly termination: AgreementFile['terms']['termination'];
  readonly agreement: StatusCode;
  readonly party: PartyStatusCode;
  /** ISO days of everything that is known of the party's joining and leaving. */
  readonly known: readonly string[];
};

const OVER: ReadonlySet<StatusCode> = new Set(['expired', 'replaced', 'withdrawn', 'proposal']);
const BOUND: ReadonlySet<PartyStatusCode> = new Set(['in-force', 'not-yet', 'unknown']);

type TurnCode =
  | 'turn-in-the-past'
  | 'turn-decided-later'
  | 'leaving-not-allowed'
  | 'agreement-over'
  | 'turn-known-later'
  | 'not-bound'
  | 'already-bound';

/**
 * Why a party cannot leave, or join, an agreement from a day; undefined when it can. Leaving is refused where the agreement's own terms allow none; where they say
 * nothing of it, the party decides for itself. Refuses `turn-in-the-past`, `turn-decided-later` (no decision is taken tomorrow), `leaving-not-allowed`,
 * `agreement-over` for what applies to nobody on that day, `turn-known-later` (params: on) where a turn on that day or later is known, `not-bound` and `already-bound`.
 */
export function turnFault({ turn, from, decided }: TurnDecision, ground: TurnGround): Refusal<TurnCode> | undefined {
  const { today, termination, agreement, party, known } = ground;
  if (turn === 'left' && termination?.allowed === false) return refuse('leaving-not-allowed');
  if (from < today) return refuse('turn-in-the-past');
  if (decided > today) return refuse('turn-decided-later');
  if (OVER.has(agreement)) return refuse('agreement-over');
  const later = known.filter((on) => on >= from).toSorted()[0];
  if (later !== undefined) return refuse('turn-known-later', { on: later });
  if (turn === 'left') return BOUND.has(party) ? undefined : refuse('not-bound');
  return party === 'left' || party === 'not-adopted' ? undefined : refuse('already-bound');
}

/** The days on which the party joined or left, by the acts of all versions. */
export function turnDays(versions: readonly Pick<AgreementFile, 'acts'>[], party: Party): string[] {
  return versions
    .flatMap(({ acts }) => acts)
    .filter(({ kind, parties }) => (kind === 'joined' || kind === 'left') && (parties === 'all' || (parties?.includes(party) ?? false)))
    .map(({ on }) => on);
}
