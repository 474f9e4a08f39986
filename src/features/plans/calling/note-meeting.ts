import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayCall } from '../../../domain/plans/policy.ts';
import { PRESENCES } from '../../../domain/plans/summons.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { listSummonses } from './calling.sql.ts';
import { openMeetingOf } from './load-calling.ts';
import { insertAttendance, insertMeeting, listMeetings } from './meetings.sql.ts';

const At = { presence: z.enum(PRESENCES), reason: z.string().trim().max(500).default('') };

/**
 * Notes that the meeting has been held, and how each was there: the person, the unit that leads, and everybody who is called and has not named another. Whoever
 * was not there has a reason written. Refuses `plan-not-found`, `meeting-changed` (it is not the meeting that is set), `meeting-not-begun`,
 * `attendance-missing`, `absence-words-missing`.
 */
export const noteMeeting = useCase({
  permission: 'plans.note-meeting',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    meeting: z.uuid(),
    individual: z.strictObject(At),
    leader: z.strictObject(At),
    called: z.array(z.strictObject({ summons: z.uuid(), ...At })).max(60),
  }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayCall(actor, loaded.reach)) return refuse('plan-not-found');
    const rows = await listMeetings(tx, plan);
    const set = openMeetingOf(rows);
    if (set?.id !== input.meeting) return refuse('meeting-changed');
    if (Temporal.Instant.compare(set.starts_at, now) > 0) return refuse('meeting-not-begun');
    const called = (await listSummonses(tx, plan)).filter(({ answer, presence }) => answer !== 'wrong-receiver' && presence === null);
    const noted = called.map(({ id }) => ({ id, said: input.called.find(({ summons }) => summons === id) }));
    if (noted.some(({ said }) => said === undefined)) return refuse('attendance-missing');
    const there = [
      { who: 'individual' as const, summons: null, ...input.individual },
      { who: 'leader' as const, summons: null, ...input.leader },
      ...noted.flatMap(({ id, said }) => (said ? [{ ...said, who: 'called' as const, summons: id }] : [])),
    ];
    if (there.some(({ presence, reason }) => presence === 'absent' && reason === '')) return refuse('absence-words-missing');
    const account = getLogin(actor).account;
    const held = newId(now);
    const where = set.where_cipher ? keys.decrypt(set.where_cipher, contexts.meeting(set.id)) : '';
    const where_cipher = sealed(keys, where, contexts.meeting(held));
    const by = { account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    await insertMeeting(tx, { ...set, id: held, turn: 'held', where_cipher }, plan, by, now);
    for (const { who, summons, presence, reason } of there) {
      const id = newId(now);
      await insertAttendance(
        tx,
        { id, held, who, summons, presence, reason: sealed(keys, reason, contexts.attendance(id)) },
        plan,
        account,
        now,
      );
    }
    const absent = there.filter(({ presence }) => presence === 'absent').length;
    await record({ kind: 'plans.note-meeting', subject: { kind: 'plan', id: plan }, content: { there: there.length - absent, absent } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
