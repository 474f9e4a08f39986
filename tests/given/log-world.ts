import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type AuditEvent, eventId, eventInstant } from '../../src/domain/audit/event.ts';
import { municipalityId, regionId } from '../../src/features/organisations/index.ts';
import { writeAudit } from '../../src/platform/audit/index.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from './app.ts';
import { givenDatabase } from './database.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from './logged-in.ts';

export const clock = givenClock('2026-11-23');
export const ANEBY = municipalityId('0604');
export const EKSJO = municipalityId('0686');
export const REGION = regionId('06');
const record = (individual: string, owner: string) => stableId(`demo:person:06:${individual}:${owner}`);
export const inAneby = record('enskild-1', ANEBY);
export const inEksjo = record('enskild-1', EKSJO);
export const protectedInAneby = record('enskild-2', ANEBY);
export const NUMBER = '19800417-9803';

export let app: Awaited<ReturnType<typeof givenApp>>;
export let database: Database;
export const cookies: Record<string, string> = {};
export const accounts: Record<string, string> = {};

export const WORKER = 'handlaggare-aneby-06';
export const SUPPORT = 'boendestod-aneby-06';
export const REVIEWER = 'loggranskare-aneby-06';
export const OTHER_REVIEWER = 'loggranskare-eksjo-06';
export const REGION_REVIEWER = 'loggranskare-region-06';

/** The account, assignment and unit of somebody fictional, by what they do. */
export async function staff(role: string, organisation: string, unit: string | null = null) {
  const { rows } = await database.asOwner((tx) =>
    sql<{ account: string; assignment: string; unit: string | null }>`
      select m.account_id as account, m.id as assignment, m.unit_id as unit from assignment m
      left join unit_version u on u.unit_id = m.unit_id
      where m.role = ${role} and m.organisation_id = ${organisation} and (${unit}::text is null or u.name like ${unit}) order by m.id limit 1`.execute(
      tx,
    ),
  );
  const [found] = rows;
  if (!found) throw new Error(`nobody is ${role} there`);
  return found;
}

/** A look in the log; by the case worker of the first municipality at its own record, but for what is said. Answers its id. */
export async function givenLook(but: Partial<AuditEvent> & { at?: string }): Promise<string> {
  const at = Temporal.Instant.from(but.at ?? '2026-11-23T09:00:00Z');
  const worker = await staff('municipal-case-worker', ANEBY, 'Socialtj%');
  const event: AuditEvent = {
    id: eventId(at, randomBytes(10)),
    account: worker.account,
    actorKind: 'staff',
    assignment: worker.assignment,
    organisation: ANEBY,
    unit: worker.unit,
    ownerOrganisation: ANEBY,
    person: inAneby,
    record: { kind: 'person', id: inAneby },
    act: 'persons.read',
    outcome: 'allowed',
    code: null,
    purpose: { kind: 'case-handling', share: null },
    via: 'page',
    request: 'r-1',
    from: '192.0.2.7',
    policyVersion: 'a1b2c3',
    details: {},
    ...but,
    at: eventInstant(at),
  };
  await database.transaction('write', (tx) => writeAudit(tx, event));
  return event.id;
}

export const days = { fran: '2026-11-01', till: '2026-11-23' };
export const html = async (path: string, as: string) =>
  (await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie: cookies[as] ?? '' } })).text();
export const send = (path: string, form: Record<string, string>, as: string) => post(app, path, form, cookies[as]);
export const search = async (form: Record<string, string>, as: string) => (await send('/logg', { ...days, ...form }, as)).text();
export const asOwner = <Row>(statement: RawBuilder<Row>) => database.asOwner((tx) => statement.execute(tx)).then(({ rows }) => rows);
export const logged = (act: string) =>
  asOwner(
    sql<{ person_id: string | null; owner_organisation_id: string; outcome: string; purpose: string; details: Record<string, unknown> }>`
      select person_id, owner_organisation_id, outcome, purpose, details from audit_event where act = ${act} order by id`,
  );

/** Logs in those below, and lets them look: what each test of the log begins with. */
export async function givenLogWorld(): Promise<void> {
  app = await givenApp({ clock, login: true, demo: true });
  database = await givenDatabase();
  for (const account of [WORKER, SUPPORT, REVIEWER, OTHER_REVIEWER, REGION_REVIEWER, 'enskild-1', 'enskild-2', 'enskild-3']) {
    cookies[account] = await givenLoggedIn(app, account);
  }
  accounts[REVIEWER] = (await staff('log-reviewer', ANEBY)).account;
  const clinician = await staff('regional-clinician', REGION);
  await givenLook({ at: '2026-11-20T10:00:00Z' });
  await givenLook({ at: '2026-11-20T22:30:00Z', act: 'persons.read-protected', person: protectedInAneby, details: { protected: true } });
  await givenLook({ at: '2026-11-19T10:00:00Z', outcome: 'refused', code: 'person-not-found', ownerOrganisation: null, purpose: null });
  const { account, assignment, unit } = await staff('municipal-case-worker', EKSJO, 'Socialtj%');
  await givenLook({
    at: '2026-11-18T10:00:00Z',
    person: inEksjo,
    organisation: EKSJO,
    ownerOrganisation: EKSJO,
    account,
    assignment,
    unit,
  });
  await givenLook({
    at: '2026-11-17T10:00:00Z',
    ...{ account: clinician.account, assignment: clinician.assignment, unit: clinician.unit },
    organisation: REGION,
  });
  const reviewer = await staff('log-reviewer', ANEBY);
  await givenLook({
    at: '2026-11-16T10:00:00Z',
    account: reviewer.account,
    assignment: reviewer.assignment,
    unit: null,
    act: 'persons.review-emergency',
  });
}

/** How many rows of the log a page shows. */
export const rowsOf = (page: string) => page.match(/<li class="ov-result">/g)?.length ?? 0;
