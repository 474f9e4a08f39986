import { sql } from 'kysely';
import { givenActor } from '../../../tests/given/actor.ts';
import { givenApp, givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope, Tx } from '../../platform/index.ts';
import { announceChange } from './announce-change.ts';
import { readChange } from './read-changes.ts';

/** A row of each county's agreement. */
export const ROW = { '06': 'jonkoping-missbruk-beroende#JA-01', '20': 'dalarna-missbruk-beroende-2021#DAL-01' } as const;

/** What is typed of a change. */
export const words = (county: '06' | '20' = '06') => ({
  title: 'Mottagningen flyttar',
  what: 'Ny adress.',
  services: 'Beroendemottagningen',
  affects: 'De som kommer dit.',
  from: '2027-02-01',
  units: [],
  rows: [ROW[county]],
});

/** What a use-case answers when it does not refuse; a refusal is a fault of the test. */
export function done<T>(answer: T): Exclude<T, { readonly refused: true }> {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.params)}`);
  return answer as Exclude<T, { readonly refused: true }>;
}

/** The code of a refusal, or that there was none. */
export const codeOf = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');

/** The fictional register, those who act in it, and changes that the region announces. */
export async function givenChanges() {
  const clock = givenClock();
  const app = await givenApp({ login: true, clock });
  const runtime = { database: await givenDatabase(), clock };
  const scopes = new Map<string, Promise<Scope>>();
  const scopeOf = (account: string): Promise<Scope> => {
    const scope = scopes.get(account) ?? givenActor(app, runtime, account).then((actor) => ({ runtime, actor }));
    scopes.set(account, scope);
    return scope;
  };
  const announced = async (county: '06' | '20' = '06') =>
    done(await announceChange(await scopeOf(`registrator-region-${county}`), words(county))).id;
  const read = async (account: string, change: string) => done(await readChange(await scopeOf(account), { change }));
  const owner = <T>(query: (tx: Tx) => Promise<T>) => runtime.database.asOwner(query);
  /** Who is told of a change, in which step. */
  const told = (change: string) =>
    owner(async (tx) => {
      const { rows } = await sql<{ kind: string; to: string; step: string }>`select o.kind, o.receivers->>'organisation' as "to",
        o.params->>'step' as step from outbox o where o.params->>'change' = ${change} order by o.created_at, o.id`.execute(tx);
      return rows;
    });
  /** The page of a change as somebody sees it. */
  const pageOf = async (account: string, change: string) =>
    (await givenReader(app, await givenLoggedIn(app, account))).visit(`/planerade-forandringar/${change}`);
  return { clock, runtime, scopeOf, announced, read, owner, told, pageOf };
}
