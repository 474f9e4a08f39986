import { sql } from 'kysely';
import type { Presence } from '../../../domain/plans/summons.ts';
import type { Tx } from '../../../platform/index.ts';
import type { WrittenBy } from '../plans.sql.ts';

export type MeetingTurn = 'set' | 'called-off' | 'held';

export type MeetingRow = {
  readonly id: string;
  /** Which meeting: the id of its first row. */
  readonly meeting: string;
  readonly turn: MeetingTurn;
  readonly starts_at: Temporal.Instant;
  readonly minutes: number;
  readonly how: 'place' | 'video' | 'phone';
  readonly where_cipher: Buffer | null;
  readonly at: Temporal.Instant;
};

/** Sets a meeting, moves it, calls it off or notes that it was held: a row on top of those before. */
export async function insertMeeting(
  tx: Tx,
  { id, meeting, turn, starts_at, minutes, how, where_cipher }: Omit<MeetingRow, 'at'>,
  plan: string,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into plan_meeting (id, meeting_id, plan_id, turn, starts_at, minutes, how, where_cipher, organisation_id, unit_id, written_by, at)
    values (${id}, ${meeting}, ${plan}, ${turn}, ${starts_at}, ${minutes}, ${how}, ${where_cipher}, ${by.organisation}, ${by.unit}, ${by.account}, ${now})`.execute(
    tx,
  );
}

/** Every row of the meetings of a plan, the oldest first; empty where the meeting is shut to who acts. */
export async function listMeetings(tx: Tx, plan: string): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`select id, meeting_id as meeting, turn, starts_at, minutes, how, where_cipher, at
    from plan_meeting where plan_id = ${plan} order by at, id`.execute(tx);
  return rows;
}

export type NewAttendance = {
  readonly id: string;
  readonly held: string;
  readonly who: 'individual' | 'leader' | 'called';
  readonly summons: string | null;
  readonly presence: Presence;
  readonly reason: Buffer | null;
};

/** Notes how somebody was at a meeting. */
export async function insertAttendance(tx: Tx, one: NewAttendance, plan: string, account: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into plan_attendance (id, plan_id, held_id, who, summons_id, presence, reason_cipher, written_by, at)
    values (${one.id}, ${plan}, ${one.held}, ${one.who}, ${one.summons}, ${one.presence}, ${one.reason}, ${account}, ${now})`.execute(tx);
}

export type AttendanceRow = {
  readonly id: string;
  readonly held: string;
  readonly who: 'individual' | 'leader' | 'called';
  readonly presence: Presence;
  readonly reason_cipher: Buffer | null;
};

/** How those who are not called were at the meetings of a plan: the person, and the unit that leads. */
export async function listOwnAttendance(tx: Tx, plan: string): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`select id, held_id as held, who, presence, reason_cipher
    from plan_attendance where plan_id = ${plan} and who <> 'called' order by at, id`.execute(tx);
  return rows;
}
