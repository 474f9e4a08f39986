import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { CLOSING_REASONS, closingFault } from '../../../domain/plans/closing.ts';
import { followUpFault, OUTCOMES, RESULTS } from '../../../domain/plans/follow-up.ts';
import { mayClosePlan, mayFollowUp } from '../../../domain/plans/following-policy.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { insertDuty } from '../contents/contents.sql.ts';
import { contentsOf } from '../contents/contents.ts';
import { type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import type { WrittenBy } from '../plans.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import { closeNow } from './close-plan.ts';
import {
  type EvaluationRow,
  type FollowUpRow,
  findClosing,
  insertEvaluation,
  insertFollowUp,
  listEvaluations,
  listFollowUps,
  listVersionDays,
} from './following.sql.ts';
import { evaluationOf, followingOf, followUpWords } from './load-following.ts';

const Evaluation = z.strictObject({
  about: z.enum(['goal', 'measure']),
  id: z.uuid(),
  result: z.enum(RESULTS),
  words: z.string().trim().max(2000).default(''),
  /** What the person said of it there. */
  person: z.enum(RESULTS).optional(),
});

const FollowUp = z.strictObject({
  key: z.uuid(),
  plan: z.uuid(),
  on: IsoDate,
  present: z.string().trim().min(2).max(1000),
  tookPart: z.boolean(),
  whyNot: z.string().trim().max(1000).default(''),
  summary: z.string().trim().min(3).max(4000),
  /** The person's own view, in their words, as the staff note it. */
  ownView: z.string().trim().max(4000).default(''),
  evaluations: z.array(Evaluation).max(200),
  outcome: z.enum(OUTCOMES),
  next: IsoDate.optional(),
  reason: z.enum(CLOSING_REASONS).optional(),
  closingWords: z.string().trim().max(2000).default(''),
});
type FollowUp = z.output<typeof FollowUp>;

/**
 * Writes down that an established plan was followed up: how it went with every goal and measure that holds, what the person thinks, and what comes of it. The plan
 * goes on with a new day, is to be made anew, or is closed with a reason by the one who coordinates it. Refuses `plan-not-found`, `key-taken`, what
 * `followUpFault` says, `follow-up-absence-words-missing` (the person was not there), `evaluation-of-nothing` (it is no goal or measure that holds), and of closing
 * `closing-is-coordinators`, `closing-reason-missing` and what `closingFault` says.
 */
export const writeFollowUp = useCase({
  permission: 'plans.follow-up',
  mode: 'write',
  input: FollowUp,
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    const { plan, key: id, outcome } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit) return refuse('plan-not-found');
    const rows = await listFollowUps(tx, plan);
    const before = rows.find((one) => one.id === id);
    if (before) return (await isSame(context, before)) ? { loaded, id } : refuse('key-taken');
    const stands = await followingOf(context, loaded);
    if (stands.stage === 'closed') return refuse('plan-closed');
    if (!mayFollowUp(actor, loaded.reach, stands)) return refuse('plan-not-found');
    const { goals = [], measures = [] } = await contentsOf(context, loaded);
    const holding = new Map([...goals.map((one) => [one.id, 'goal'] as const), ...measures.map((one) => [one.id, 'measure'] as const)]);
    if (input.evaluations.some((one) => holding.get(one.id) !== one.about)) return refuse('evaluation-of-nothing');
    const [first] = await listVersionDays(tx, plan);
    const [on, next] = [Temporal.PlainDate.from(input.on), input.next ? Temporal.PlainDate.from(input.next) : undefined];
    const fault = followUpFault(
      {
        ...{ stage: stands.stage, on, outcome, next, holding: [...holding.keys()], evaluated: input.evaluations.map((one) => one.id) },
        established: first?.established_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate(),
      },
      today,
    );
    if (fault) return fault;
    if (!input.tookPart && input.whyNot.length < 3) return refuse('follow-up-absence-words-missing');
    const closing = closingOf(input, { loaded, stands, mayClose: mayClosePlan(actor, stands) });
    if (isRefusal(closing)) return closing;
    const { present, whyNot, summary, ownView } = input;
    const words = keys.encrypt(JSON.stringify({ present, whyNot: input.tookPart ? '' : whyNot, summary, ownView }), contexts.followUp(id));
    const by: WrittenBy = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const number = (rows.at(-1)?.number ?? 0) + 1;
    const nextOn = outcome === 'close' ? null : (next ?? null);
    await insertFollowUp(tx, plan, { id, number, on, outcome, next: nextOn, took_part: input.tookPart, words_cipher: words }, by, now);
    await insertEvaluations(context, by);
    if (nextOn) await insertDuty(tx, plan, { id: newId(now), sort: 'follow-up', day: nextOn }, by.account, now);
    const content = { number, on: input.on, outcome, next: nextOn?.toString() ?? null };
    await record({ kind: 'plans.follow-up', subject: { kind: 'plan', id: plan }, content });
    if (closing) await closeNow(context, loaded, { ...closing, id: newId(now), followUp: id, on: today }, by);
    return { loaded, id };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

type Closes = { loaded: Loaded; stands: Awaited<ReturnType<typeof followingOf>>; mayClose: boolean };

/** Why the plan is closed, when that is what comes of it; undefined when it goes on. */
function closingOf({ outcome, reason, closingWords: words }: FollowUp, { loaded, stands, mayClose }: Closes) {
  if (outcome !== 'close') return undefined;
  if (!mayClose) return refuse('closing-is-coordinators');
  if (!reason) return refuse('closing-reason-missing');
  const { established } = loaded.row;
  return closingFault({ stage: stands.stage, reason, words, followedUp: true, established }) ?? { reason, words };
}

async function insertEvaluations({ tx, now, keys, input }: UseCaseContext<FollowUp>, by: WrittenBy): Promise<void> {
  for (const { about, id: about_id, result, words, person } of input.evaluations) {
    const one = { about, about_id, follow_up: input.key };
    const id = newId(now);
    await insertEvaluation(
      tx,
      input.plan,
      { ...one, id, voice: 'staff', result, words_cipher: sealed(keys, words, contexts.evaluation(id)) },
      by,
      now,
    );
    if (person)
      await insertEvaluation(tx, input.plan, { ...one, id: newId(now), voice: 'noted', result: person, words_cipher: null }, by, now);
  }
}

/** Is the follow-up that has this key the one that is sent, word for word, by the same person? */
async function isSame(context: UseCaseContext<FollowUp>, kept: FollowUpRow): Promise<boolean> {
  const { tx, actor, input } = context;
  const closing = await findClosing(tx, input.plan);
  const evaluations = (await listEvaluations(tx, input.plan)).filter(({ follow_up }) => follow_up === kept.id);
  const said = {
    ...{
      by: getLogin(actor).account,
      on: input.on,
      tookPart: input.tookPart,
      present: input.present,
      summary: input.summary,
      ownView: input.ownView,
    },
    ...{ outcome: input.outcome, next: input.outcome === 'close' ? null : input.next, whyNot: input.tookPart ? '' : input.whyNot },
    reason: input.outcome === 'close' ? input.reason : null,
    evaluations: input.evaluations.map(({ id, result, words, person }) => [id, result, words, person ?? null]).toSorted(byId),
  };
  return saysTheSame(
    {
      ...followUpWords(context, kept),
      ...{ by: kept.written_by, on: kept.on.toString(), tookPart: kept.took_part, outcome: kept.outcome, next: kept.next?.toString() },
      reason: closing?.follow_up === kept.id ? closing.reason : null,
      evaluations: saidOf(context, evaluations),
    },
    said,
  );
}

function saidOf(context: UseCaseContext<FollowUp>, rows: readonly EvaluationRow[]) {
  return rows
    .filter(({ voice }) => voice === 'staff')
    .map((row) => {
      const person = rows.find((one) => one.voice === 'noted' && one.about_id === row.about_id);
      return [row.about_id, row.result, evaluationOf(context, row).words, person?.result ?? null];
    })
    .toSorted(byId);
}

const byId = ([one]: readonly unknown[], [other]: readonly unknown[]) => (String(one) < String(other) ? -1 : 1);
