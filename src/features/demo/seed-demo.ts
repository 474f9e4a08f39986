import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { DemoAccount, KeyRing, Tx } from '../../platform/index.ts';
import { assignmentRoleTexts } from '../../ui/index.ts';
import { seedDrafts } from '../drafts/index.ts';
import { insertOrganisation, regionId } from '../organisations/index.ts';
import { seedPerson, seedProtectedAccess } from '../persons/index.ts';
import { insertIndividual, insertSeat, insertStaff, insertUnit } from './demo.sql.ts';
import { demoAuthorised, demoPersons } from './demo-persons.ts';
import { demoRegister } from './demo-register.ts';
import type { DemoStaff } from './demo-staff.ts';
import { demoIndividuals } from './individuals.ts';
import { demoTexts as texts } from './texts.ts';

export type DemoSeed = {
  readonly counties: readonly CountyFile[];
  readonly now: Temporal.Instant;
  readonly numberHash: (number: string) => Buffer | undefined;
  readonly keys: KeyRing;
};

/** Puts the fictional units, staff and individuals into the database, once. For demo mode, as the owner. */
export async function seedDemo(tx: Tx, { counties, now, numberHash, keys }: DemoSeed): Promise<void> {
  const today = now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  for (const [nth, county] of counties.entries()) {
    const { units, staff, userOrganisations, seats } = demoRegister(county, nth);
    for (const { id, name } of userOrganisations) {
      await insertOrganisation(tx, { id, kind: 'user-organisation', county: county.code, name, since: '2025-01-01' });
    }
    for (const unit of units) await insertUnit(tx, unit, today);
    for (const one of staff) await insertStaff(tx, one, now);
    for (const seat of seats) await insertSeat(tx, county.code, seat);
    const writers = demoWriters(staff);
    if (writers) await seedDrafts(tx, county, writers);
  }
  for (const one of demoIndividuals) {
    const hash = numberHash(one.number);
    if (!hash) throw new Error(`the number of ${one.id} is none`);
    await insertIndividual(tx, { ...one, numberHash: hash }, now);
  }
  for (const [nth, county] of counties.entries()) {
    const register = demoRegister(county, nth);
    for (const person of demoPersons(county.code, register)) await seedPerson(tx, keys, person, now);
    for (const access of demoAuthorised(county.code, register)) await seedProtectedAccess(tx, access, now);
  }
}

/** The first of those who write agreements for the region, and of those who do for a municipality. */
function demoWriters(staff: readonly DemoStaff[]): { region: string; municipality: string } | undefined {
  const writing = staff.filter(({ assignments: [{ role }] }) => role === 'strategy-group');
  const region = writing.find(({ county, home }) => home === regionId(county))?.account;
  const municipality = writing.find(({ county, home }) => home !== regionId(county))?.account;
  return region && municipality ? { region, municipality } : undefined;
}

/** Everyone who can log in at the fictional provider. */
export function demoAccounts(counties: readonly CountyFile[]): DemoAccount[] {
  const staff = counties.flatMap((county, nth) => demoRegister(county, nth).staff.map(staffAccount));
  const individuals = demoIndividuals.map(({ id, name, number }) => ({
    id,
    name,
    role: 'individual',
    roleName: texts.individual,
    organisation: '',
    county: '',
    identity: { id, claims: { name, personnummer: number } },
  }));
  return [...staff, ...individuals];
}

function staffAccount({ id, name, county, place, hsaId, assignments: [{ role }] }: DemoStaff): DemoAccount {
  return {
    id,
    name,
    role,
    roleName: assignmentRoleTexts[role],
    organisation: place,
    county,
    identity: { id, claims: { name, hsa_id: hsaId } },
  };
}
