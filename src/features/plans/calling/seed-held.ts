import { type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { insertAttendance, insertMeeting } from './meetings.sql.ts';

/** Puts a fictional meeting that was held, with the person and the unit that leads the plan there, into the database. For demo mode, as the owner. */
export async function seedHeld(
  tx: Tx,
  keys: KeyRing,
  plan: string,
  by: WrittenBy,
  startsAt: Temporal.Instant,
  where: string,
): Promise<void> {
  const [meeting, held] = [stableId(`${plan}:meeting`), stableId(`${plan}:held`)];
  const row = { meeting, starts_at: startsAt, minutes: 60, how: 'place' as const };
  const whereOf = (id: string) => keys.encrypt(where, contexts.meeting(id));
  await insertMeeting(
    tx,
    { ...row, id: meeting, turn: 'set', where_cipher: whereOf(meeting) },
    plan,
    by,
    startsAt.subtract({ hours: 24 * 7 }),
  );
  const after = startsAt.add({ hours: 1 });
  await insertMeeting(tx, { ...row, id: held, turn: 'held', where_cipher: whereOf(held) }, plan, by, after);
  for (const who of ['individual', 'leader'] as const) {
    const there = { id: stableId(`${plan}:${who}`), held, who, summons: null, presence: 'present' as const, reason: null };
    await insertAttendance(tx, there, plan, by.account, after);
  }
}
