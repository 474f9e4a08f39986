import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendWebhooks } from '../../src/features/webhooks/send-webhooks.ts';
import { startSealer } from '../../src/platform/audit/sealer.ts';
import { parseSigningKey } from '../../src/platform/audit/signing-key.ts';
import { verifyLog } from '../../src/platform/audit/verify-log.ts';
import { projectRoot } from '../../src/platform/config/index.ts';
import type { Database, Tx } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase, givenLoginsOf } from '../given/database.ts';
import { givenKeyRing } from '../given/key-ring.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { ANEBY, inAneby } from '../given/persons-app.ts';

/** As many as there is time for at every run; fifty by `PLAN_KILLS=50`. */
const KILLS = Number(process.env.PLAN_KILLS ?? 10);
/** So many die at the same time, so that they are also in each other's way. */
const AT_ONCE = 2;
/** It dies when it has said that less than so much is kept, in the middle of what comes next: however slow the machine is. */
const MOST = 16;

const clock = givenClock('2026-11-22');
const key = parseSigningKey(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
type Owned = Database & { asOwner: <T>(run: (tx: Tx) => Promise<T>) => Promise<T> };
let database: Owned;
let args: (kill: number) => string[];
let folder = '';
const webhook = randomUUID();

/** What a subscribing system has been sent, by the id of each event. */
const received = new Map<string, Set<string>>();
let posts = 0;
const system = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    posts += 1;
    const id = String(request.headers['webhook-id']);
    received.set(id, (received.get(id) ?? new Set()).add(text));
    // Some are answered late, and some are told to come again.
    setTimeout(() => response.writeHead(posts % 7 === 0 ? 503 : 204).end(), posts % 3);
  });
});

