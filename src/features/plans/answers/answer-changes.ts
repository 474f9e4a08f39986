import { z } from 'zod';
import { type Actor, assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { CHANGE_ANSWERS, CHANGE_KINDS, type ChangeAnswer, type Changed } from '../../../domain/plans/changes.ts';
import { mayAnswerChanges } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type KeyRing, lockSubject, newId, type Tx, useCase } from '../../../platform/index.ts';
import { contentsOf } from '../contents/contents.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { insertChangeAnswer } from './answers.sql.ts';

const Answer = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  subject: z.uuid(),
  number: z.int().min(1),
  answer: z.enum(CHANGE_ANSWERS),
  words: z.string().trim().max(2000).default(''),
});

/**
 * Says what the person thinks of goals, measures and who answers for what, each in the wording that they had before them: by themselves, or noted by the staff
 * that lead the plan. The same answer once more is not written twice. Refuses `plan-not-found`, `nothing-answered`, `words-missing` (a no, a comment and a reason
 * say something), `reason-is-staffs` (the individual does not say why they were not asked), and `changed-meanwhile` for what is no longer worded so.
 */
export const answerChanges = useCase({
  permission: 'plans.answer-changes',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), answers: z.array(Answer).max(200) }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayAnswerChanges(actor, loaded.reach)) return refuse('plan-not-found');
    if (input.answers.length === 0) return refuse('nothing-answered');
    const silent = input.answers.find(({ answer, words }) => answer !== 'approved' && words.length < 2);
    if (silent) return refuse('words-missing', { change: changeKey(silent) });
    if (loaded.reach.own && input.answers.some(({ answer }) => answer === 'not-asked')) return refuse('reason-is-staffs');
    const { changes = [] } = await contentsOf(context, loaded);
    const fresh: z.output<typeof Answer>[] = [];
    for (const one of input.answers) {
      const change = changes.find(({ kind, subject, number }) => kind === one.kind && subject === one.subject && number === one.number);
      if (!change) return refuse('changed-meanwhile');
      const last = change.answers.at(-1);
      const same = last?.answer === one.answer && (last.words ?? '') === one.words && last.own === loaded.reach.own;
      if (!same) fresh.push(one);
    }
    if (fresh.length === 0) return { loaded };
    await keepAnswers({ tx, actor, now, keys }, input.plan, fresh, loaded.reach.own);
    const count = (answer: ChangeAnswer) => fresh.filter((one) => one.answer === answer).length;
    const content = Object.fromEntries(CHANGE_ANSWERS.map((answer) => [answer, count(answer)]));
    await record({ kind: 'plans.answer-changes', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

type Keeping = { readonly tx: Tx; readonly actor: Actor; readonly now: Temporal.Instant; readonly keys: KeyRing };
type ToKeep = Changed & { readonly answer: ChangeAnswer; readonly words: string };

/** Keeps answers to wordings that are known to be those of the plan. */
export async function keepAnswers(
  { tx, actor, now, keys }: Keeping,
  plan: string,
  answers: readonly ToKeep[],
  own: boolean,
): Promise<void> {
  const assignment = own ? undefined : assignmentOf(actor);
  const by = { account: getLogin(actor).account, organisation: assignment?.organisation.id ?? null, unit: assignment?.unit?.id ?? null };
  for (const { kind, subject, number, answer, words } of answers) {
    const id = newId(now);
    const cipher = sealed(keys, words, contexts.changeAnswer(id));
    await insertChangeAnswer(tx, plan, { id, kind, subject, number, answer, cipher }, by, now);
  }
}

/** One change as the forms name it. */
export function changeKey({ kind, subject, number }: Changed): string {
  return `${kind}.${subject}.${number}`;
}
