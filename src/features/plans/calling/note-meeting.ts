import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayCall } from '../../../domain/plans/policy.ts';
import { PRESENCES, type Presence } from '../../../domain/plans/summons.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { listSummonses } from './calling.sql.ts';
import { openMeetingOf } from './load-calling.ts';
import { insertAttendance, insertMeeting, listMeetings, listOwnAttendance } from './meetings.sql.ts';

type Noted = { readonly presence: Presence; readonly reason: string };
const At = { presence: z.enum(PRESENCES), reason: z.string().trim().max(500).default('') };
const Meeting = z.strictObject({
  plan: z.uuid(),
  meeting: z.uuid(),
  individual: z.strictObject(At),
  leader: z.strictObject(At),
  called: z.array(z.strictObject({ summons: z.uuid(), ...At })).max(60),
});

/**
 * Notes that the meeting has been held, and how each was there: the person, the unit that leads, and everybody who is called and has not named another. Whoever
 * was not there has a reason written. The same once more changes nothing. Refuses `plan-not-found`, `meeting-changed` (it is not the meeting that is set),
 * `meeting-not-begun`, `attendance-missing`, `absence-words-missing`, and `key-taken` when something else has been noted of it.
 */
export const noteMeeting = useCase({
  permission: 'plans.note-meeting',
  mode: 'write',
  input: Meeting,
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayCall(actor, loaded.reach)) return refuse('plan-not-found');
    const rows = await listMeetings(tx, plan);
    const set = openMeetingOf(rows);
    const last = rows.at(-1);
    if (last?.turn === 'held' && rows.at(-2)?.id === input.meeting)
      return (await isNoted(context, last.id)) ? { loaded } : refuse('key-taken');
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

/** Is this what has been noted of the meeting that was held? */
async function isNoted({ tx, keys, input }: UseCaseContext<z.output<typeof Meeting>>, held: string): Promise<boolean> {
  const own = (await listOwnAttendance(tx, input.plan)).filter((one) => one.held === held);
  const wordsOf = (id: string, cipher: Buffer | null) => (cipher ? keys.decrypt(cipher, contexts.attendance(id)) : '');
  const kept = new Map<string, Noted>(own.map((one) => [one.who, { presence: one.presence, reason: wordsOf(one.id, one.reason_cipher) }]));
  for (const { id, presence, attendance, absent_cipher } of await listSummonses(tx, input.plan)) {
    if (presence !== null && attendance !== null) kept.set(id, { presence, reason: wordsOf(attendance, absent_cipher) });
  }
  const { individual, leader, called } = input;
  const said: readonly (readonly [string, Noted])[] = [
    ['individual', individual],
    ['leader', leader],
    ...called.map(({ summons, ...one }) => [summons, one] as const),
  ];
  return said.every(([who, one]) => saysTheSame(kept.get(who) ?? { presence: undefined, reason: undefined }, one));
}
