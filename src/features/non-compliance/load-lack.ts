import type { Actor } from '../../domain/access/actor.ts';
import { lackAbilities, mayDoToLack, mayReadLack } from '../../domain/non-compliance/policies.ts';
import { type NoticeAct, type NoticeProcess, noticeFault, noticeProcessOf } from '../../domain/non-compliance/process.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { type LackReply, type LackRow, listLackReplies, listLacks, listWithdrawnLacks, lockLack } from './non-compliance.sql.ts';

/** What was pointed out, as whoever asks sees it: what the bodies have said, where it is, and what they may do. */
export type LackView = {
  readonly row: LackRow;
  readonly replies: readonly LackReply[];
  readonly process: NoticeProcess;
  readonly abilities: ReadonlySet<NoticeAct>;
};

/** What was pointed out in a county, or under this id, that whoever asks may read. */
export async function loadLacks(tx: Tx, actor: Actor, which: { county: string } | { id: string }): Promise<LackView[]> {
  const rows = (await listLacks(tx, which)).filter((row) => mayReadLack(actor, row));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [said, withdrawn] = await Promise.all([listLackReplies(tx, ids), listWithdrawnLacks(tx, ids)]);
  return rows.map((row) => {
    const replies = said.filter(({ lack }) => lack === row.id);
    const process = noticeProcessOf(row.bodies, replies, withdrawn.has(row.id));
    return { row, replies, process, abilities: lackAbilities(actor, row, process) };
  });
}

/** One of them. Refuses `lack-not-found`, also to those who may not read it. */
export async function loadLack(tx: Tx, actor: Actor, id: string): Promise<LackView | Refusal<'lack-not-found'>> {
  const [view] = await loadLacks(tx, actor, { id });
  return view ?? refuse('lack-not-found', { id });
}

/** As `loadLack`, for somebody who wants to do this, with whoever else does waiting. Refuses also `forbidden` and what `noticeFault` says. */
export async function loadLackFor({ tx, actor }: { tx: Tx; actor: Actor }, id: string, act: NoticeAct, body?: string) {
  await lockLack(tx, id);
  const view = await loadLack(tx, actor, id);
  if (isRefusal(view)) return view;
  if (!mayDoToLack(actor, act, view.row)) return refuse('forbidden', { permission: act });
  return noticeFault(view.process, act, body) ?? view;
}
