import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, type World } from '../../../tests/given/persons-world.ts';
import type { Database } from '../../platform/db/index.ts';

const CASE_ROLES: readonly string[] = ['municipal-case-worker', 'regional-clinician', 'coordinator'];

let database: Database;
let world: World;
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 7, actors: 120, persons: 40 });
});

describe('SQL that forgets the policies', () => {
  const attempts: readonly (readonly [string, ReturnType<typeof sql>])[] = [
    [
      'make a record',
      sql`insert into person (id, organisation_id, name, created_at) select gen_random_uuid(), organisation_id, 'X', now() from organisation_version limit 1`,
    ],
    [
      'open a contact',
      sql`insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
      select gen_random_uuid(), gen_random_uuid(), v.organisation_id, v.unit_id, 'x', '[2026-01-01,)' from unit_version v limit 1`,
    ],
    [
      'authorise somebody',
      sql`insert into protected_access (id, organisation_id, account_id, valid, given_by, given_at)
      select gen_random_uuid(), organisation_id, gen_random_uuid(), '[2026-01-01,)', null, now() from organisation_version limit 1`,
    ],
  ];
  test.each(attempts)('cannot %s without a session', async (_, statement) => {
    await expect(database.transaction('write', (tx) => statement.execute(tx))).rejects.toThrow(/row-level security/);
  });

  test('can neither change nor remove anything without a session', async () => {
    const changed = await database.transaction(
      'write',
      async (tx) => (await sql`update person set name = 'X'`.execute(tx)).numAffectedRows,
    );
    expect(changed).toBe(0n);
    for (const table of ['person', 'person_place', 'case_contact', 'person_share', 'protected_access', 'emergency_opening']) {
      await expect(database.transaction('write', (tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test('cannot step up to the owner, nor see through the functions that run as it', async () => {
    await expect(
      database.transaction('write', (tx) =>
        sql`set local row_security = off`.execute(tx).then(() => sql`select 1 from person`.execute(tx)),
      ),
    ).rejects.toThrow(/row-level security/);
    const hash = Buffer.from(world.persons[0]?.hash ?? '', 'hex');
    const { rows } = await database.transaction('write', (tx) =>
      sql<
        Record<string, unknown>
      >`select open_contact_by_number(gen_random_uuid(), ${hash}, 'x', 'x') as opened, (select count(*) from emergency_records(${hash})) as records,
        (select count(*) from acting_own_persons()) as own, acting_case_unit() as unit`.execute(tx),
    );
    expect(rows).toEqual([{ opened: null, records: 0, own: 0, unit: null }]);
  });

  test('of a case worker cannot open a contact by a guessed id', async () => {
    const tries = world.actors.flatMap(({ actor, secret }) => {
      const assignment =
        actor.kind === 'staff' && actor.assignment && CASE_ROLES.includes(actor.assignment.role) ? actor.assignment : undefined;
      const unit = assignment?.unit?.id;
      if (!assignment || !unit) return [];
      const beyond = world.persons.filter(
        ({ owner, standing }) =>
          owner === assignment.organisation.id &&
          !standing.contacts.some((contact) => [unit, ...world.mergedInto(unit)].includes(contact.unit)),
      );
      return beyond.map(({ id, owner }) => ({ secret, id, owner, unit }));
    });
    expect(tries.length).toBeGreaterThan(5);
    for (const { secret, id, owner, unit } of tries) {
      const guess = database.transaction('write', async (tx) => {
        await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${NOW.toString()}, true)`.execute(tx);
        await sql`insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid)
          values (gen_random_uuid(), ${id}, ${owner}, ${unit}, gen_random_uuid()::text, '[2026-01-01,)')`.execute(tx);
      });
      await expect(guess).rejects.toThrow(/row-level security/);
    }
  });
});
