import { sql } from 'kysely';
import { stableId, type Tx } from '../../platform/index.ts';

export type SeedWebhook = {
  readonly id: string;
  readonly plan: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly secret: string;
  readonly cipher: Buffer;
};

/** Writes a fictional address of the huvudman that opened a plan, and its events: the acts that the plan begins with. As the owner. */
export async function insertSeedWebhook(tx: Tx, { id, plan, url, kinds, secret, cipher }: SeedWebhook): Promise<void> {
  const { numAffectedRows } = await sql`insert into webhook (id, organisation_id, url, kinds, made_at)
    select ${id}, p.organisation_id, ${url}, ${kinds}, p.opened_at - interval '1 day' from plan p where p.id = ${plan} on conflict do nothing`.execute(
    tx,
  );
  if (numAffectedRows !== 1n) return;
  await sql`insert into webhook_secret (id, webhook_id, secret_cipher, at, shown_at)
    select ${secret}, id, ${cipher}, made_at, made_at from webhook where id = ${id}`.execute(tx);
  const { rows } = await sql<{ id: string; kind: string; at: Temporal.Instant }>`select id, kind, at from act
    where subject_id = ${plan} and kind = any (${kinds}) order by at, id limit 2`.execute(tx);
  await sql`insert into webhook_counter (webhook_id, last_number) values (${id}, ${rows.length})`.execute(tx);
  for (const [nth, { id: act, kind, at }] of rows.entries()) {
    const event = stableId(`${id}:${act}`);
    const came = nth === 0;
    await sql`insert into webhook_event (id, webhook_id, act_id, plan_id, kind, at, number, delivered_at, given_up_at)
      values (${event}, ${id}, ${act}, ${plan}, ${kind}, ${at}, ${nth + 1}, ${came ? at : null}, ${came ? null : at})`.execute(tx);
    await sql`insert into webhook_attempt (id, event_id, at, answered, fault)
      values (${stableId(`${event}:1`)}, ${event}, ${at}, ${came ? 204 : null}, ${came ? null : 'unanswered'})`.execute(tx);
  }
  await sql`insert into webhook_ending (webhook_id, at) values (${id}, (select opened_at + interval '4 days' from plan where id = ${plan}))`.execute(
    tx,
  );
}

/** Writes a fictional address that is in use, and one event of the same plan that never came through. As the owner. */
export async function insertSeedLive(tx: Tx, { id, plan, url, kinds, secret, cipher }: SeedWebhook): Promise<void> {
  const { numAffectedRows } = await sql`insert into webhook (id, organisation_id, url, kinds, made_at)
    select ${id}, p.organisation_id, ${url}, ${kinds}, p.opened_at - interval '1 day' from plan p where p.id = ${plan} on conflict do nothing`.execute(
    tx,
  );
  if (numAffectedRows !== 1n) return;
  await sql`insert into webhook_secret (id, webhook_id, secret_cipher, at, shown_at)
    select ${secret}, id, ${cipher}, made_at, made_at from webhook where id = ${id}`.execute(tx);
  await sql`insert into webhook_counter (webhook_id, last_number) values (${id}, 1)`.execute(tx);
  const event = stableId(`${id}:lost`);
  await sql`insert into webhook_event (id, webhook_id, act_id, plan_id, kind, at, number, given_up_at)
    select ${event}, ${id}, a.id, ${plan}, ${kinds[0]}, a.at, 1, a.at from act a where a.subject_id = ${plan} and a.kind = 'plans.open' limit 1`.execute(
    tx,
  );
  await sql`insert into webhook_attempt (id, event_id, at, answered, fault)
    select ${stableId(`${event}:1`)}, e.id, e.at, null, 'unanswered' from webhook_event e where e.id = ${event}`.execute(tx);
}
