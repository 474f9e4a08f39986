import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { loadRounds } from './list-rounds.ts';
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
    return open.map(
      ({ row: { id, short: title, lastDay }, awaitsReply: answers, awaitsDisposition: unanswered, awaitsClosing: closable }) => ({
        id,
        title,
        lastDay,
        answers,
        unanswered,
        closable,
      }),
    );
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
