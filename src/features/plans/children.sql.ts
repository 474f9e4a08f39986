import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** Notes that somebody is a child, with the day they were born. Once more changes nothing. */
export async function insertChild(tx: Tx, person: string, born: Temporal.PlainDate, by: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into consent_child (person_id, born, noted_by, at) values (${person}, ${born}, ${by}, ${now}) on conflict do nothing`.execute(
    tx,
  );
}
