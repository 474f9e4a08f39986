import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/config/index.ts';
import type { Database, Tx } from '../../src/platform/db/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase, givenLoginsOf } from '../given/database.ts';
import { givenLoggedIn } from '../given/logged-in.ts';

const KILLS = 10;
/** The agreement of the fictional county has a month left then: there is something to note and to say. */
const WATCHED_FROM = '2026-12-30T09:00:00Z';

const clock = givenClock('2026-11-22');
let database: Database & { asOwner: <T>(run: (tx: Tx) => Promise<T>) => Promise<T> };
let secret = '';
let folder = '';
beforeAll(async () => {
  const app = await givenApp({ login: true, clock });
  database = (await givenDatabase()) as typeof database;
  secret = (await givenLoggedIn(app, 'forvaltare-lanet-06')).split('=')[1] ?? '';
  const cache = join(projectRoot, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'overens-races-'));
  await bundle(join(import.meta.dirname, 'working-process.ts'), 'working-process.mjs');
  await bundle(join(projectRoot, 'src', 'features', 'imports', 'read-worker.ts'), 'read-worker.js');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`${KILLS} kills of a process that watches agreements leave nothing noted that is not told, and nothing told twice`, async () => {
  let met = 0;
  let longest = 600;
  for (let kill = 0; kill < KILLS || met < 3; kill++) {
    expect(kill).toBeLessThan(6 * KILLS);
    await database.asOwner(forget);
    await killOne(['watch', JSON.stringify(givenLoginsOf(database)), WATCHED_FROM], longest);
    const found = await database.asOwner(watched);
    expect(found.wrong).toEqual([]);
    // A kill counts when it met a look that was under way, with something said before it.
    if (found.said > 0 && found.open > 0) met += 1;
    longest = found.said === 0 ? longest * 1.5 : longest;
  }
});

test(`${KILLS} kills of a process that reads files in keep each file whole, with its act, or not at all`, async () => {
  const kept: string[] = [];
  let before = 0;
  let longest = 900;
  for (let kill = 0; kill < KILLS || kept.length < 3; kill++) {
    expect(kill).toBeLessThan(6 * KILLS);
    kept.push(
      ...(await killOne(['import', JSON.stringify(givenLoginsOf(database)), clock.now().toString(), secret, `prov${kill}`], longest)),
    );
    if (kept.length === before) longest *= 1.5;
    before = kept.length;
  }
  const { rows, lonely } = await database.asOwner(imported);
  expect(kept.filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
  expect(rows.filter(({ acts, sections }) => acts !== 1 || sections < 100)).toEqual([]);
  expect(lonely).toBe(0);
});

async function forget(tx: Tx): Promise<void> {
  await sql`delete from agreement_watch`.execute(tx);
  await sql`delete from agreement_act where kind = 'extended'`.execute(tx);
  await sql`delete from watch_run`.execute(tx);
  await sql`delete from outbox where act_id in (select id from act where kind in ('follow-ups.warn', 'follow-ups.extend'))`.execute(tx);
  await sql`delete from act where kind in ('follow-ups.warn', 'follow-ups.extend')`.execute(tx);
  await sql`update catalogue set revision = revision + 1`.execute(tx);
}

/** What was said, the looks that are not over, and the acts that are not told of once, or whose steps or extension are not all there. */
async function watched(tx: Tx) {
  const { rows: wrong } = await sql`select a.kind, a.content from act a where a.kind in ('follow-ups.warn', 'follow-ups.extend') and (
      (select count(*) from outbox o where o.act_id = a.id) <> 1
      or (a.kind = 'follow-ups.warn' and (select count(*) from agreement_watch w where w.act_id = a.id) <> jsonb_array_length(a.content->'what'))
      or (a.kind = 'follow-ups.extend' and (select count(*) from agreement_act t where t.act_id = a.id and t.kind = 'extended') <> 1))
    union all select o.kind, o.params from outbox o where o.kind in ('agreement-ends', 'agreement-extended', 'extension-unknown', 'extension-lost')
      group by o.kind, o.params having count(*) > 1`.execute(tx);
  const { rows } = await sql<{ said: number; open: number }>`select
    (select count(*)::int from act where kind in ('follow-ups.warn', 'follow-ups.extend')) as said,
    (select count(*)::int from watch_run where done_at is null) as open`.execute(tx);
  return { wrong, said: rows[0]?.said ?? 0, open: rows[0]?.open ?? 0 };
}

/** Every file that was read in, with how many acts it has and sections it is held with; and how many acts have no file. */
async function imported(tx: Tx) {
  const { rows } = await sql<{ id: string; acts: number; sections: number }>`select i.id,
      (select count(*)::int from act a where a.kind = 'imports.upload' and a.subject_id = i.id) as acts,
      (length(i.content::text) - length(replace(i.content::text, 'Ansvar', ''))) / 6 as sections
    from import i where i.file_name like 'prov%'`.execute(tx);
  const { rows: alone } = await sql<{ count: number }>`select count(*)::int as count from act a where a.kind = 'imports.upload'
    and not exists (select from import i where i.id = a.subject_id)`.execute(tx);
  return { rows, lonely: alone[0]?.count ?? -1 };
}

/** Starts a process, lets it work for a moment of random length (milliseconds, at most `longest`), kills it, and answers what it said was done. */
async function killOne(args: string[], longest: number): Promise<string[]> {
  const node = join(projectRoot, 'node_modules', '.bin', 'node');
  const running = spawn(node, [join(folder, 'working-process.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => running.once('close', (_code, signal) => resolve(signal)));
  const done: string[] = [];
  for await (const line of createInterface(running.stdout)) {
    if (line !== 'ready') done.push(line);
    else void wait(Math.random() * longest).then(() => running.kill('SIGKILL'));
  }
  // One that ended by itself was not killed at work.
  expect(await ended).toBe('SIGKILL');
  return done;
}

/** The process as one file: it starts in a fraction of the time. */
async function bundle(entry: string, name: string): Promise<void> {
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const how = { bundle: true, platform: 'node', target: 'node26', format: 'esm', logLevel: 'warning' } as const;
  const jsx = { jsx: 'automatic', jsxImportSource: 'hono/jsx' } as const;
  await build({ entryPoints: [entry], outfile: join(folder, name), banner, external: ['pg-native'], ...jsx, ...how });
}
