import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { getLogin } from '../../domain/access/actor.ts';
import { assignmentFault } from '../../domain/access/may-assign.ts';
import { type OrganisationKind, roleNames, roles } from '../../domain/access/roles.ts';
import { mayAssign } from '../../domain/organisations/policies.ts';
import { stableId } from '../../platform/index.ts';
import { insertOrganisation, municipalityId, regionId } from '../organisations/index.ts';

const clock = givenClock();
const app = await givenApp({ login: true, clock });
const runtime = { database: await givenDatabase(), clock };
const PROVIDER = stableId('assign-wall:provider');
const UNIT = stableId('demo:SE2321000000-U0605');

/** An account of each organisation, whom nobody has given anything yet. */
const newcomer = (organisation: string) => stableId(`assign-wall:${organisation}`);
const places: readonly { id: string; kind: OrganisationKind; county: string }[] = [
  { id: municipalityId('0604'), kind: 'municipality', county: '06' },
  { id: municipalityId('0686'), kind: 'municipality', county: '06' },
  { id: municipalityId('2080'), kind: 'municipality', county: '20' },
  { id: regionId('06'), kind: 'region', county: '06' },
  { id: PROVIDER, kind: 'private-provider', county: '06' },
  { id: stableId('demo:users:06'), kind: 'user-organisation', county: '06' },
];
await runtime.database.asOwner(async (tx) => {
  await insertOrganisation(tx, { id: PROVIDER, kind: 'private-provider', county: '06', name: 'Utföraren', since: '2025-01-01' });
  for (const { id, county } of places) {
    await sql`insert into account (id, kind, name, hsa_id, organisation_id, county_code, created_at)
      values (${newcomer(id)}, 'staff', 'Ny', ${`SE2321000000-N${newcomer(id).slice(0, 6)}`}, ${id}, ${county}, now())`.execute(tx);
  }
});

test('the database knows the same roles at the same places as the program', async () => {
  const { rows } = await runtime.database.asOwner((tx) =>
    sql<{ role: string; at: string[]; within: string }>`select role, organisation_kinds as at, within from role_place`.execute(tx),
  );
  expect(Object.fromEntries(rows.map(({ role, at, within }) => [role, { at, within }]))).toEqual(roles);
});

test('the running program, with the policies forgotten, gives only the roles that the policy lets who acts give', async () => {
  const givers = ['forvaltare-aneby-06', 'forvaltare-region-06', 'forvaltare-lanet-06', 'handlaggare-aneby-06', 'loggranskare-aneby-06'];
  let [given, refused] = [0, 0];
  for (const giver of givers) {
    const actor = await givenActor(app, runtime, giver);
    const { secret } = getLogin(actor);
    for (const role of roleNames) {
      for (const place of places) {
        for (const [unit, body] of [
          [undefined, undefined],
          [UNIT, undefined],
          [undefined, 'reko'],
        ] as const) {
          const may = mayAssign(actor, 'access.give-assignment', role, place) && !assignmentFault(role, { kind: place.kind, unit, body });
          const done = await runtime.database
            .transaction('write', async (tx) => {
              await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
                tx,
              );
              await sql`insert into assignment (id, account_id, role, organisation_id, unit_id, county_code, body, valid, created_at)
                values (gen_random_uuid(), ${newcomer(place.id)}, ${role}, ${place.id}, ${unit ?? null}, ${place.county}, ${body ?? null},
                  '[2026-11-22,)', now())`.execute(tx);
              throw new Error('taken back');
            })
            .catch((error: Error) => error.message);
          expect(done, `${giver} ${role} ${place.kind} ${unit ?? body ?? ''}`).toMatch(may ? /taken back/ : /row-level security/);
          if (may) given++;
          else refused++;
        }
      }
    }
  }
  expect(given).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(1000);
});

test('nobody gives themselves anything by SQL, nor to whom has been shut out or belongs elsewhere', async () => {
  const actor = await givenActor(app, runtime, 'forvaltare-aneby-06');
  const { secret, account } = getLogin(actor);
  const shut = newcomer(municipalityId('0604'));
  await runtime.database.asOwner((tx) => sql`update account set deactivated_at = now() where id = ${shut}`.execute(tx));
  for (const to of [account, shut, newcomer(municipalityId('0686'))]) {
    const giving = runtime.database.transaction('write', async (tx) => {
      await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${clock.now().toString()}, true)`.execute(
        tx,
      );
      await sql`insert into assignment (id, account_id, role, organisation_id, county_code, valid, created_at)
        values (gen_random_uuid(), ${to}, 'quality-manager', ${municipalityId('0604')}, '06', '[2026-11-22,)', now())`.execute(tx);
    });
    await expect(giving).rejects.toThrow(/row-level security/);
  }
});
