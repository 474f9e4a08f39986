import { sql } from 'kysely';
import type { OrganisationKind } from '../../domain/access/roles.ts';
import type { Change } from '../../domain/organisations/changes.ts';
import type { Organisation, OrganisationVersion } from '../../domain/organisations/organisation.ts';
import type { Tx } from '../../platform/index.ts';
import { groupedBy, type PeriodRow, periodOf } from './rows.ts';

type Row = PeriodRow & { id: string; kind: OrganisationKind; county_code: string; municipality_code: string | null; name: string };

const COLUMNS = sql`o.id, o.kind, o.county_code, o.municipality_code, v.name, lower(v.valid) as from_day, upper(v.valid) - 1 as to_day`;

/** The organisations of a county with their names through time, or of all counties; by id. */
export async function listOrganisations(tx: Tx, county?: string): Promise<Organisation[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from organisation o join organisation_version v on v.organisation_id = o.id
    where ${county ?? null}::text is null or o.county_code = ${county ?? null} order by o.id, lower(v.valid)`.execute(tx);
  return organisationsOf(rows);
}

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from organisation o join organisation_version v on v.organisation_id = o.id
    where o.id = ${id} order by lower(v.valid)`.execute(tx);
  return organisationsOf(rows)[0];
}

/** Ends one name and begins the next. */
export async function writeOrganisationChange(tx: Tx, id: string, { ends, begins }: Change<OrganisationVersion>): Promise<void> {
  await sql`update organisation_version set valid = daterange(${ends.from}::date, ${ends.to}::date, '[]')
    where organisation_id = ${id} and lower(valid) = ${ends.from}::date`.execute(tx);
  if (!begins) return;
  await sql`insert into organisation_version (organisation_id, valid, name)
    values (${id}, daterange(${begins.from}::date, null), ${begins.name})`.execute(tx);
}

function organisationsOf(rows: readonly Row[]): Organisation[] {
  return [...groupedBy(rows, ({ id }) => id)].flatMap(([id, versions]) => {
    const [first] = versions;
    if (!first) return [];
    const { kind, county_code: county, municipality_code } = first;
    return [
      {
        id,
        kind,
        county,
        municipality: municipality_code ?? undefined,
        versions: versions.map((row) => ({ ...periodOf(row), name: row.name })),
      },
    ];
  });
}
