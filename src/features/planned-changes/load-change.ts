import type { Actor } from '../../domain/access/actor.ts';
import type { Party } from '../../domain/agreements/parties.ts';
import { type ChangeOwner, changeAbilities, mayDoToChange, mayReadChanges } from '../../domain/planned-changes/policies.ts';
import { type ChangeAct, type ChangeFault, type ChangeProcess, changeFault, processOf } from '../../domain/planned-changes/process.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import {
  type ChangeRow,
  listChanges,
  listParties,
  listReplies,
  listWithdrawn,
  listWordings,
  lockChange,
  type ReplyRow,
  type WhichChanges,
  type WordingRow,
} from './planned-changes.sql.ts';

/** An announced change as whoever asks sees it: how it is worded now and was before, where it is, what was said, and what they may do. */
export type ChangeView = {
  readonly row: ChangeRow;
  readonly wording: WordingRow;
  readonly wordings: readonly WordingRow[];
  readonly replies: readonly ReplyRow[];
  readonly withdrawn: Temporal.Instant | undefined;
  readonly owner: ChangeOwner;
  /** The parties that were told of an earlier wording, and are not of the one that holds. */
  readonly left: readonly Party[];
  readonly process: ChangeProcess;
  readonly abilities: ReadonlySet<ChangeAct>;
};

/** The changes that are asked for and whoever asks may read: the latest opened first. */
export async function loadChanges(tx: Tx, actor: Actor, which: WhichChanges, today: Temporal.PlainDate): Promise<ChangeView[]> {
  const changes = (await listChanges(tx, which)).filter(({ county }) => mayReadChanges(actor, county));
  const ids = changes.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [wordings, parties, replies, withdrawn] = await Promise.all([
    listWordings(tx, ids),
    listParties(tx, ids),
    listReplies(tx, ids),
    listWithdrawn(tx, ids),
  ]);
  return changes.flatMap((row) => {
    const own = wordings.filter(({ change }) => change === row.id);
    const [first, ...later] = own;
    if (!first) return [];
    const wording = later.at(-1) ?? first;
    const told = parties.filter(({ change }) => change === row.id);
    const receivers = told.filter(({ number }) => number === wording.number).map(({ party }) => party);
    const left = fellOut(told, receivers);
    const said = replies.filter(({ change }) => change === row.id);
    const calledOff = withdrawn.get(row.id);
    const owner = { county: row.county, organisation: row.organisation, units: wording.units, receivers };
    const history = { wordings: [first, ...later] as const, replies: said, withdrawn: calledOff !== undefined, receivers };
    const process = processOf(history, today);
    const abilities = changeAbilities(actor, owner, process);
    return [{ row, wording, wordings: own, replies: said, withdrawn: calledOff, owner, left, process, abilities }];
  });
}

/** Which of those that were ever told are none of these receivers. */
export function fellOut(told: readonly { readonly party: Party }[], receivers: readonly Party[]): Party[] {
  return [...new Set(told.map(({ party }) => party))].filter((party) => !receivers.includes(party));
}

type NotFound = Refusal<'change-not-found'>;

/** One announced change. Refuses `change-not-found`, also to those who may not read it. */
export async function loadChange(tx: Tx, actor: Actor, id: string, today: Temporal.PlainDate): Promise<ChangeView | NotFound> {
  const [view] = await loadChanges(tx, actor, { id }, today);
  return view ?? refuse('change-not-found', { id });
}

/**
 * As `loadChange`, for somebody who wants to do this to it, with whoever else does waiting. `party`: which one the act is about. Refuses also `forbidden`,
 * `change-reworded` when it has been worded anew since (`seen` is the wording that they had before them), and what `changeFault` says.
 */
export async function loadChangeFor(
  { tx, actor, today }: { tx: Tx; actor: Actor; today: Temporal.PlainDate },
  { id, act, seen, party }: { id: string; act: ChangeAct; seen: number; party?: string | undefined },
): Promise<ChangeView | NotFound | ChangeFault | Refusal<'forbidden' | 'change-reworded'>> {
  await lockChange(tx, id);
  const view = await loadChange(tx, actor, id, today);
  if (isRefusal(view)) return view;
  if (!mayDoToChange(actor, act, view.owner)) return refuse('forbidden', { permission: act });
  const fault = changeFault(view.process, act, party);
  if (fault) return fault;
  return view.wording.number === seen ? view : refuse('change-reworded', {});
}
