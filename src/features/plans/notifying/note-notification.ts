import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayNoteNotification } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { type Look, lockSubject, useCase } from '../../../platform/index.ts';
import { momentOf, TimeOfDay } from '../calling/set-meeting.ts';
import { type Loaded, loadPlan } from '../load-plan.ts';
import { dutiesOfUnit } from './load-notifying.ts';
import { insertNotification, listNotifications } from './notifying.sql.ts';

/** The log says that it was noted, and in which plan: not whom the plan is about, who would read it in their own extract of the log. */
const look = (plan: string, loaded: Loaded | undefined): Look => ({
  ...{ person: null, owner: loaded?.row.owner ?? null, record: { kind: 'plan', id: plan } },
  purpose: loaded?.purpose,
});

/**
 * Notes that somebody of one's own unit has done a duty to notify, and when. What was notified, and about whom, is not kept here. No consent is asked for. The same form
 * once more changes nothing. Refuses `plan-not-found`, `duty-not-found` (none that binds the unit and is done at once), `notification-ahead` (not yet), `key-taken`.
 * Source: SoL 19 kap. 1 §, LVM 6 §; OSL 10 kap. 28 §.
 */
export const noteNotification = useCase({
  permission: 'plans.note-notification',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), plan: z.uuid(), duty: z.string().max(60), on: IsoDate, time: TimeOfDay }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    const { key, plan, duty } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayNoteNotification(actor, loaded.reach)) return refuse('plan-not-found');
    const account = getLogin(actor).account;
    const madeAt = momentOf(input.on, input.time);
    const before = (await listNotifications(tx, plan)).find(({ id }) => id === key);
    if (before) {
      const kept = { by: before.written_by, duty: before.duty, madeAt: before.made_at.toString() };
      return saysTheSame(kept, { by: account, duty, madeAt: madeAt.toString() }) ? { loaded } : refuse('key-taken');
    }
    const duties = await dutiesOfUnit(tx, assignment.unit.id);
    if (!duties.some(({ id, urgency }) => id === duty && urgency === 'immediately')) return refuse('duty-not-found');
    if (Temporal.Instant.compare(now, madeAt) < 0) return refuse('notification-ahead');
    const by = { account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    if (!(await insertNotification(tx, { id: key, plan, duty, madeAt }, by, now))) return refuse('key-taken');
    await record({ kind: 'plans.note-notification', subject: { kind: 'plan', id: plan }, content: { notification: key } });
    return { loaded };
  },
  audit: ({ plan }, answer) => [look(plan, answer?.loaded)],
});
