import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';

/** A record about the individual who acts, and the huvudman that owns it. */
export type OwnRecord = { readonly person: string; readonly owner: { readonly id: string; readonly name: string } };

/** By the name of the huvudman. */
export async function listOwnRecords(tx: Tx): Promise<OwnRecord[]> {
  const { rows } = await sql<{ person: string; id: string; name: string }>`
    select p.id as person, coalesce(w.owner, p.organisation_id) as id, coalesce(o.name, '') as name
    from person p cross join lateral (select owner_now(p.id, p.organisation_id, (select gone_organisations(acting_today()))) as owner) w
    left join organisation_version o on o.organisation_id = w.owner and o.valid @> (select acting_today())
    where p.id in (select acting_own_persons()) order by o.name collate "sv-x-icu", p.id`.execute(tx);
  return rows.map(({ person, id, name }) => ({ person, owner: { id, name } }));
}
