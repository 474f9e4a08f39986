import type { Organisation } from '../../domain/organisations/organisation.ts';
import type { Succession } from '../../domain/organisations/succession.ts';
import type { Unit } from '../../domain/organisations/unit.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { listOrganisations } from './organisations.sql.ts';
import { listSuccessions, listUnits } from './units.sql.ts';

/** The public facts of a county's register: organisations and units through time, by id. */
export type Register = { readonly organisations: readonly Organisation[]; readonly units: readonly Unit[] };

/** The register of a county, kept until something in the register is different (the revision is raised by the database). Not for writing use-cases. */
export const registerOf: (tx: Tx, county: string) => Promise<Register> = perRevision(
  async (tx, county) => ({ organisations: await listOrganisations(tx, county), units: await listUnits(tx, { county }) }),
  32,
);

/** Every merge and split of units, kept likewise. */
export const successions: (tx: Tx) => Promise<Succession[]> = perRevision((tx) => listSuccessions(tx, 'unit'));

/** Every organisation that has gone up into another or been divided, kept likewise. */
export const organisationSuccessions: (tx: Tx) => Promise<Succession[]> = perRevision((tx) => listSuccessions(tx, 'organisation'));