beforeAll(async () => {
  const app = await givenApp({ login: true, clock });
  database = (await givenDatabase()) as Owned;
  const secret = (await givenLoggedIn(app, 'handlaggare-aneby-06')).split('=')[1] ?? '';
  await new Promise<void>((done) => system.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(system.address() as AddressInfo).port}/`;
  const units = await database.asOwner((tx) => subscribe(tx, url));
  const cache = join(projectRoot, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'overens-races-'));
  await bundle();
  const pem = key?.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() ?? '';
  const moment = (kill: number) =>
    clock
      .now()
      .add({ seconds: 5 * kill })
      .toString();
  args = (kill) => [JSON.stringify(givenLoginsOf(database)), moment(kill), secret, pem, JSON.stringify(units), inAneby];
}, 60_000);
afterAll(async () => {
  system.closeAllConnections();
  system.close();
  await rm(folder, { recursive: true, force: true });
});

test(`${KILLS} kills of a process that writes plans lose nothing that was answered, leave nothing in part, and tell each event under one number`, async () => {
  const told: string[] = [];
  let kill = 0;
  const killer = async () => {
    while (kill < KILLS) {
      kill += 1;
      told.push(...(await killOne(args(kill))));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, killer));
  expect(told.length).toBeGreaterThan(2 * KILLS);

  const keptIds = await database.asOwner(ids);
  expect(told.filter((one) => !keptIds.has(one))).toEqual([]);
  expect(await database.asOwner(inPart)).toEqual([]);
  expect(await database.asOwner(foldedOtherwise)).toEqual([]);

  const later = { now: () => clock.now().add({ minutes: 20 }), today: clock.today };
  const work = sendWebhooks({ database, clock: later, keys: givenKeyRing() }, { inside: true });
  // Jobs that killed processes had taken are given back by the queue in time; what they stand for is done here at once.
  await database.asOwner((tx) => sql`delete from job.job where name = 'send-webhook'`.execute(tx));
  for (let waiting = await work.waiting(); waiting.length > 0; waiting = await work.waiting())
    for (const id of waiting) await work.run(id, { last: false }).catch(() => undefined);
  const events = await database.asOwner(numbered);
  expect(events.length).toBeGreaterThan(told.length / 2);
  expect(events.map(({ number }) => Number(number))).toEqual(events.map((_, nth) => nth + 1));
  // What is sent again is word for word what was sent.
  expect(events.filter(({ id }) => received.get(id)?.size !== 1)).toEqual([]);
  expect(await database.asOwner(untold)).toEqual([]);

  if (!key) throw new Error('there is no key');
  const sealer = startSealer({ database, key, clock: later, log: createLog('silent') });
  await sealer.sealAll();
  await sealer.stop();
  expect(await verifyLog(database, [key])).toMatchObject({ faults: [], count: 0, waiting: 0 });
  process.stdout.write(`${kill} kills, ${told.length} answered, ${events.length} events, ${posts} posts\n`);
}, 900_000);

/** Aneby subscribes to all there is. Answers the units that are asked: one's own, and one of the region. */
async function subscribe(tx: Tx, url: string): Promise<{ own: string; other: string }> {
  const secret = randomUUID();
  await sql`insert into webhook (id, organisation_id, url, kinds, made_at)
    select ${webhook}, ${ANEBY}, ${url}, array_agg(kind), ${clock.now()} from plan_event where kind in ('plans.open', 'plans.write', 'plans.ask-unit', 'plans.point-out')`.execute(
    tx,
  );
  await sql`insert into webhook_counter (webhook_id, last_number) values (${webhook}, 0)`.execute(tx);
  const cipher = givenKeyRing().encrypt(`whsec_${Buffer.from(secret).toString('base64')}`, `webhook.secret:${secret}`);
  await sql`insert into webhook_secret (id, webhook_id, secret_cipher, at) values (${secret}, ${webhook}, ${cipher}, ${clock.now()})`.execute(
    tx,
  );
  const { rows } = await sql<{ own: string; other: string }>`select
    (select unit_id from case_contact where person_id = ${inAneby} and organisation_id = ${ANEBY} and valid @> ${clock.today()}::date limit 1) as own,
    (select v.unit_id from unit_version v join organisation o on o.id = v.organisation_id where o.county_code = '06' and v.kind = 'psykiatrisk-oppenvard' limit 1) as other`.execute(
    tx,
  );
  return rows[0] ?? { own: '', other: '' };
}

const mine = sql`select id from plan where person_id = ${inAneby}::uuid and opened_at > ${clock.now()}`;

/** Everything that is kept, as the process says it. */
async function ids(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ said: string }>`
    select 'plan ' || id as said from plan union all select 'consent ' || id from consent union all select 'goal ' || goal_id from plan_goal
    union all select 'measure ' || measure_id from plan_measure union all select 'task ' || id from plan_task union all select 'initiative ' || id from plan_initiative
    union all select 'party ' || plan_id from plan_party where standing = 'asked'`.execute(tx);
  return new Set(rows.map(({ said }) => said));
}

/** What is written without its act, its row in the log or what is to be told of it, or the other way about, and what is written twice. */
async function inPart(tx: Tx): Promise<unknown[]> {
  const { rows } = await sql`with p as (${mine}), a as (select * from act where subject_id in (select id from p)),
    n as (select p.id as plan,
      (select count(*) from a where a.subject_id = p.id and a.kind = 'plans.open') as opened,
      (select count(*) from plan_party t where t.plan_id = p.id and t.standing = 'opener') as openers,
      (select count(*) from plan_initiative i where i.plan_id = p.id) as needs,
      (select count(*) from a where a.subject_id = p.id and a.kind in ('plans.open', 'plans.point-out')) as needed,
      (select count(*) from plan_goal g where g.plan_id = p.id) + (select count(*) from plan_measure m where m.plan_id = p.id) as words,
      (select count(*) from a where a.subject_id = p.id and a.kind = 'plans.write') as worded,
      (select count(*) from consent c where c.plan_id = p.id) as answers,
      (select count(*) from a where a.subject_id = p.id and a.kind = 'consents.take') as answered,
      (select count(*) from plan_task t where t.plan_id = p.id) as tasks,
      (select count(*) from a where a.subject_id = p.id and a.kind = 'plans.ask-task') as asked,
      (select count(*) from plan_party t where t.plan_id = p.id and t.standing = 'asked') as parties,
      (select count(*) from a where a.subject_id = p.id and a.kind = 'plans.ask-unit') as unit_acts,
      (select count(*) from a where a.subject_id = p.id) as acts,
      (select count(*) from audit_event e where e.record_kind = 'plan' and e.record_id = p.id::text and e.outcome = 'allowed') as logged,
      (select count(*) from outbox o join a on a.id = o.act_id where a.subject_id = p.id and a.kind = 'plans.ask-unit') as tellings
    from p)
    select * from n where opened <> 1 or openers <> 1 or needs <> needed or words <> worded or answers <> answered or tasks <> asked or parties <> unit_acts
      or acts <> logged or tellings <> 4 * unit_acts`.execute(tx);
  return rows;
}

/** Tasks whose state, as it is kept for lists, is not what their moves say. */
async function foldedOtherwise(tx: Tx): Promise<unknown[]> {
  const { rows } = await sql`select t.id from plan_task t left join plan_task_state s on s.task_id = t.id
    left join lateral (select m.to_state as state, m.number from plan_task_move m where m.task_id = t.id order by m.number desc limit 1) l on true
    where s.reached is distinct from l.state or s.number is distinct from l.number`.execute(tx);
  return rows;
}

async function numbered(tx: Tx): Promise<{ id: string; number: string }[]> {
  const { rows } = await sql<{
    id: string;
    number: string;
  }>`select id, number::text as number from webhook_event where webhook_id = ${webhook} order by webhook_event.number`.execute(tx);
  return rows;
}

/** Acts that should have been told of and were not, and events that were not delivered. */
async function untold(tx: Tx): Promise<unknown[]> {
  const { rows } =
    await sql`select a.id, a.kind from act a where a.subject_id in (${mine}) and a.kind = any (select unnest(kinds) from webhook where id = ${webhook})
      and not exists (select from webhook_event e where e.act_id = a.id and e.webhook_id = ${webhook} and e.delivered_at is not null)`.execute(
      tx,
    );
  return rows;
}

/** Starts a process, lets it work until it has kept some things, kills it, and answers what it said was kept. */
async function killOne(given: string[]): Promise<string[]> {
  const node = join(projectRoot, 'node_modules', '.bin', 'node');
  const running = spawn(node, [join(folder, 'planning-process.mjs'), ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => running.once('close', (_code, signal) => resolve(signal)));
  const done: string[] = [];
  const enough = Math.floor(Math.random() * MOST);
  const kill = () => void wait(Math.random() * 40).then(() => running.kill('SIGKILL'));
  for await (const line of createInterface(running.stdout)) {
    if (line !== 'ready') done.push(line);
    if (done.length === enough) kill();
  }
  // One that ended by itself was not killed at work.
  expect(await ended).toBe('SIGKILL');
  return done;
}

/** The process as one file: it starts in a fraction of the time. */
async function bundle(): Promise<void> {
  const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };
  const how = { bundle: true, platform: 'node', target: 'node26', format: 'esm', logLevel: 'warning' } as const;
  const jsx = { jsx: 'automatic', jsxImportSource: 'hono/jsx' } as const;
  const external = ['pg-native', '@myriaddreamin/*', 'docx', 'mammoth', 'unpdf', 'nodemailer'];
  const entryPoints = [join(import.meta.dirname, 'planning-process.ts')];
  await build({ entryPoints, outfile: join(folder, 'planning-process.mjs'), banner, external, ...jsx, ...how });
}
