import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import {
  type DischargeEventName,
  type DischargeNotes,
  dischargeEventNames,
  dischargeFault,
} from '../../../domain/plans/discharge-notes.ts';
import { mayAdjust } from '../../../domain/plans/policy.ts';
import { holding } from '../../../domain/plans/wordings.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { momentOf, TimeOfDay } from '../calling/set-meeting.ts';
import { keepSheet } from '../checks/keep-sheet.ts';
import { listMeasures } from '../contents/contents.sql.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertAdjustment } from './adjustments.sql.ts';
import { wordingsHash } from './load-kind.ts';

const Noting = { key: z.uuid(), plan: z.uuid(), seen: z.int().min(0) };

/** Notes what the person thinks of a coordinated care plan (LPT 7 a, LRV 12 a). Refuses `plan-not-of-kind`, and as `keepSheet`. */
export const noteAttitude = useCase({
  permission: 'plans.note',
  mode: 'write',
  input: z.strictObject({ ...Noting, words: z.string().trim().min(3).max(4000) }),
  run: async (context) => {
    const { plan, words } = context.input;
    const loaded = await loadPlan(context, plan);
    if (loaded && loaded.row.kind !== 'coordinated-care-plan') return refuse('plan-not-of-kind');
    return keepSheet(context, context.input, 'attitude', { words });
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

const Event = z.strictObject({ on: IsoDate, at: TimeOfDay }).optional();
const Events = z.strictObject(
  Object.fromEntries(dischargeEventNames.map((name) => [name, Event])) as Record<DischargeEventName, typeof Event>,
);

/**
 * Notes what has happened around a stay at a hospital, all of it each time, in Swedish time. Refuses `plan-not-of-kind`, `discharge-not-admitted`,
 * `discharge-in-future`, `discharge-before-admission` (params.event), and as `keepSheet`. Source: lag (2017:612).
 */
export const noteDischarge = useCase({
  permission: 'plans.note',
  mode: 'write',
  input: z.strictObject({
    ...Noting,
    events: Events,
    contact: z.string().trim().max(200).default(''),
    openCareMissing: z.enum(['yes', 'no']).optional(),
    compulsory: z.boolean().default(false),
  }),
  run: async (context) => {
    const { plan, events, contact, openCareMissing, compulsory } = context.input;
    const loaded = await loadPlan(context, plan);
    if (loaded && loaded.row.kind !== 'discharge') return refuse('plan-not-of-kind');
    const moments = Object.fromEntries(
      dischargeEventNames.flatMap((name) => {
        const event = events[name];
        return event ? [[name, momentOf(event.on, event.at).toString()]] : [];
      }),
    );
    const notes: DischargeNotes = { events: moments, contact, openCareMissing, compulsory };
    return dischargeFault(notes, context.now) ?? keepSheet(context, context.input, 'discharge', notes);
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/**
 * Adjusts a coordinated care plan for the unit of who acts: it stands by the measures as they are worded. Another wording is to be adjusted anew; the same is adjusted
 * once. `seen`: what the unit had before it. Refuses `plan-not-found`, `plan-not-of-kind`, `adjust-nothing` when no measure is the unit's, `plan-reworded`.
 */
export const adjustPlan = useCase({
  permission: 'plans.adjust',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), seen: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayAdjust(actor, loaded.reach)) return refuse('plan-not-found');
    if (loaded.row.kind !== 'coordinated-care-plan') return refuse('plan-not-of-kind');
    const measures = holding(await listMeasures(tx, input.plan));
    const unit = assignment.unit.id;
    if (!measures.some((one) => one.unit === unit)) return refuse('adjust-nothing');
    const hash = wordingsHash(measures);
    if (hash.toString('hex') !== input.seen) return refuse('plan-reworded');
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit };
    if (!(await insertAdjustment(tx, { id: newId(now), plan: input.plan, hash }, by, now))) return { loaded };
    await record({ kind: 'plans.adjust', subject: { kind: 'plan', id: input.plan }, content: { hash: input.seen, unit } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
