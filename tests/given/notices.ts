import { sql } from 'kysely';
import { type Actor, assignmentOf, loginOf, PUBLIC, type StaffActor } from '../../src/domain/access/actor.ts';
import { listCounties } from '../../src/features/counties/load.ts';
import { demoRegister } from '../../src/features/demo/demo-register.ts';
import { actingOf } from '../../src/platform/acting.ts';
import type { Database, Tx } from '../../src/platform/db/index.ts';
import { hashOfSecret, newSecret, sessionReader } from '../../src/platform/identity/index.ts';
import { newId, type Runtime, type Telling } from '../../src/platform/index.ts';
import { recorder } from '../../src/platform/record.ts';

/** What is told in a test: any kind will do, as the outbox takes whatever an act says. */
export type Told = { readonly to: Telling['to']; readonly kind?: string; readonly params?: Telling['params'] };

/** Writes an act by `actor` that tells something, as a use-case does. Answers the ids of the act and of the outbox row. */
export async function givenTold({ database, clock }: Runtime, told: Told, actor: Actor = PUBLIC): Promise<{ act: string; outbox: string }> {
  const tell = async (tx: Tx) => {
    const record = recorder(tx, { actor, today: clock.today(), now: clock.now() });
    return record({
      kind: 'notifications.set-absence',
      subject: { kind: 'test', id: newId() },
      content: {},
      tell: [
        { kind: told.kind ?? 'deputy-named', to: told.to, params: told.params ?? { from: '2026-11-23', to: '2026-11-24' } },
      ] as Telling[],
    });
  };
  const now = clock.now();
  const act = await database.transaction('write', tell, actingOf(actor, now) ?? { program: 'test', now });
  const [written] = await asOwner<{ id: string }>(database, (tx) =>
    sql<{ id: string }>`select id from outbox where act_id = ${act}`.execute(tx),
  );
  return { act, outbox: written?.id ?? '' };
}

/** Someone of the fictional register (`enhetschef-aneby-06`), logged in and acting as their first assignment. The register must be in the database. */
export async function givenActor(runtime: Runtime, slug: string): Promise<StaffActor> {
  const { database, clock } = runtime;
  const counties = await database.transaction('read', listCounties);
  const staff = counties.flatMap((county, nth) => demoRegister(county, nth).staff).find(({ id }) => id === slug);
  if (!staff) throw new Error(`nobody is called ${slug}`);
  const secret = newSecret();
  const now = clock.now();
  await database.asOwner((tx) =>
    sql`insert into session (token_hash, id, account_id, assignment_id, assurance, authenticated_at, created_at, last_seen_at, expires_at)
      values (${hashOfSecret(secret)}, ${newId()}, ${staff.account}, ${staff.assignments[0].id}, 'loa3', ${now}, ${now}, ${now},
        ${now.add({ hours: 9 })})`.execute(tx),
  );
  const actor = await sessionReader(runtime)(secret);
  if (actor?.kind !== 'staff') throw new Error(`${slug} could not log in`);
  return actor;
}

/** The account of an actor. */
export function accountOf(actor: Actor): string {
  return loginOf(actor)?.account ?? '';
}

/** The unit of an actor's assignment. */
export function unitOf(actor: Actor): string {
  return assignmentOf(actor)?.unit?.id ?? '';
}

/** The organisation of an actor's assignment. */
export function organisationOf(actor: Actor): string {
  return assignmentOf(actor)?.organisation.id ?? '';
}

/** Looks past every wall. */
export function asOwner<T>(database: Database, run: (tx: Tx) => Promise<{ rows: T[] }>): Promise<T[]> {
  return database.asOwner(async (tx) => (await run(tx)).rows);
}
