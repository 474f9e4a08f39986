import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { followSignatures } from '../../src/features/drafts/follow-signatures.ts';
import { projectRoot } from '../../src/platform/config/index.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { httpSigningService, SIGNATURE_HEADER, signatureOf } from '../../src/platform/signing/http-signing-service.ts';
import { givenClock } from '../given/app.ts';
import { givenLoginsOf } from '../given/database.ts';
import { DRAFT, givenSigning } from '../given/signing.ts';

const KILLS = 12;
const KEY = 'en nyckel som bara provet har, och ingen annan';
const clock = givenClock();
/** When the processes work: a minute after the orders were put. */
const LATER = clock.now().add({ minutes: 1 });

type Order = { readonly id: string; readonly seat: string; readonly hash: string; readonly signer: string };

/** A service that answers at once what each order came to: declined, until everybody signs. */
async function givenService(orders: Map<string, Order>, signs: () => boolean) {
  const server = createServer((request, response) => {
    const order = orders.get(decodeURIComponent(request.url?.split('/').at(-1) ?? ''));
    const at = clock.now().add({ seconds: 5 }).toString();
    const said = signs()
      ? { outcome: 'signed', order: order?.id, sha256: order?.hash, signer: order?.signer, at, proof: 'YmV2aXM=' }
      : { outcome: 'declined', order: order?.id, at };
    const body = JSON.stringify(said);
    response.writeHead(200, { [SIGNATURE_HEADER]: signatureOf(KEY, body) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, close: () => server.close() };
}

/** Puts an order, which the service has begun, for each seat of the text that has none that waits. Answers them. */
async function putOrders(tx: Tx): Promise<Order[]> {
  const { rows } = await sql<Order>`with given as (
      select id, content ->> 'hash' as hash from act where subject_id = ${DRAFT} and kind = 'drafts.submit'
    ), put as (
      insert into signature_order (id, draft_id, submission, step, seat, seat_id, account_id, assignment_id, signer, content_hash, assurance, authenticated_at,
        expires_at, at)
      select gen_random_uuid(), ${DRAFT}, g.id, 'sign', s.body || '.' || s.position, s.id, s.account_id,
        (select m.id from assignment m where m.account_id = s.account_id order by m.id limit 1), a.hsa_id, g.hash, 'loa3', ${clock.now()},
        ${clock.now().add({ hours: 1 })}, ${clock.now()}
      from given g, seat s join account a on a.id = s.account_id
      where s.county_code = '20' and s.valid @> ${clock.today()}::date and s.position in ('chair', 'vice-chair') and s.body in ('valfardsradet', 'lanschefsnatverket')
        and not exists (
          select from signature_order o where o.seat_id = s.id and not exists (
            select from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out')
          )
        )
      returning id, seat, content_hash as hash, signer
    ), begun as (
      insert into signature_order_event (order_id, number, kind, reference, address, at) select id, 1, 'begun', id::text, '/', ${clock.now()} from put
    )
    select * from put`.execute(tx);
  return rows;
}

test(`${KILLS} kills of a process that follows signatures lose no order, end none twice, and tell of each end once`, async () => {
  const { database } = await givenSigning(clock);
  const logins = givenLoginsOf(database);
  const cache = join(projectRoot, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'overens-races-'));
  const orders = new Map<string, Order>();
  let isSigning = false;
  const service = await givenService(orders, () => isSigning);
  const put = async () => {
    for (const order of await database.asOwner(putOrders)) orders.set(order.id, order);
  };
  try {
    const child = await bundleChild(folder);
    let [halfDone, isDone, longest] = [0, 0, 300];
    // A slow machine is given longer: kills must meet orders under way, and orders must end meanwhile. Else nothing was tried.
    for (let kill = 0; kill < KILLS || halfDone < 3 || isDone < 3; kill++) {
      expect(kill).toBeLessThan(10 * KILLS);
      await put();
      const before = orders.size - (await database.asOwner(countOpen));
      await killOne([child, JSON.stringify(logins), service.url, KEY, LATER.toString()], longest);
      const open = await database.asOwner(countOpen);
      const ended = orders.size - open - before;
      if (ended > 0) isDone += 1;
      if (open > 0) halfDone += 1;
      longest = ended === 0 ? longest * 1.5 : open === 0 ? longest / 1.5 : longest;
    }
    await put();
    isSigning = true;
    await killOne([child, JSON.stringify(logins), service.url, KEY, LATER.toString()], longest);
    const http = httpSigningService({ url: service.url, key: KEY, callBack: '' });
    const kind = followSignatures(
      { database, clock: { ...clock, now: () => LATER } },
      { service: http, asOwner: (run) => database.asOwner(run) },
    );
    for (let ids = await kind.waiting(); ids.length > 0; ids = await kind.waiting())
      for (const id of ids) await kind.run(id, { last: false });
    expect(await database.asOwner(wrongOrders)).toEqual([]);
    expect(await database.asOwner(countOpen)).toBe(0);
    expect(await database.asOwner(signaturesBySeat)).toEqual(
      ['lanschefsnatverket.chair', 'lanschefsnatverket.vice-chair', 'valfardsradet.chair', 'valfardsradet.vice-chair'].map((seat) => ({
        seat,
        signatures: 1,
        acts: 1,
      })),
    );
  } finally {
    service.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from signature_order o where not exists (
    select from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out'))`.execute(tx);
  return rows[0]?.count ?? -1;
}

/** Orders that did not end exactly once, were not told of exactly once to who was to sign, or are still to be asked about. */
async function wrongOrders(tx: Tx): Promise<unknown[]> {
  const { rows } = await sql`select o.id, o.seat from signature_order o where
    (select count(*) from signature_order_event e where e.order_id = o.id and e.kind in ('signed', 'declined', 'timed-out')) <> 1
    or (select count(*) from outbox t where t.kind = 'signature-ended' and t.params ->> 'order' = o.id::text) <> 1
    or (select count(*) from act a where a.content ->> 'order' = o.id::text) <> 1
    or exists (select from signature_ask k where k.order_id = o.id and k.done_at is null)`.execute(tx);
  return rows;
}

async function signaturesBySeat(tx: Tx): Promise<unknown[]> {
  const { rows } = await sql`select g.seat, count(distinct g.act_id)::int as signatures, count(distinct a.id)::int as acts
    from draft_signature g join act a on a.subject_id = g.draft_id and a.kind = 'drafts.sign' and a.content ->> 'decider' = 'seat:' || g.seat
    where g.draft_id = ${DRAFT} group by g.seat order by g.seat`.execute(tx);
  return rows;
}

/** Starts a process, lets it work for a moment of random length (milliseconds, at most `longest`), and kills it. */
async function killOne(args: string[], longest: number): Promise<void> {
  const node = join(projectRoot, 'node_modules', '.bin', 'node');
  const running = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'close');
  await createInterface(running.stdout)[Symbol.asyncIterator]().next();
  await wait(Math.random() * longest);
  running.kill('SIGKILL');
  // One that ended by itself was not killed at work.
  expect((await ended)[1]).toBe('SIGKILL');
}

/** The process as one file: it starts in a fraction of the time. */
async function bundleChild(folder: string): Promise<string> {
  const outfile = join(folder, 'signing-process.mjs');
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  const entryPoints = [join(import.meta.dirname, 'signing-process.ts')];
  const how = { bundle: true, platform: 'node', target: 'node26', format: 'esm', logLevel: 'warning' } as const;
  await build({ entryPoints, outfile, banner, external: ['pg-native'], jsx: 'automatic', jsxImportSource: 'hono/jsx', ...how });
  return outfile;
}
