import { nameOn } from '../../domain/organisations/organisation.ts';
import { unitsThatFit } from '../../domain/organisations/responsible-units.ts';
import type { Tx } from '../../platform/index.ts';
import { listOrganisations } from './organisations.sql.ts';
import { listUnits } from './units.sql.ts';

export type ServingUnit = { readonly id: string; readonly name: string; readonly organisation: string };

/** The units of a county, of the region too, that are open on the day and serve one of the municipalities; each once, by organisation and name. */
export async function unitsServing(
  tx: Tx,
  county: string,
  municipalities: readonly string[],
  day: Temporal.PlainDate,
): Promise<ServingUnit[]> {
  const [units, organisations] = await Promise.all([listUnits(tx, { county }), listOrganisations(tx, county)]);
  const of = new Map(organisations.map((one) => [one.id, one]));
  const found = new Map<string, ServingUnit>();
  for (const municipality of municipalities) {
    for (const { unit, was } of unitsThatFit(units, { municipality }, day)) {
      const organisation = of.get(was.organisation);
      if (organisation) found.set(unit.id, { id: unit.id, name: was.name, organisation: nameOn(organisation, day) });
    }
  }
  const order = (a: string, b: string) => a.localeCompare(b, 'sv');
  return [...found.values()].toSorted((a, b) => order(a.organisation, b.organisation) || order(a.name, b.name));
}
