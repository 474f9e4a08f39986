import type { Consent, Withdrawal } from '../consents/consent.ts';
import { type Subject, voicesOf } from '../consents/guardians.ts';
import { statusOfAll } from '../consents/joint-answer.ts';
import { isSameGiver } from '../consents/kinds.ts';
import type { ClockFacts } from './clock.ts';
import { type Assessment, latestOfEach, stageOf } from './stage.ts';

/** When the steps of a plan were taken, and what was said of whether it is to be made. Without words, and without whose it is. */
export type PlanSteps = {
  /** The first day on which somebody pointed out the need. */
  readonly initiative: Temporal.PlainDate;
  /** When the person was first asked about a plan, and when staff first wrote down words of theirs. */
  readonly asked: Temporal.Instant | undefined;
  readonly noted: Temporal.Instant | undefined;
  readonly summoned: Temporal.Instant | undefined;
  /** When the first meeting that was held began. */
  readonly met: Temporal.Instant | undefined;
  readonly assessments: readonly Assessment[];
  /** Whom it is about, as far as it decides whose yes is needed. */
  readonly subject: Subject;
  /** What each who may answer has said to a plan being made. */
  readonly answers: readonly Pick<Consent, 'id' | 'giver' | 'answer' | 'takenAt' | 'recordedAt'>[];
  readonly withdrawals: readonly Withdrawal[];
};

/**
 * What the clock counts with. First contact is with the person, and about the plan: they are asked whether it may be made, or staff write down their words. That
 * a huvudman assesses the need, or writes of its own, is no contact. The duty falls away when every huvudman finds that no plan is needed, or those whose yes is
 * needed say no; the clock then stands at that day, and goes on from the same beginning if it is taken up again. For a plan that is not established: with that
 * it has done its work.
 */
export function clockFactsOf(steps: PlanSteps, now: Temporal.Instant): ClockFacts {
  const { initiative, asked, noted, summoned, met } = steps;
  const first = [asked, noted].flatMap((at) => at ?? []).sort(Temporal.Instant.compare)[0];
  return {
    initiative,
    taken: { 'first-contact': first && dayOf(first), summons: summoned && dayOf(summoned), meeting: met && dayOf(met) },
    ended: endedOn(steps, now),
  };
}

const PLAN = 'plan';

function endedOn(steps: PlanSteps, now: Temporal.Instant): Temporal.PlainDate | undefined {
  const { assessments, subject, answers, withdrawals } = steps;
  const consents = answers.map((one): Consent => ({ ...one, plan: PLAN, kind: 'make-plan', scopes: [] }));
  const agreed = statusOfAll({ consents, withdrawals }, subject, { plan: PLAN, kind: 'make-plan' }, now);
  const stage = stageOf({ assessments, agreed, established: false, closed: false });
  if (stage === 'not-needed') return lastOf(latestOfEach(assessments).map(({ at }) => at));
  if (stage === 'declined') return dayOf(refusedAt(steps, now));
  return undefined;
}

/** When the first of those who say no now said so last: a no of anybody whose yes is needed is enough. */
function refusedAt({ subject, answers, withdrawals }: PlanSteps, now: Temporal.Instant): Temporal.Instant {
  const voices = voicesOf(subject, 'make-plan', now);
  const noes = ('stop' in voices ? [] : voices.voices.flat()).flatMap((giver) => {
    const own = answers.filter((one) => isSameGiver(one.giver, giver));
    const back = withdrawals.filter(({ consent }) => own.some(({ id }) => id === consent));
    const words = [
      ...own.map(({ answer, takenAt }) => ({ no: answer === 'declined', at: takenAt })),
      ...back.map(({ at }) => ({ no: true, at })),
    ];
    const last = words.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at)).at(-1);
    return last?.no ? [last.at] : [];
  });
  return noes.toSorted(Temporal.Instant.compare)[0] ?? now;
}

function lastOf(moments: readonly Temporal.Instant[]): Temporal.PlainDate | undefined {
  const last = moments.toSorted(Temporal.Instant.compare).at(-1);
  return last && dayOf(last);
}

/** The day in Sweden. */
function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
}
