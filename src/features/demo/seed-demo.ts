import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { DemoAccount, KeyRing, Tx } from '../../platform/index.ts';
import { assignmentRoleTexts } from '../../ui/index.ts';
import { seedConsent, seedDisclosure, seedSpeakers } from '../consents/index.ts';
import { type SeedAsked, seedConsultations, seedLocalConsultation } from '../consultations/index.ts';
import { type SeedPlace, seedDrafts, seedImported, seedLocal, seedRemarks } from '../drafts/index.ts';
import { seedFollowUps } from '../follow-ups/index.ts';
import { seedTurns } from '../memberships/index.ts';
import { seedLacks } from '../non-compliance/index.ts';
import { insertOrganisation, municipalityId, regionId } from '../organisations/index.ts';
import { seedPerson, seedProtectedAccess } from '../persons/index.ts';
import { seedChanges } from '../planned-changes/index.ts';
import { seedEstablished, seedFollowUp, seedHandOver, seedPlan, seedTask } from '../plans/index.ts';
import { seedRule } from '../retention/index.ts';
import { seedSurvey } from '../surveys/index.ts';
import { seedWebhook } from '../webhooks/index.ts';
import { insertIndividual, insertSeat, insertStaff, insertUnit } from './demo.sql.ts';
import { demoClosedEstablished, demoFollowUps, demoHandOvers } from './demo-following.ts';
import { demoAuthorised, demoPersons } from './demo-persons.ts';
import { demoConsents, demoDisclosures, demoEstablished, demoPlans } from './demo-plans.ts';
import { demoRegister } from './demo-register.ts';
import { demoRules } from './demo-rules.ts';
import { demoSpeakers, demoSpokenPlans } from './demo-speakers.ts';
import type { DemoStaff } from './demo-staff.ts';
import { demoTasks } from './demo-tasks.ts';
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
    if (writers) {
      await seedDrafts(tx, county, writers);
      await seedRemarks(tx, county.code, writers);
    }
    if (writers) await seedConsultations(tx, county, askedIn(county.code, writers.region, demoRegister(county, nth)));
    const code = county.municipalities.find((one) => municipalityId(one.code) === writers?.town)?.code;
    if (writers && code !== undefined) {
      await seedChanges(tx, county, { ...writers, code });
      await seedLacks(tx, county, { account: writers.municipality, municipality: code });
    }
    if (writers) await seedImported(tx, county, { account: writers.region, region: regionId(county.code) });
    const place = writers && localPlace(county, writers, demoRegister(county, nth));
    if (place) await seedLocal(tx, county, place);
    if (place) await seedLocalConsultation(tx, county.code, askedIn(county.code, place.writers.region, demoRegister(county, nth)));
    if (writers) await seedFollowUps(tx, county, writers.region);
    const untold = county.municipalities.findLast(({ code: one }) => one !== place?.municipality.code)?.code;
    if (place) await seedTurns(tx, county, { account: place.registrars.municipality, municipality: place.municipality.code, untold });
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
    for (const rule of demoRules(county.code, register)) await seedRule(tx, rule, now);
    const plans = demoPlans(county, register, today);
    for (const plan of plans) await seedPlan(tx, keys, plan);
    const spoken = demoSpokenPlans(county, register, today);
    for (const plan of spoken) await seedPlan(tx, keys, plan);
    for (const one of demoSpeakers(spoken, today)) {
      await seedSpeakers(tx, keys, one, { at: today.subtract({ days: 4 }).toZonedDateTime('Europe/Stockholm').toInstant(), numberHash });
    }
    const [told] = plans;
    if (told) await seedWebhook(tx, keys, county.code, told.id);
    for (const consent of demoConsents(plans, today)) await seedConsent(tx, keys, consent);
    for (const disclosure of demoDisclosures(plans, today)) await seedDisclosure(tx, keys, disclosure);
    const established = demoEstablished(plans, today);
    for (const one of established) await seedEstablished(tx, keys, one);
    for (const task of demoTasks(established, register, today)) await seedTask(tx, keys, task);
    for (const one of demoHandOvers(established, today)) await seedHandOver(tx, keys, one);
    const closed = demoClosedEstablished(plans, today);
    for (const one of closed) await seedEstablished(tx, keys, one);
    await seedSurvey(tx, { county: county.code, organisations: managed(register) }, today);
    for (const followUp of demoFollowUps([...established, ...closed], today)) await seedFollowUp(tx, keys, followUp);
  }
}

/** The huvudmän that have somebody who may read what was said in the survey. */
const managed = ({ staff }: ReturnType<typeof demoRegister>) => [
  ...new Set(staff.filter(({ assignments }) => assignments.some(({ role }) => role === 'unit-manager')).map(({ home }) => home)),
];

/** Who can be asked in the fictional consultations: the organisation of users, the first municipality, the region, and the units. */
function askedIn(county: string, writer: string, { staff, units, userOrganisations }: ReturnType<typeof demoRegister>): SeedAsked {
  const town = staff.find(({ home, assignments: [{ role }] }) => role === 'registrar' && home !== regionId(county));
  const huvudman = (one: DemoStaff | undefined) => (one ? [{ id: one.home, kind: 'huvudman' as const, name: one.place }] : []);
  const region = staff.find(({ home, assignments: [{ role }] }) => role === 'registrar' && home === regionId(county));
  const users = userOrganisations.map(({ id, name }) => ({ id, name, kind: 'user-organisation' as const }));
  return { writer, staff, units, organisations: [...users, ...huvudman(town), ...huvudman(region)] };
}

/** Where the fictional local agreement of a county is for: the last municipality with accounts, so that the first is free to begin one. */
function localPlace(
  county: CountyFile,
  writers: SeedPlace['writers'],
  { staff, units }: ReturnType<typeof demoRegister>,
): SeedPlace | undefined {
  const registrars = staff.filter(({ assignments: [{ role }] }) => role === 'registrar');
  const region = registrars.find(({ home }) => home === regionId(county.code));
  const towns = registrars.filter(({ home }) => home !== regionId(county.code) && units.some(({ organisation }) => organisation === home));
  const town = towns.at(-1);
  const placeOf = (one: DemoStaff | undefined) => county.municipalities.find(({ code }) => municipalityId(code) === one?.home);
  const [municipality, begun] = [placeOf(town), placeOf(towns[0])];
  if (!region || !town || !municipality || !begun) return undefined;
  const serving = units.filter(({ serves }) => serves.includes(municipality.code)).map(({ id, name }) => ({ id, name }));
  return { writers, registrars: { region: region.account, municipality: town.account }, municipality, begun, units: serving };
}

/** The first of those who write agreements for the region, and of those who do for a municipality (`town`, as an organisation). */
function demoWriters(staff: readonly DemoStaff[]): { region: string; municipality: string; town: string } | undefined {
  const writing = staff.filter(({ assignments: [{ role }] }) => role === 'strategy-group');
  const region = writing.find(({ county, home }) => home === regionId(county))?.account;
  const other = writing.find(({ county, home }) => home !== regionId(county));
  return region && other ? { region, municipality: other.account, town: other.home } : undefined;
}

/** Everyone who can log in at the fictional provider. */
export function demoAccounts(counties: readonly CountyFile[]): DemoAccount[] {
  const staff = counties.flatMap((county, nth) => demoRegister(county, nth).staff.map(staffAccount));
  const individuals = demoIndividuals.map(({ id, name, number, speaks }) => ({
    id,
    name,
    role: 'individual',
    roleName: speaks ? texts[speaks] : texts.individual,
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
