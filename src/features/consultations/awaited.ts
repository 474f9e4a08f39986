import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { mayDoToRound } from '../../domain/consultations/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { loadRounds } from './load-round.ts';
import { roundHref } from './shown.ts';
import { awaitedTexts as texts } from './texts.ts';

/** The rounds that wait for whoever asks: to be answered on behalf of those asked, or to have their views answered by those who write. */
const readAwaited = useCase({
  permission: 'consultations.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    if (!assignmentOf(actor)) return [];
    const open = await loadRounds(tx, actor, today, 'running');
    return open.map(({ row, own, round, receivers }) => ({
      id: row.id,
      title: row.content.short,
      lastDay: row.lastDay,
      answers: own.some(({ receiver }) => round.receivers.get(receiver)?.stance === undefined),
      unanswered: mayDoToRound(actor, 'consultations.dispose', { ...row, receivers }) ? round.unanswered.length : 0,
      closable:
        round.state === 'overdue' && round.unanswered.length === 0 && mayDoToRound(actor, 'consultations.close', { ...row, receivers }),
    }));
  },
});

/** What waits for someone among the consultations. */
export async function awaitedConsultations(scope: Scope): Promise<readonly WaitingItem[]> {
  const found = await readAwaited(scope, {});
  if (isRefusal(found)) return [];
  return found.flatMap(({ id, title, lastDay, answers, unanswered, closable }): WaitingItem[] => {
    const due = Temporal.PlainDate.from(lastDay);
    const views = `${roundHref(id)}/synpunkter`;
    return [
      ...(answers
        ? [{ kind: 'answer-consultation', title: texts.answer(title), href: roundHref(id), due, basis: 'proposal' } as const]
        : []),
      ...(unanswered > 0
        ? [{ kind: 'dispose-comments', title: texts.dispose(title, unanswered), href: views, basis: 'proposal' } as const]
        : []),
      ...(closable ? [{ kind: 'close-consultation', title: texts.close(title), href: views, basis: 'proposal' } as const] : []),
    ];
  });
}
