import { sql } from 'kysely';
import { demoSigningPage } from '../../src/features/demo/index.ts';
import { type Clock, insertSeedAct, newId, stableId } from '../../src/platform/index.ts';
import { demoSigning } from '../../src/platform/signing/demo-signing.ts';
import { isSignedWith, SIGNATURE_HEADER, signatureOf } from '../../src/platform/signing/http-signing-service.ts';
import { givenReader } from '../journeys/visit.ts';
import { givenApp, givenClock } from './app.ts';
import { givenDatabase } from './database.ts';
import { givenLoggedIn, TEST_ORIGIN } from './logged-in.ts';
import { givenSigningService } from './signing-service.ts';

const KEY = 'en delad nyckel som ingen annan har';
export const DRAFT = stableId('demo:submitted:20');

/** Dalarna's text, given over and decided by everyone: what is left is to sign, at a service that behaves as such services do. For tests, once in a file. */
export async function givenSigning(clock: Clock = givenClock()) {
  const database = await givenDatabase();

  /** Which order the service calls what. */
  const orders = new Map<string, string>();
  const double = givenSigningService(
    () => clock.now(),
    (reference) => callBack(JSON.stringify({ order: orders.get(reference) })),
  );
  const service = {
    ...double.service,
    begin: async (...asked: Parameters<typeof double.service.begin>) => {
      const begun = await double.service.begin(...asked);
      orders.set(begun.reference, asked[0].id);
      return begun;
    },
  };
  const demo = demoSigning(clock);
  const app = await givenApp({
    login: true,
    clock,
    signing: {
      name: 'Provtjänsten',
      service,
      isFrom: (body, signature) => isSignedWith(KEY, body, signature),
      page: demoSigningPage(demo),
    },
  });

  async function callBack(body: string, signature = signatureOf(KEY, body)): Promise<number> {
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
    return (await app.request(`${TEST_ORIGIN}/underskrift/anrop`, { method: 'POST', headers, body })).status;
  }

  // Everybody has decided: what is left is to sign.
  await database.asOwner(async (tx) => {
    const { rows: parties } = await sql<{ code: string }>`select code from municipality where county_code = '20'`.execute(tx);
    const { rows } = await sql<{ id: string; account: string }>`select id, account_id as account from act
        where subject_id = ${DRAFT} and kind = 'drafts.submit'`.execute(tx);
    const [{ id: submission, account } = { id: '', account: '' }] = rows;
    const deciders = ['party:region', ...parties.map(({ code }) => `party:${code}`)].map((decider) => ['adopt', decider] as const);
    for (const [step, decider] of [['recommend', 'body:valfardsradet'] as const, ...deciders]) {
      const content = { submission, step, decider, outcome: 'approved' };
      const at = '2026-11-20T09:00:00Z';
      await insertSeedAct(tx, {
        id: newId(),
        kind: 'drafts.record-decision',
        account,
        subject: { kind: 'draft', id: DRAFT },
        on: '2026-11-20',
        at,
        content,
      });
    }
  });

  /** Somebody with a browser. */
  async function given(account: string) {
    const cookie = await givenLoggedIn(app, account);
    const get = async (path: string) => {
      const answer = await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } });
      return { status: answer.status, html: (await answer.text()).replaceAll('&#39;', "'") };
    };
    const begin = async (seat: string, key?: string) => {
      const page = `/arbetsversioner/${DRAFT}/underskrift/sign/${seat}`;
      const { html } = await get(page);
      const form = html.slice(html.indexOf('/tjanst"'));
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
      const body = new URLSearchParams({ hash: field('hash'), key: key ?? field('key') }).toString();
      const headers = { cookie, origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await app.request(`${TEST_ORIGIN}${page}/tjanst`, { method: 'POST', headers, body });
      const where = answer.headers.get('location') ?? '';
      const reference = [...orders].find(([, order]) => where.endsWith(order))?.[0] ?? '';
      return { status: answer.status, where, reference };
    };
    return { get, begin, reader: await givenReader(app, cookie) };
  }

  const signed = async (seat: string): Promise<number> =>
    database.asOwner(async (tx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from draft_signature g join act a on a.id = g.act_id
        where g.draft_id = ${DRAFT} and g.seat = ${seat} and a.kind = 'drafts.sign' and a.account_id = g.account_id`.execute(tx);
      return rows[0]?.count ?? -1;
    });

  /** The order that was put last for a seat: rows are only added, so where they lie tells those of the same moment apart. */
  const lastOrder = async (seat: string): Promise<string> =>
    database.asOwner(async (tx) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from signature_order where seat = ${seat} order by at desc, ctid desc limit 1`.execute(tx);
      return rows[0]?.id ?? '';
    });
  return { app, database, double, service, demo, orders, given, signed, lastOrder, callBack };
}
