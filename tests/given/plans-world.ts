import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type ConsentAnswer, type DataKind, dataKinds, type Giver, type Purpose, purposes } from '../../src/domain/consents/kinds.ts';
import type { Database } from '../../src/platform/db/index.ts';
import type { World, WorldActor, WorldPerson } from './persons-world.ts';
import { fillTable, NOW, randomFrom, SECONDS } from './random-parts.ts';
import { fillSpeakers, giversOf, speakersOf, type WorldSpeakers } from './speakers-world.ts';
import type { Place } from './world-parts.ts';

/** Moments are seconds from now: not even the comparing of times is shared with what is tried. */
export type WorldScope = {
  readonly id: string;
  readonly organisation: string;
  readonly unit: string | undefined;
  readonly kind: DataKind;
  readonly purpose: Purpose;
  readonly permits: boolean;
  readonly from: number;
  readonly until: number;
};
export type WorldConsent = {
  readonly id: string;
  readonly lifts: boolean;
  readonly answer: ConsentAnswer;
  readonly giver: Giver;
  readonly given: number;
  readonly recorded: number;
  readonly scopes: readonly WorldScope[];
  readonly back: readonly { readonly scope: string | undefined; readonly at: number; readonly recorded: number }[];
};
export type WorldDecision = {
  readonly id: string;
  readonly organisation: string;
  readonly unit: string;
  readonly kinds: readonly DataKind[];
  readonly at: number;
  readonly from: number;
  readonly until: number;
  readonly ended: number | undefined;
};
export type WorldPlan = {
  readonly id: string;
  readonly person: WorldPerson;
  /** Who may speak for the person. */
  readonly speakers: WorldSpeakers;
  /** As they were written down: the organisations may have ended since. */
  readonly parties: readonly Place[];
  readonly consents: readonly WorldConsent[];
  readonly decisions: readonly WorldDecision[];
  readonly established: number | undefined;
};

/** The unit and organisation that somebody acts in; undefined of who acts in none. */
export function placeOf({ actor }: WorldActor): { unit: string; organisation: string; role: string } | undefined {
  const assignment = actor.kind === 'staff' ? actor.assignment : undefined;
  return assignment?.unit && { unit: assignment.unit.id, organisation: assignment.organisation.id, role: assignment.role };
}

/** Fills the database with random plans about the persons of a world, with all that has been answered, taken back and decided in them. */
export async function givenPlanWorld(
  database: Database,
  world: World,
  { seed, plans: count }: { seed: number; plans: number },
): Promise<WorldPlan[]> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (share: number) => random() < share;
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const today: Place[] = world.actors.flatMap((one) => placeOf(one) ?? []);
  const places = [...today, ...world.formerPlaces, ...world.formerPlaces];
  const period = () => {
    const [from, until = 900] = pick(SECONDS);
    return { from, until: Math.max(until, from + 1) };
  };
  // Somebody's own plan is theirs, whoever they speak for.
  const individuals = world.actors.flatMap(({ account, actor }) => (actor.kind === 'individual' ? [account] : []));
  const speaking = new Map(world.persons.map((person) => [person.id, speakersOf(random, individuals)] as const));
  const plans = Array.from({ length: count }, (): WorldPlan => {
    const person = pick(world.persons);
    const speakers = speaking.get(person.id) ?? {};
    const givers = giversOf(speakers);
    const opener = {
      unit: pick(person.standing.contacts).unit,
      organisation: person.owner === '' || chance(0.6) ? person.origin : person.owner,
    };
    const asked = some(4, () => pick(places)).map(({ unit, organisation }) => ({ unit, organisation }));
    const parties = [...new Map([opener, ...asked].map((one) => [one.unit, one])).values()];
    const place = () => (chance(0.85) ? pick(parties) : pick(places));
    const consents = some(4, (): WorldConsent => {
      const answer = pick(['given', 'given', 'given', 'partly', 'declined', 'cannot'] as const);
      const given = pick([-900, -600, -60, 0, 60]);
      const recorded = given + pick([0, 0, 0, 60]);
      const scopes = some(12, (): WorldScope => {
        const { organisation, unit } = place();
        const past = [...world.cameOutOf(unit), ...world.cameOutOf(organisation)].length > 0;
        const permits = chance(past ? 0.65 : 0.85);
        const named = pick([unit, ...(permits ? [] : [...world.cameOutOf(unit), ...world.cameOutOf(unit)])]);
        const whole = pick([organisation, ...(permits ? [] : [...world.cameOutOf(organisation), ...world.cameOutOf(organisation)])]);
        const kind = pick(dataKinds);
        const fits = kind === 'follow-up' ? 'following-up' : pick(['planning', 'carrying-out'] as const);
        return {
          id: randomUUID(),
          organisation: whole,
          unit: chance(past && !permits ? 0.4 : 0.8) ? named : undefined,
          kind,
          purpose: chance(0.9) ? fits : pick(purposes),
          permits,
          ...period(),
        };
      });
      const back = some(scopes.length > 0 && chance(0.4) ? 2 : 0, () => {
        const at = Math.max(given, pick([-60, 0, 1]));
        return { scope: chance(0.6) ? pick(scopes).id : undefined, at, recorded: at + pick([0, 0, 30]) };
      });
      return {
        id: randomUUID(),
        lifts: chance(0.9),
        answer,
        giver: chance(0.05) ? { as: 'guardian', id: randomUUID() } : pick(givers),
        given,
        recorded,
        scopes,
        back,
      };
    });
    const decisions = some(chance(0.3) ? 2 : 0, (): WorldDecision => {
      const kinds = [...new Set(some(3, () => pick(dataKinds)).concat(pick(dataKinds)))];
      return {
        id: randomUUID(),
        ...(({ unit, organisation }) => ({ unit, organisation }))(place()),
        kinds,
        at: pick([-900, -900, 0, 1]),
        ended: chance(0.3) ? pick([-60, 0, 1]) : undefined,
        ...period(),
      };
    });
    return { id: randomUUID(), person, speakers, parties, consents, decisions, established: chance(0.4) ? pick([-60, 0, 1]) : undefined };
  });
  const account = world.actors[0]?.account ?? '';
  await fill(database, plans, account);
  await fillSpeakers(database, speaking, { account, person: (id) => world.persons.find((one) => one.id === id), place: today[0] });
  return plans;
}

