import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/logged-in.ts';
import { givenPersonsWorld, NOW, type World } from '../../../tests/given/persons-world.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Tx } from '../../platform/index.ts';

let database: Database;
let world: World;
beforeAll(async () => {
  database = await givenDatabase();
  world = await givenPersonsWorld(database, givenKeyRing(), { seed: 13, actors: 110, persons: 110 });
});

/** What a record holds, as the one function that reads it says, and as the walls around each table say; `n` is how much the function says. */
const PARTS = {
  record: `select id, organisation_id as owner, name, number_kind, number_cipher, protected_identity as protection, interpreter_language, blocked_since is not null as blocked,
      coalesce(number_hash = acting_number_hash(), false) as own, organisation_id in (select acting_protected_access()) as authorised, acting_case_units() as merged from person`,
  place: 'select l.person_id as id, l.address_cipher, l.whereabouts_cipher from person_place l',
  contacts: `select c.person_id as id, c.id as part, c.unit_id::text || c.case_number || coalesce(lower(c.valid)::text, '') || coalesce(upper(c.valid)::text, '') || coalesce((
        select n.name from unit_version n where n.unit_id = unit_merged_into(c.unit_id, acting_today()) and n.valid @> acting_today()), '') as says
      from case_contact c where c.person_id in (select id from person)`,
  shares:
    'select s.person_id as id, s.id as part, s.unit_id::text as says from person_share s where s.person_id in (select id from person)',
  openings: `select e.person_id as id, e.account_id as part, e.unit_id::text as says from emergency_opening e
      where e.person_id in (select id from person)`,
} as const;
type Part = keyof typeof PARTS;

const FROM_RECORD: Readonly<Record<Part, string>> = {
  record:
    'select id, owner, name, number_kind, number_cipher, protection, interpreter_language, blocked, own, authorised, merged from said',
  place: 'select id, address_cipher, whereabouts_cipher from said where address_cipher is not null',
  contacts: `select id, (x ->> 'id')::uuid, (x ->> 'unit') || (x ->> 'case_number') || coalesce(x ->> 'from', '') || coalesce(x ->> 'until', '') || coalesce(x ->> 'merged_into', '')
      from said cross join lateral json_array_elements(contacts) x`,
  shares: "select id, (x ->> 'id')::uuid, x ->> 'unit' from said cross join lateral json_array_elements(shares) x",
  openings: "select id, (x ->> 'account')::uuid, x ->> 'unit' from said cross join lateral json_array_elements(openings) x",
};

const parts = Object.keys(PARTS) as Part[];

type Compared = { readonly part: Part; readonly n: number; readonly more: number; readonly less: number };

/** What the function says of the persons is asked for once, and compared with the walls part by part. */
async function compare(tx: Tx, persons: readonly string[]): Promise<Compared[]> {
  const of = parts.map((part) => `ours_${part} as materialized (${FROM_RECORD[part]}), walls_${part} as materialized (${PARTS[part]})`);
  const compared = parts.map(
    (part) => `select '${part}' as part, (select count(*) from ours_${part}) as n,
      (select count(*) from (table ours_${part} except all table walls_${part}) x) as more,
      (select count(*) from (table walls_${part} except all table ours_${part}) x) as less`,
  );
  const { rows } = await sql<Compared>`
    with said as materialized (select r.* from unnest(${[...persons]}::uuid[]) one cross join lateral acting_record(one) r),
      ${sql.raw(of.join(', '))} ${sql.raw(compared.join(' union all '))}`.execute(tx);
  return rows;
}

const said = new Map<Part, number>();
const different = new Map<Part, string[]>();
beforeAll(async () => {
  const persons = world.persons.map(({ id }) => id);
  for (const { actor, secret } of world.actors) {
    for (const { part, n, more, less } of await database.transaction('read', (tx) => compare(tx, persons), { secret, now: NOW })) {
      said.set(part, (said.get(part) ?? 0) + n);
      if (more > 0 || less > 0)
        different.set(part, [...(different.get(part) ?? []), `${JSON.stringify(actor)}: ${more} more, ${less} less`]);
    }
  }
});

test.each(parts)('a record by id has of the %s what the walls let its reader see, no more and no less', (part) => {
  expect(different.get(part)?.slice(0, 5)).toBeUndefined();
  expect(said.get(part)).toBeGreaterThan(4);
});
