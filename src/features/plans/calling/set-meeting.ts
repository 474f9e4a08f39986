import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayCall } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, onConstraint, type Telling, type Tx, useCase } from '../../../platform/index.ts';
import { type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { listSummonses } from './calling.sql.ts';
import { openMeetingOf } from './load-calling.ts';
import { insertMeeting, listMeetings, type MeetingRow } from './meetings.sql.ts';

/** A time of day in Sweden, hours and minutes. */
export const TimeOfDay = z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/);

/** A moment of a day in Sweden. An hour that clocks pass over is taken after it; of one that comes twice, the first is taken. */
export function momentOf(day: string, time: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(time.replace('.', ':').padStart(5, '0'));
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime }).toInstant();
}

/** The furthest ahead that a meeting is set. */
const FURTHEST = { days: 365 };

const Meeting = z.strictObject({
  /** The id that the row gets. */
  key: z.uuid().optional(),
  plan: z.uuid(),
  on: IsoDate,
  time: TimeOfDay,
  minutes: z.coerce.number().int().min(5).max(480),
  how: z.enum(['place', 'video', 'phone']),
  /** The place, the link or the number. */
  where: z.string().trim().max(500).default(''),
  /** The row that the writer had before them; empty where no meeting was set. */
  seen: z.string().max(40).default(''),
});

/**
 * Sets when and how those in a plan meet, or moves the meeting that is set. Units that are called are told that it is set or moved, and read when and where as
 * consent lets them. The same words once more change nothing. Refuses `plan-not-found`, `meeting-not-ahead`, `meeting-changed` (another has set, moved
 * or called it off meanwhile), `key-taken`.
 */
export const setMeeting = useCase({
  permission: 'plans.set-meeting',
  mode: 'write',
  input: Meeting,
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayCall(actor, loaded.reach)) return refuse('plan-not-found');
    const starts_at = momentOf(input.on, input.time);
    const furthest = now.toZonedDateTimeISO('Europe/Stockholm').add(FURTHEST).toInstant();
    if (Temporal.Instant.compare(starts_at, now) <= 0 || Temporal.Instant.compare(starts_at, furthest) > 0)
      return refuse('meeting-not-ahead');
    const rows = await listMeetings(tx, input.plan);
    const before = openMeetingOf(rows);
    const { minutes, how, where } = input;
    const isSame = (row: MeetingRow) => {
      const kept = row.where_cipher ? keys.decrypt(row.where_cipher, contexts.meeting(row.id)) : '';
      return row.starts_at.equals(starts_at) && row.minutes === minutes && row.how === how && kept === where;
    };
    const sent = rows.find((row) => row.id === input.key);
    if (sent) return isSame(sent) ? { loaded } : refuse('key-taken');
    if (before && isSame(before)) return { loaded };
    if ((before?.id ?? '') !== input.seen) return refuse('meeting-changed');
    const id = input.key ?? newId(now);
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const where_cipher = sealed(keys, where, contexts.meeting(id));
    const row = { id, meeting: before?.meeting ?? id, turn: 'set' as const, starts_at, minutes, how, where_cipher };
    const taken = await insertMeeting(tx, row, input.plan, by, now).catch((error: unknown) =>
      onConstraint(error, { plan_meeting_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    await record({
      kind: 'plans.set-meeting',
      subject: { kind: 'plan', id: input.plan },
      content: { turn: before ? 'moved' : 'set' },
      tell: await tellCalled(tx, loaded, before ? 'moved' : 'set'),
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** Calls off the meeting that is set. Called off once more it is as it was. Refuses `plan-not-found`, `meeting-changed`. */
export const callOffMeeting = useCase({
  permission: 'plans.set-meeting',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), seen: z.uuid() }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayCall(actor, loaded.reach)) return refuse('plan-not-found');
    const rows = await listMeetings(tx, input.plan);
    if (rows.at(-1)?.turn === 'called-off' && rows.at(-2)?.id === input.seen) return { loaded };
    const before = openMeetingOf(rows);
    if (before?.id !== input.seen) return refuse('meeting-changed');
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    await insertMeeting(tx, { ...before, id: newId(now), turn: 'called-off', where_cipher: null }, input.plan, by, now);
    await record({
      kind: 'plans.set-meeting',
      subject: { kind: 'plan', id: input.plan },
      content: { turn: 'called-off' },
      tell: await tellCalled(tx, loaded, 'called-off'),
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** Whom of a unit it is told to that the unit is called: those who work with persons, and who manages it. */
export const CALLED_ROLES = ['municipal-case-worker', 'regional-clinician', 'coordinator', 'unit-manager'] as const;

/** The units that are called learn that the meeting is set, moved or called off; neither when nor where, which they read in the plan if they may. */
async function tellCalled(tx: Tx, { row }: Loaded, turn: 'set' | 'moved' | 'called-off'): Promise<Telling[]> {
  const units = new Set(
    (await listSummonses(tx, row.id)).flatMap(({ unit, answer }) => (unit && answer !== 'wrong-receiver' ? [unit] : [])),
  );
  return [...units].flatMap((unit) =>
    CALLED_ROLES.map((role) => ({
      kind: 'plan-meeting-set',
      to: { role, unit },
      params: { plan: row.id, organisation: row.owner, turn },
    })),
  );
}
