import { assignmentOf } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { partyOf } from '../../domain/agreements/parties.ts';
import { readChosenRow } from '../../domain/planned-changes/chosen-rows.ts';
import { countReceipts } from '../../domain/planned-changes/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import type { Scope } from '../../platform/index.ts';
import { partyName } from '../counties/index.ts';
import { listChangesWaiting } from './read-changes.ts';
import { awaitedTexts as texts } from './texts.ts';

/** The announced changes that wait for a receipt of one's party, and the objections that one's party has not answered. No day is set for either. */
export async function awaitedReceipts(scope: Scope): Promise<readonly WaitingItem[]> {
  const acting = assignmentOf(scope.actor);
  const own = acting && partyOf(acting);
  if (!own || !may(scope.actor, 'planned-changes.read')) return [];
  const found = await listChangesWaiting(scope, {});
  if (isRefusal(found)) return [];
  return found.changes.flatMap(({ row, wording, process, abilities }): WaitingItem[] => {
    const href = changeHref(row.id);
    if (abilities.has('planned-changes.acknowledge') && process.receipts.get(own) === 'awaiting') {
      const title = texts.acknowledge(wording.title, partyName(found.county, row.party), wording.from);
      const isDuty = wording.rows.some((word) => found.duties.has(readChosenRow(word)?.agreement ?? ''));
      return [{ kind: 'acknowledge-change', title, href, basis: isDuty ? 'agreement' : 'routine' }];
    }
    const { objecting } = countReceipts(process);
    return abilities.has('planned-changes.answer') && objecting > 0
      ? [{ kind: 'answer-objection', title: texts.answer(wording.title, objecting), href, basis: 'routine' }]
      : [];
  });
}

/** Where an announced change has its page. */
export function changeHref(id: string): string {
  return `/planerade-forandringar/${id}`;
}
