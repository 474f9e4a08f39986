import type { Actor } from '../../domain/access/actor.ts';
import { mayDoToRound, mayReadRound } from '../../domain/consultations/policies.ts';
import { type RoundState, stateOf } from '../../domain/consultations/round.ts';
import type { Tx } from '../../platform/index.ts';
import { type ListedRow, listRounds } from './listed-rounds.sql.ts';

/** A round in a list, as whoever asks sees it. */
export type ListedRound = {
  readonly row: ListedRow;
  readonly state: RoundState;
  /** They speak for somebody who is asked and has not replied. */
  readonly awaitsReply: boolean;
  /** The views that they may answer, and that have no answer. */
  readonly awaitsDisposition: number;
  /** Its day has passed, every view is answered, and they may close it. */
  readonly awaitsClosing: boolean;
};

/** Every round that whoever asks may read, or those that are neither closed nor recalled, the latest opened first. No texts and no views are read. */
export async function loadRounds(
  tx: Tx,
  actor: Actor,
  today: Temporal.PlainDate,
  which: 'all' | 'running' = 'all',
): Promise<ListedRound[]> {
  return (await listRounds(tx, which)).flatMap((row) => {
    const { closedOn, recalledOn, lastDay, own, unanswered } = row;
    const state = stateOf({ closedOn: closedOn ?? undefined, recalledOn: recalledOn ?? undefined, lastDay }, today);
    // Of those asked only those they speak for are read: the policies ask for no others.
    const owner = { ...row, receivers: own, isRecalled: state === 'recalled' };
    if (!mayReadRound(actor, owner)) return [];
    const runs = state === 'open' || state === 'overdue';
    return {
      row,
      state,
      awaitsReply: runs && own.some(({ hasReplied }) => !hasReplied),
      awaitsDisposition: runs && mayDoToRound(actor, 'consultations.dispose', owner) ? unanswered : 0,
      awaitsClosing: state === 'overdue' && unanswered === 0 && mayDoToRound(actor, 'consultations.close', owner),
    };
  });
}
