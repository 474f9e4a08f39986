import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, PUBLIC } from '../../src/domain/access/actor.ts';
import { type Role, roleNames, roles } from '../../src/domain/access/roles.ts';
import { whoIsItOn } from '../../src/domain/organisations/succession.ts';
import { PROTECTED_IDENTITIES } from '../../src/domain/persons/protected-identity.ts';
import { regionId } from '../../src/features/organisations/index.ts';
import type { Database } from '../../src/platform/db/index.ts';
import type { KeyRing } from '../../src/platform/secrets/index.ts';
import { givenEndedOrganisations, organisationSuccessions } from './ended-organisations.ts';
import { DAYS, fillTable, NOW, randomFrom, SECONDS, successionRow, TODAY, unitSuccessions } from './random-parts.ts';
import type { Organisation, Unit, World, WorldActor, WorldPerson } from './world-parts.ts';

export type { World, WorldActor, WorldPerson } from './world-parts.ts';
export { NOW, TODAY };

const THREE = "select id from organisation where kind = 'municipality' and county_code = '06' order by municipality_code limit 3";

/** Fills the database with random organisations, units, staff, individuals and persons, and answers what is so. `ends`: also with organisations that have ended. */
export async function givenPersonsWorld(
  database: Database,
  keys: KeyRing,
  { seed, actors: actorCount, persons: personCount, ends = false }: { seed: number; actors: number; persons: number; ends?: boolean },
): Promise<World> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (share: number) => random() < share;
  const known = await database.asOwner((tx) => sql<{ id: string }>`${sql.raw(THREE)}`.execute(tx));
  const private_ = { id: randomUUID(), kind: 'private-provider' as const };
  const kinds = ['individ-familjeomsorg', 'funktionshinderomsorg', 'psykiatrisk-oppenvard', 'kommunal-halso-sjukvard'];
  const covered = new Set(['funktionshinderomsorg', 'psykiatrisk-oppenvard', 'kommunal-halso-sjukvard']);
  const unitRows: Record<string, unknown>[] = [];
  const unit = (organisation: string): Unit => {
    const kind = pick(kinds);
    const id = randomUUID();
    unitRows.push({ unit_id: id, valid: '[2020-01-01,)', organisation_id: organisation, name: `Enhet ${unitRows.length}`, kind });
    return { id, organisation, covered: covered.has(kind) };
  };
  const organisations: Organisation[] = [
    { id: regionId('06'), kind: 'region' as const },
    ...known.rows.map(({ id }) => ({ id, kind: 'municipality' as const })),
    private_,
  ].map((one) => ({ ...one, units: [unit(one.id), unit(one.id), unit(one.id)], former: Array.from({ length: 5 }, () => unit(one.id)) }));
  const ended = ends ? givenEndedOrganisations(private_.id, known.rows[0]?.id ?? '') : undefined;
  for (const one of ended?.organisations ?? []) {
    const there = organisations.find(({ id }) => id === one.id);
    if (there) there.units.push(...one.units);
  }
  const units = organisations.flatMap((one) => [...one.units, ...one.former]);

  const hashOf = (n: number) => createHash('sha256').update(`${seed}:${n}`).digest('hex');
  const day = (offset: number) => TODAY.add({ days: offset });
  const second = (offset: number) => NOW.add({ seconds: offset });
  const successions = unitSuccessions(organisations);
  const steps = [...successions, ...(ended?.successions ?? [])].filter(({ on }) => Temporal.PlainDate.compare(on, TODAY) <= 0);
  const partsOf = (one: string) => steps.filter(({ how, to }) => how === 'merge' && to === one).map(({ from }) => from);
  const mergedInto = (one: string): string[] => partsOf(one).flatMap((part) => [part, ...mergedInto(part)]);
  const cameOutOf = (one: string): string[] => steps.filter(({ to }) => to === one).flatMap(({ from }) => [from, ...cameOutOf(from)]);
  const coveredNow = (one: Unit) => whoIsItOn(one.id, successions, TODAY).some((id) => units.some((now) => now.id === id && now.covered));
  const dates = ([from, until]: (typeof DAYS)[number]) => `[${day(from)},${until === undefined ? '' : day(until)})`;

  const accountRows: Record<string, unknown>[] = [];
  const assignmentRows: Record<string, unknown>[] = [];
  const sessionRows: Record<string, unknown>[] = [];
  const accessRows: Record<string, unknown>[] = [];
  const authorised = new Set<string>();
  const actors: WorldActor[] = [];
  for (let n = 0; n < actorCount; n++) {
    const account = randomUUID();
    const secret = createHash('sha256').update(`secret ${seed}:${n}`).digest('hex');
    const individual = n < personCount && chance(0.15);
    const state = pick(['open', 'open', 'open', 'open', 'open', 'open', 'ended', 'expired', 'deactivated', 'unchosen'] as const);
    const login = { account, name: `Person ${n}`, session: randomUUID(), secret, assurance: 'loa3' as const, authenticatedAt: NOW };
    const session: Record<string, unknown> = {
      token_hash: `\\x${createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex')}`,
      id: login.session,
      account_id: account,
      assurance: 'loa3',
      authenticated_at: NOW,
      created_at: NOW,
      last_seen_at: NOW,
      expires_at: state === 'expired' ? NOW : second(600),
      device: '',
      ended_at: state === 'ended' ? NOW : null,
      end_reason: state === 'ended' ? 'logout' : null,
    };
    let actor: Actor;
    if (individual) {
      accountRows.push({ id: account, kind: 'individual', name: login.name, number_hash: `\\x${hashOf(n)}` });
      actor = { kind: 'individual', login };
    } else {
      const organisation = pick(ended && chance(0.4) ? ended.organisations : organisations);
      const role: Role = chance(0.6) ? pick(['municipal-case-worker', 'regional-clinician', 'coordinator'] as const) : pick(roleNames);
      const inUnit = roles[role].within === 'unit' ? pick(organisation.units) : undefined;
      const period = pick(DAYS);
      const assignment = randomUUID();
      accountRows.push({ id: account, kind: 'staff', name: login.name, organisation_id: organisation.id, county_code: '06' });
      assignmentRows.push({
        id: assignment,
        account_id: account,
        role,
        organisation_id: organisation.id,
        unit_id: inUnit?.id ?? null,
        county_code: '06',
        valid: dates(period),
      });
      session.assignment_id = state === 'unchosen' ? null : assignment;
      const inForce = period[0] <= 0 && (period[1] === undefined || period[1] > 0);
      actor = {
        kind: 'staff',
        login,
        ...(inForce && state !== 'unchosen'
          ? {
              assignment: {
                id: assignment,
                role,
                organisation: { id: organisation.id, kind: organisation.kind, name: '' },
                county: '06',
                unit: inUnit && { id: inUnit.id, name: '' },
              },
            }
          : {}),
      };
      if (chance(0.3)) {
        const allowed = pick(DAYS);
        const at = chance(0.8) ? organisation.id : pick(organisations).id;
        accessRows.push({ id: randomUUID(), organisation_id: at, account_id: account, valid: dates(allowed), given_at: NOW });
        if (allowed[0] <= 0 && (allowed[1] === undefined || allowed[1] > 0)) authorised.add(`${account} ${at}`);
      }
    }
    if (state === 'deactivated') Object.assign(accountRows.at(-1) ?? {}, { deactivated_at: NOW });
    sessionRows.push(session);
    const shut = state === 'ended' || state === 'expired' || state === 'deactivated';
    actors.push({ secret, account, actor: shut ? PUBLIC : actor });
  }

  const personRows: Record<string, unknown>[] = [];
  const placeRows: Record<string, unknown>[] = [];
  const contactRows: Record<string, unknown>[] = [];
  const shareRows: Record<string, unknown>[] = [];
  const openingRows: Record<string, unknown>[] = [];
  const moveRows: Record<string, unknown>[] = [];
  const persons: WorldPerson[] = [];
  const contactList: World['contacts'][number][] = [];
  const staff = actors.flatMap(({ account, actor }) =>
    actor.kind === 'staff' && actor.assignment?.unit
      ? [{ account, unit: actor.assignment.unit.id, organisation: actor.assignment.organisation.id }]
      : [],
  );
  for (let n = 0; n < personCount; n++) {
    const id = randomUUID();
    const taken = ended && chance(0.35) ? pick(ended.records) : undefined;
    const owner = taken ? { id: taken.origin, units: taken.units, former: taken.units } : pick(organisations);
    // Every fourth number is known by two huvudmen: a record each.
    const hash = hashOf(n % 4 === 3 ? n - 1 : n);
    const twin = n % 4 === 3 ? persons.at(-1) : undefined;
    const at = twin && twin.origin === owner.id ? (organisations.find((one) => one.id !== owner.id) ?? owner) : owner;
    const past = at === owner ? taken : undefined;
    const protection = chance(0.3) ? pick(PROTECTED_IDENTITIES) : undefined;
    const blocked = chance(0.2);
    personRows.push({
      id,
      organisation_id: at.id,
      number_kind: 'personnummer',
      number_cipher: `\\x${keys.encrypt('198004179803', `person.number:${id}`).toString('hex')}`,
      number_hash: `\\x${hash}`,
      name: `Påhitt ${n}`,
      protected_identity: protection ?? null,
      blocked_since: blocked ? NOW : null,
      created_at: NOW,
    });
    placeRows.push({ person_id: id, address_cipher: `\\x${keys.encrypt(`Adress ${n}`, `person.address:${id}`).toString('hex')}` });
    const contacts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      unit: pick(chance(0.75) ? at.units : at.former),
      period: pick(DAYS),
    }));
    for (const { unit: one, period } of contacts) {
      const contact = randomUUID();
      contactRows.push({ id: contact, person_id: id, organisation_id: at.id, unit_id: one.id, case_number: contact, valid: dates(period) });
      const current = period[0] <= 0 && (period[1] === undefined || period[1] > 0);
      contactList.push({ id: contact, person: id, unit: one.id, current });
    }
    const shares = chance(0.3)
      ? [{ id: randomUUID(), unit: pick(units.filter(({ organisation }) => organisation !== at.id)), period: pick(SECONDS) }]
      : [];
    for (const { id: share, unit: one, period } of shares) {
      const until = period[1] === undefined ? '' : second(period[1]);
      shareRows.push({ id: share, person_id: id, unit_id: one.id, valid: `[${second(period[0])},${until})`, basis: 'consent:test' });
    }
    const opener = pick(staff);
    const openings =
      chance(0.3) && opener.organisation !== at.id ? [{ ...opener, period: pick(SECONDS.filter(([, until]) => until !== undefined)) }] : [];
    for (const one of openings) {
      openingRows.push({
        id: randomUUID(),
        person_id: id,
        owner_organisation_id: at.id,
        account_id: one.account,
        organisation_id: one.organisation,
        unit_id: one.unit,
        provision: '3:5',
        reason_code: 'unconscious',
        reason_cipher: '\\x00',
        opened_at: second(one.period[0]),
        until: second(one.period[1] ?? 0),
      });
    }
    const ownedBy = past ? pick(past.owners) : at.id;
    if (past?.divided !== undefined && ownedBy !== '') {
      moveRows.push({ person_id: id, from_date: day(past.divided), organisation_id: ownedBy });
    }
    persons.push({
      id,
      owner: ownedBy,
      origin: at.id,
      hash,
      documented: contacts.some(({ unit: one, period }) => coveredNow(one) && period[0] <= 0),
      standing: {
        owner: ownedBy,
        contacts: contacts.map(({ unit: one, period }) => ({
          unit: one.id,
          from: day(period[0]),
          until: period[1] === undefined ? undefined : day(period[1]),
        })),
        shares: shares.map(({ id: share, unit: one, period }) => ({
          id: share,
          unit: one.id,
          from: second(period[0]),
          until: period[1] === undefined ? undefined : second(period[1]),
        })),
        openings: openings.map(({ account, unit: one, period }) => ({
          account,
          unit: one,
          from: second(period[0]),
          until: second(period[1] ?? 0),
        })),
        protection,
        blocked,
      },
    });
  }

  await database.asOwner(async (tx) => {
    const fill = (table: string, rows: readonly Record<string, unknown>[]) => fillTable(tx, table, rows);
    await fill('organisation', [{ ...private_, county_code: '06' }]);
    await fill('organisation_version', [{ organisation_id: private_.id, valid: '[2020-01-01,)', name: 'Vårdbolaget' }]);
    await fill(
      'unit',
      units.filter((one) => !ended?.organisations.some((now) => now.units.includes(one))).map(({ id }) => ({ id })),
    );
    await fill(
      'unit_version',
      unitRows.map((row) => ({ ...row, serves: [], ages: '[0,)', contacts: [], opening: '' })),
    );
    await ended?.fill(tx);
    await fill('succession', [...successions.map(successionRow), ...(ended ? organisationSuccessions(ended) : [])]);
    await fill(
      'account',
      accountRows.map((row) => ({ ...row, created_at: NOW })),
    );
    await fill(
      'assignment',
      assignmentRows.map((row) => ({ ...row, created_at: NOW })),
    );
    await fill('session', sessionRows);
    await fill('person', personRows);
    await fill('person_place', placeRows);
    await fill('case_contact', contactRows);
    await fill('person_move', moveRows);
    await fill('person_share', shareRows);
    await fill('protected_access', accessRows);
    await fill('emergency_opening', openingRows);
  });

  const numbers = new Map(
    actors.flatMap(({ account }, n) => (accountRows[n]?.kind === 'individual' ? [[account, hashOf(n)] as const] : [])),
  );
  return {
    actors,
    persons,
    contacts: contactList,
    mergedInto,
    cameOutOf,
    goesOnFor: ({ unit: one, organisation }) =>
      ended?.goesOn.get(`${one} ${organisation}`) ?? (ended?.gone.has(organisation) ? undefined : organisation),
    formerPlaces: ended?.formerPlaces ?? [],
    coveredUnits: new Set(units.filter((one) => one.covered).map(({ id }) => id)),
    standing: ({ account, actor }, { standing, hash }) => {
      const assignment = actor.kind === 'staff' ? actor.assignment : undefined;
      const merged = assignment?.unit ? mergedInto(assignment.unit.id) : [];
      return {
        ...standing,
        merged,
        own: numbers.get(account) === hash,
        authorised: authorised.has(`${account} ${assignment?.organisation.id}`),
      };
    },
  };
}
