import { type RawBuilder, sql } from 'kysely';
import { getLogin } from '../../src/domain/access/actor.ts';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { type Scope, stableId } from '../../src/platform/index.ts';
import { givenActor } from './actor.ts';
import { givenApp, givenClock } from './app.ts';
import { givenDatabase } from './database.ts';
import { givenKeyRing } from './logged-in.ts';

export const [ANEBY, EKSJO, NASSJO] = [municipalityId('0604'), municipalityId('0686'), municipalityId('0682')];
export const TODAY = '2026-11-22';
export const DAY = '2027-01-01';
/** Midnight in Stockholm, and just before. */
export const MIDNIGHT = Temporal.Instant.from('2026-12-31T23:00:00Z');
export const BEFORE = MIDNIGHT.subtract({ milliseconds: 1 });
export const [WORKER, SUPPORT, OTHER] = ['handlaggare-aneby-06', 'boendestod-aneby-06', 'handlaggare-eksjo-06'];
export const NUMBER = '19800417-9803';

export const record = (individual: string, at: string) => stableId(`demo:person:06:${individual}:${at}`);
export const BOTH = record('enskild-1', ANEBY);
export const PROTECTED = record('enskild-2', ANEBY);

/** What a merger or a division begins and ends, and what tells which row it is. */
const KEPT: Readonly<Record<string, string>> = {
  organisation_version: 'organisation_id, lower(valid)',
  unit_version: 'unit_id, lower(valid)',
  succession: 'id',
  case_contact: 'id',
  assignment: 'id',
  seat: 'id',
};

/** The demonstration as a municipality goes up into another or is divided: what is decided in it can be undone, so that it is decided again. */
export async function givenRecords() {
  const clock = givenClock(TODAY);
  const app = await givenApp({ clock, login: true, demo: true });
  const database = await givenDatabase();
  const runtime: Scope['runtime'] = { database, clock, keys: givenKeyRing() };
  const county: Scope = { runtime, actor: await givenActor(app, runtime, 'forvaltare-lanet-06') };

  const owner = <Row>(statement: RawBuilder<Row>) => database.asOwner((tx) => statement.execute(tx)).then(({ rows }) => rows);

  /** Somebody's session of a day, as the running program uses it: which outlasts the night here, so that its edge can be tried. */
  async function sessionOn(day: string, account: string, as = ''): Promise<string> {
    clock.moveTo(day);
    const { secret, session } = getLogin(await givenActor(app, runtime, account, as));
    await owner(sql`update session set expires_at = 'infinity' where id = ${session}`);
    return secret;
  }

  /** What the running program gets by a statement in somebody's session at a moment, with every policy forgotten but the walls. */
  const asked = async <Row>(secret: string, at: Temporal.Instant, statement: RawBuilder<Row>) =>
    database.transaction('read', async (tx) => {
      await sql`select set_config('overens.session', ${secret}, true), set_config('overens.now', ${at.toString()}, true)`.execute(tx);
      return (await statement.execute(tx)).rows;
    });
  const idsOf = async (secret: string, at: Temporal.Instant, table: 'person' | 'case_contact' | 'person_place') =>
    (await asked(secret, at, sql<{ id: string }>`select t::text as id from ${sql.table(table)} t order by 1`)).map(({ id }) => id);
  const reached = async (secret: string, at: Temporal.Instant) =>
    (await asked(secret, at, sql<{ id: string }>`select id from person order by id`)).map(({ id }) => id);
  const recordOf = async (secret: string, at: Temporal.Instant, id: string) =>
    (await asked(secret, at, sql<{ owner: string; name: string; address_cipher: unknown }>`select * from acting_record(${id})`))[0];

  const unitsOfAneby = async () =>
    Object.fromEntries(
      (
        await owner(
          sql<{
            name: string;
            id: string;
          }>`select name, unit_id as id from unit_version where organisation_id = ${ANEBY} and upper_inf(valid)`,
        )
      ).map(({ name, id }) => [name, id]),
    );

  /** Whatever is decided in here has not been decided afterwards. */
  async function andBack(run: () => Promise<void>): Promise<void> {
    const kept = sql.id(`kept_${crypto.randomUUID().slice(0, 8)}`);
    await owner(sql`create schema ${kept}`);
    for (const table of Object.keys(KEPT)) await owner(sql`create table ${kept}.${sql.id(table)} as select * from ${sql.table(table)}`);
    try {
      await run();
    } finally {
      await database.asOwner(async (tx) => {
        for (const table of ['person_move', 'account_move']) await sql`delete from ${sql.table(table)}`.execute(tx);
        await sql`update session set assignment_id = null where assignment_id not in (select id from ${kept}.assignment)`.execute(tx);
        // What an act was done as cannot be taken away: such an assignment is withdrawn.
        await sql`update assignment set withdrawn = valid, valid = 'empty' where not isempty(valid) and id not in (select id from ${kept}.assignment)`.execute(
          tx,
        );
        for (const [table, key] of Object.entries(KEPT)) {
          if (table !== 'assignment')
            await sql`delete from ${sql.table(table)} where (${sql.raw(key)}) not in (select ${sql.raw(key)} from ${kept}.${sql.id(table)})`.execute(
              tx,
            );
          if (table === 'succession') continue;
          const same = sql.raw(key.includes(',') ? key.replaceAll(/\w+_id|valid/g, 'now.$&') : 'now.id');
          const was = sql.raw(key.includes(',') ? key.replaceAll(/\w+_id|valid/g, 'was.$&') : 'was.id');
          await sql`update ${sql.table(table)} now set valid = was.valid from ${kept}.${sql.id(table)} was where (${same}) = (${was})`.execute(
            tx,
          );
        }
        await sql`drop schema ${kept} cascade`.execute(tx);
      });
      clock.moveTo(TODAY);
    }
  }

  return { app, clock, database, runtime, county, owner, sessionOn, asked, idsOf, reached, recordOf, unitsOfAneby, andBack };
}
