import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';

export type NotificationRow = {
  readonly id: string;
  readonly duty: string;
  readonly made_at: Temporal.Instant;
  readonly unit_name: string;
  readonly written_by: string;
};

/** What the unit of who acts has notified where a plan is, the latest first. What others have done is not there. */
export async function listNotifications(tx: Tx, plan: string): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`select n.id, n.duty, n.made_at, coalesce(u.name, '') as unit_name, n.written_by
    from plan_notification n
    left join lateral (select v.name from unit_version v where v.unit_id = n.unit_id and lower(v.valid) <= acting_today() order by lower(v.valid) desc limit 1) u on true
    where n.plan_id = ${plan} order by n.made_at desc, n.id`.execute(tx);
  return rows;
}

/** The unit of who acts as the rules of secrecy ask: the kind of it, and whether it is a private provider's. */
export async function findOwnUnit(tx: Tx, unit: string): Promise<{ readonly kind: string; readonly isPrivate: boolean } | undefined> {
  const { rows } = await sql<{ kind: string; isPrivate: boolean }>`select v.kind, o.kind = 'private-provider' as "isPrivate"
    from unit_version v join organisation o on o.id = v.organisation_id where v.unit_id = ${unit} and v.valid @> acting_today()`.execute(
    tx,
  );
  return rows[0];
}

/** Writes down that a duty to notify has been done. Answers false when that has been written under the same id. */
export async function insertNotification(
  tx: Tx,
  one: { readonly id: string; readonly plan: string; readonly duty: string; readonly madeAt: Temporal.Instant },
  by: { readonly account: string; readonly organisation: string; readonly unit: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into plan_notification (id, plan_id, duty, made_at, organisation_id, unit_id, written_by, at)
    values (${one.id}, ${one.plan}, ${one.duty}, ${one.madeAt}, ${by.organisation}, ${by.unit}, ${by.account}, ${now}) on conflict do nothing`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
