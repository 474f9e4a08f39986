import { answersTo, type ChangeAnswer, type Changed, isAsked, isSettled } from '../../../domain/plans/changes.ts';
import type { Voice } from '../../../domain/plans/parts.ts';
import { openText } from '../../persons/index.ts';
import type { Asking } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { listChangeAnswers } from './answers.sql.ts';

/** A thing in the plan that the person may answer to. `said`: what it says, or who. `sort`: of a duty. */
export type Answerable = Changed & {
  readonly said: string;
  readonly voice?: Voice;
  readonly sort?: 'overall' | 'coordinator' | 'follow-up';
  readonly day?: Temporal.PlainDate;
};

/** What was answered, and what was written with it. `own`: by the person themselves, else noted by a unit. */
export type ShownAnswer = {
  readonly answer: ChangeAnswer;
  readonly words: string | undefined;
  readonly own: boolean;
  readonly unit: string | undefined;
  readonly at: Temporal.Instant;
};

/** A change with what the person says of it: `settled` when it has an answer or a reason, `answers` to its wording now, `earlier` to those before. */
export type ShownChange = Answerable & {
  readonly settled: boolean;
  readonly answers: readonly ShownAnswer[];
  readonly earlier: readonly ShownAnswer[];
};

/** Each thing in the plan that is for the person to answer, with what they have said of it. */
export async function changesOf({ tx, keys }: Asking, plan: string, said: readonly Answerable[]): Promise<ShownChange[]> {
  const given = await listChangeAnswers(tx, plan);
  const shown = ({ id, answer, cipher, own, unit_name, at }: (typeof given)[number]): ShownAnswer => ({
    ...{ answer, own, at, unit: unit_name ?? undefined },
    words: openText(keys, cipher, contexts.changeAnswer(id)),
  });
  return said.filter(isAsked).map((change) => {
    const { now, earlier } = answersTo(change, given);
    return { ...change, settled: isSettled(change, given), answers: now.map(shown), earlier: earlier.map(shown) };
  });
}

/** Those that have neither an answer nor a reason. */
export function unansweredOf(changes: readonly ShownChange[]): ShownChange[] {
  return changes.filter(({ settled }) => !settled);
}