async function fill(database: Database, plans: readonly WorldPlan[], account: string): Promise<void> {
  const at = (seconds: number) => NOW.add({ seconds });
  const valid = ({ from, until }: { from: number; until: number }) => `[${at(from)},${at(until)})`;
  const of = <T>(rows: (plan: WorldPlan) => readonly T[]) => plans.flatMap(rows);
  const first = ({ parties }: WorldPlan) => parties[0] ?? { unit: '', organisation: '' };
  const place = ({ unit, organisation }: { unit: string; organisation: string }) => ({ unit_id: unit, organisation_id: organisation });
  const long = at(-1000);
  const rows: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
    plan: plans.map((plan) => ({
      ...{
        id: plan.id,
        kind: 'sip',
        person_id: plan.person.id,
        county_code: '06',
        municipality_code: '0604',
        opened_by: account,
        opened_at: long,
      },
      ...place(first(plan)),
    })),
    plan_party: of((plan) =>
      plan.parties.map((one, nth) => ({
        ...{ id: randomUUID(), plan_id: plan.id, standing: nth === 0 ? 'opener' : 'asked', added_by: account, added_at: long },
        ...place(one),
      })),
    ),
    plan_initiative: plans.map((plan) => ({
      ...{
        id: randomUUID(),
        plan_id: plan.id,
        made_by: 'staff',
        on_day: '2026-11-01',
        reason_cipher: '\\x00',
        written_by: account,
        at: long,
      },
      ...place(first(plan)),
    })),
    plan_text: of((plan) =>
      dataKinds.map((kind) => ({
        ...{
          id: randomUUID(),
          plan_id: plan.id,
          part: kind,
          data_kind: kind,
          voice: 'staff',
          text_cipher: '\\x00',
          written_by: account,
          at: long,
        },
        ...place(first(plan)),
      })),
    ),
    plan_version: of((plan) =>
      plan.established === undefined
        ? []
        : [
            {
              ...{ id: randomUUID(), plan_id: plan.id, number: 1, established_at: at(plan.established), established_by: account },
              ...{ organisation_id: first(plan).organisation, content_cipher: '\\x00', content_hash: '\\x00', follow_up_on: '2027-01-01' },
            },
          ],
    ),
    consent: of((plan) =>
      plan.consents.map(({ id, lifts, answer, giver, given, recorded }) => ({
        ...{
          id,
          plan_id: plan.id,
          kind: lifts ? 'lift-secrecy' : 'make-plan',
          answer,
          method: giver.as === 'representative' ? 'representative' : 'oral',
          evidence_cipher: '\\x00',
          given_at: at(given),
          recorded_at: at(recorded),
        },
        ...{ giver: giver.as, giver_id: giver.as === 'person' ? null : giver.id, taken_by: account },
      })),
    ),
    consent_scope: of((plan) =>
      plan.consents.flatMap((consent) =>
        consent.scopes.map(({ id, organisation, unit, kind, purpose, permits, ...time }) => ({
          ...{
            id,
            consent_id: consent.id,
            plan_id: plan.id,
            organisation_id: organisation,
            unit_id: unit ?? null,
            data_kind: kind,
            purpose,
            permits,
          },
          valid: valid(time),
        })),
      ),
    ),
    consent_withdrawal: of((plan) =>
      plan.consents.flatMap(({ id, back }) =>
        back.map((one) => ({
          ...{ id: randomUUID(), consent_id: id, scope_id: one.scope ?? null, withdrawn_by: account },
          ...{ withdrawn_at: at(one.at), recorded_at: at(one.recorded) },
        })),
      ),
    ),
    disclosure_decision: of((plan) =>
      plan.decisions.map((one) => ({
        ...{
          id: one.id,
          plan_id: plan.id,
          rule: 'osl-26-9',
          data_kinds: one.kinds,
          valid: valid(one),
          reason_cipher: '\\x00',
          at: at(one.at),
        },
        ...{ deciding_organisation_id: plan.person.origin, decided_by: account, ...place(one) },
      })),
    ),
    disclosure_ending: of((plan) =>
      plan.decisions.flatMap(({ id, ended }) =>
        ended === undefined
          ? []
          : [{ decision_id: id, ended_at: at(ended - 30), at: at(ended), ended_by: account, organisation_id: plan.person.origin }],
      ),
    ),
  };
  await database.asOwner(async (tx) => {
    for (const [table, some] of Object.entries(rows)) await fillTable(tx, table, some);
    await sql`analyze`.execute(tx);
  });
}
