import { z } from 'zod';
import { mayCorrectPerson } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { lockSubject, useCase } from '../../platform/index.ts';
import { findRecordByCase } from '../persons/index.ts';
import { loadPlan, lookAtPlan } from './load-plan.ts';
import { noteChild } from './note-child.ts';
import { type SetPersonAnswer, setPlanPerson } from './plans.sql.ts';

/**
 * Sets right whom a plan is about, that was opened on the record of somebody else: by those who lead it and work with both, by a case number of the right
 * person, as long as nobody else has had to do with it. Whoever it was opened on sees it no more. The same once more changes nothing. Refuses
 * `plan-not-found`, `join-case-unknown`, and `plan-person-settled`, `join-protected`, `join-came-along` as the database says.
 */
export const correctPerson = useCase({
  permission: 'plans.correct-person',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), caseNumber: z.string().trim().min(1).max(40) }),
  run: async (context) => {
    const { tx, actor, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const before = await loadPlan(context, input.plan);
    if (!before || !mayCorrectPerson(actor, before.reach)) return refuse('plan-not-found');
    const person = await findRecordByCase(context, input.caseNumber);
    if (!person) return refuse('join-case-unknown');
    if (person === before.row.person_id) return { before, after: before };
    const answer = await setPlanPerson(tx, input.plan, person);
    const refusal = refusalOf(answer);
    if (refusal) return refusal;
    await record({ kind: 'plans.correct-person', subject: { kind: 'plan', id: input.plan }, content: {} });
    const after = await loadPlan(context, input.plan);
    if (!after) throw new Error('a plan that was set right is not there');
    await noteChild(context, after);
    return { before, after };
  },
  // Both records: the one that it was opened on, and the one that it is about.
  audit: ({ plan }, answer) => [
    ...lookAtPlan(plan, answer?.before, { written: true }),
    ...(answer && answer.after !== answer.before ? lookAtPlan(plan, answer.after, { written: true }) : []),
  ],
});

/** Why the database would not; undefined when it did. */
function refusalOf(answer: SetPersonAnswer) {
  switch (answer) {
    case 'done':
      return undefined;
    case 'join-came-along':
      return refuse('join-came-along');
    case 'join-protected':
      return refuse('join-protected');
    case 'plan-person-settled':
      return refuse('plan-person-settled');
    case 'person-not-found':
      return refuse('person-not-found');
  }
}
