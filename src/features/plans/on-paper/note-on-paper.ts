import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { PAPER_STEPS, paperFault } from '../../../domain/plans/on-paper.ts';
import { mayReadOwnPlan, mayReadPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { insertMeeting } from '../calling/meetings.sql.ts';
import { momentOf, TimeOfDay } from '../calling/set-meeting.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertPaper, listSteps, type StepRow } from './on-paper.sql.ts';

/** A meeting that was held and stands nowhere yet. */
export const UNSET_MEETING = 'meeting:new';

const ofSteps = z.union([z.literal(UNSET_MEETING), z.string().regex(new RegExp(`^(${PAPER_STEPS.join('|')}):[0-9a-f-]{36}$`))]);

/**
 * Notes when a step was taken that was taken on paper, as the service could not be reached: beside when it was written down, which stands. A meeting that was held
 * and had not been set is written down with it. Refuses `plan-not-found`, `step-not-found`, `step-noted` (its time is said already), `happened-later`,
 * `happened-long-ago`; the same time once more changes nothing.
 */
export const noteOnPaper = useCase({
  permission: 'plans.note-on-paper',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), of: ofSteps, on: IsoDate, time: TimeOfDay }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const happenedAt = momentOf(input.on, input.time);
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const steps = await listSteps(tx, input.plan);
    const isNew = input.of === UNSET_MEETING;
    const known = steps.find((one) => one.own && (isNew ? isMeetingAt(one, happenedAt) : keyOf(one) === input.of));
    if (!known && !(isNew && loaded.reach.leads)) return refuse('step-not-found');
    if (known?.happened_at) return known.happened_at.equals(happenedAt) ? { loaded } : refuse('step-noted');
    const fault = paperFault(happenedAt, known?.recorded_at ?? now, now);
    if (fault) return fault;
    const of = known ?? { step: 'meeting' as const, id: newId(now) };
    if (!known) {
      const held = {
        id: of.id,
        meeting: of.id,
        turn: 'held' as const,
        starts_at: happenedAt,
        minutes: 60,
        how: 'place' as const,
        where_cipher: null,
      };
      await insertMeeting(tx, held, input.plan, by, now);
    }
    await insertPaper(tx, { id: newId(now), plan: input.plan, step: of.step, of: of.id, happenedAt }, by, now);
    await record({
      kind: 'plans.note-on-paper',
      subject: { kind: 'plan', id: input.plan },
      content: { step: of.step, of: of.id, happenedAt: happenedAt.toString() },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** The steps of a plan, with when each happened and was written down, for whoever may read of them. Refuses `plan-not-found`. */
export const readPaperSteps = useCase({
  permission: 'plans.read-paper',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !(mayReadPlan(context.actor, loaded.reach) || mayReadOwnPlan(context.actor, loaded.reach)))
      return refuse('plan-not-found');
    return { loaded, steps: await listSteps(context.tx, context.input.plan) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { listed: true }),
});

/** What a form calls a step by. */
export const keyOf = ({ step, id }: Pick<StepRow, 'step' | 'id'>): string => `${step}:${id}`;

const isMeetingAt = ({ step, happened_at }: StepRow, at: Temporal.Instant) => step === 'meeting' && happened_at?.equals(at) === true;
