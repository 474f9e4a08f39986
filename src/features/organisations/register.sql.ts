import { sql } from 'kysely';
import type { OrganisationKind } from '../../domain/access/roles.ts';
import type { Tx } from '../../platform/index.ts';

export type NewOrganisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly county: string;
  readonly municipality?: string | undefined;
  readonly name: string;
  /** The first day of its name. */
  readonly since: string;
};

/** Puts an organisation into the register unless it is there. */
export async function insertOrganisation(tx: Tx, { id, kind, county, municipality, name, since }: NewOrganisation): Promise<void> {
  const { numAffectedRows } = await sql`insert into organisation (id, kind, county_code, municipality_code)
    values (${id}, ${kind}, ${county}, ${municipality ?? null}) on conflict do nothing`.execute(tx);
  if (numAffectedRows === 0n) return;
  await sql`insert into organisation_version (organisation_id, valid, name)
    values (${id}, daterange(${since}::date, null), ${name})`.execute(tx);
}
