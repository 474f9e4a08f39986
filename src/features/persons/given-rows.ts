import { sql } from 'kysely';
import { givenDatabase } from '../../../tests/given/database.ts';

type Event = { person_id: string | null; outcome: string; details: Record<string, unknown>; purpose: string };

/** What the log says of an act, in order. */
export async function events(act: string): Promise<Event[]> {
  const { rows } = await (await givenDatabase()).asOwner((tx) =>
    sql<Event>`select person_id, outcome, details, purpose from audit_event where act = ${act} order by id`.execute(tx),
  );
  return rows;
}

/** What is to be told of a kind, in order. */
export async function told(kind: string): Promise<{ receivers: unknown; params: Record<string, unknown> }[]> {
  const { rows } = await (await givenDatabase()).asOwner((tx) =>
    sql<{
      receivers: unknown;
      params: Record<string, unknown>;
    }>`select receivers, params from outbox where kind = ${kind} order by id`.execute(tx),
  );
  return rows;
}
