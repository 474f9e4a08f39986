import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { ANEBY, givenPersonsApp, inAneby, NUMBER, send } from '../../../tests/given/persons-app.ts';

const clock = givenClock('2026-11-22');
beforeAll(() => givenPersonsApp(clock));
const owner = async (statement: ReturnType<typeof sql>) => (await givenDatabase()).asOwner((tx) => statement.execute(tx));

const FORM = { nummer: NUMBER, skal: 'unconscious', motivering: 'Behöver veta vilka insatser som pågår.' };
const opensAs = async (account: string) => (await send('/personer/nodoppning', FORM, account)).text();

test('whoever is looked for in an emergency by the number of a record that has gone is found in the one that was kept, once, unless that one is blocked', async () => {
  const kept = randomUUID();
  await owner(
    sql`insert into person (id, organisation_id, name, number_kind, number_cipher, number_hash, created_at)
    select ${kept}::uuid, organisation_id, name, number_kind, number_cipher, '\\x01', created_at from person where id = ${inAneby}::uuid`,
  );
  await owner(sql`insert into case_contact (id, person_id, organisation_id, unit_id, case_number, valid, goes_on_from)
    select gen_random_uuid(), ${kept}::uuid, organisation_id, unit_id, case_number, valid, id from case_contact where person_id = ${inAneby}::uuid`);
  await owner(sql`insert into person_join (joined_id, kept_id, organisation_id, unit_id, reason_cipher, joined_by, joined_at)
    select ${inAneby}::uuid, ${kept}::uuid, ${ANEBY}::uuid, c.unit_id, '\\x01', a.id, ${clock.now().toString()}::timestamptz
    from case_contact c, account a where c.person_id = ${inAneby}::uuid limit 1`);
  const found = await opensAs('behandlare-beroende-06');
  expect(found.split(`/personer/${kept}"`)).toHaveLength(2);
  expect(found).not.toContain(inAneby);
  await owner(sql`update person set blocked_since = ${clock.now().toString()}::timestamptz where id = ${kept}::uuid`);
  const blocked = await opensAs('behandlare-psykiatri-06');
  expect(blocked).toContain('Spärrade uppgifter');
  for (const id of [kept, inAneby]) expect(blocked).not.toContain(`/personer/${id}"`);
});
