/**
 * The floor under reading plans: the least program that gives the same answers. Bare node:http and pg: who asks, by the hash of the cookie's secret; a plan
 * that their unit takes part in, those parts of it that a consent opens now, and the list of such plans; and a row in a log that is a chain of hashes,
 * committed before the answer. No policy, no row-level security, no checks of what comes in.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { readConfig } from '../src/platform/config/index.ts';
import { createKeyRing } from '../src/platform/secrets/index.ts';
import { openChain } from './audited/floor-log.ts';
import { ASK, CONTENT, LISTED, MEASURE, OPEN, TASKS, WHO } from './plans/floor-queries.ts';

const config = readConfig(process.env);
if (Array.isArray(config) || !config.personKeys) throw new Error('the configuration has faults');
const keys = createKeyRing(config.personKeys);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 10 });
const append = await openChain(pool);

type Who = { account_id: string; organisation_id: string; unit_id: string };
type Row = { id: string; cipher: string; [column: string]: unknown };

async function askedBy(cookie: string): Promise<Who | undefined> {
  const secret = /__Host-session=([0-9a-f]{64})/.exec(cookie)?.[1] ?? '';
  const hash = createHash('sha256').update(Buffer.from(secret, 'hex')).digest();
  return (await pool.query<Who>({ name: 'who', text: WHO, values: [hash] })).rows[0];
}

const log = (who: Who, what: string, details: unknown) => append(JSON.stringify([randomUUID(), new Date(), who, what, 'allowed', details]));

/** The words of each row in place of its cipher. */
const opened = (rows: readonly Row[] | null, context: string) =>
  (rows ?? []).map(({ cipher, ...row }) => ({ ...row, words: keys.decrypt(Buffer.from(cipher.slice(2), 'hex'), `${context}:${row.id}`) }));

async function onePlan(who: Who, id: string): Promise<unknown> {
  const plan = (await pool.query({ name: 'open', text: OPEN, values: [id, who.organisation_id, who.unit_id] })).rows[0];
  if (!plan) return undefined;
  const open = new Set<string>(plan.open);
  const all = (await pool.query({ name: 'content', text: CONTENT, values: [id] })).rows[0];
  await log(who, `plans.read ${id}`, plan.open);
  const seen = <Part>(kind: string, part: Part) => (open.has(kind) ? part : null);
  return {
    ...{ id, kind: plan.kind, owner: plan.owner, county: plan.county_code, municipality: plan.municipality_code, open: plan.open },
    identity: seen('identity', { name: plan.name }),
    initiatives: seen('needs', opened(all.initiatives, 'plan.initiative')),
    assessments: seen('needs', all.assessments),
    parties: seen('meeting', all.parties),
    texts: opened(all.texts, 'plan.text').filter((text) => open.has(String((text as Record<string, unknown>).kind))),
    goals: seen('goals', opened(all.goals, 'plan.goal')),
    measures: seen('measures', opened(all.measures, 'plan.measure')),
    duties: seen('measures', all.duties),
  };
}

async function manyPlans(who: Who): Promise<unknown> {
  const { rows } = await pool.query({ name: 'listed', text: LISTED, values: [who.organisation_id, who.unit_id] });
  await Promise.all(rows.slice(0, 50).map(({ id, open }) => log(who, `plans.find ${id}`, open)));
  return { plans: rows.slice(0, 50), next: rows.length > 50 ? rows[49].id : null };
}

async function openTasks(who: Who): Promise<unknown> {
  const rows = (await pool.query({ name: 'tasks', text: TASKS, values: [who.organisation_id, who.unit_id] })).rows;
  const shown = rows.slice(0, 20);
  await Promise.all(shown.map(({ plan, open }) => log(who, `plans.read ${plan}`, open)));
  const tasks = shown.map(({ words, cipher, agreement, row, open, ...task }) => ({
    ...task,
    words: open.includes('measures')
      ? { ...JSON.parse(keys.decrypt(Buffer.from(cipher.slice(2), 'hex'), `plan.task:${words}`)), agreement, row }
      : null,
  }));
  return { tasks, next: rows.length > 20 ? shown[19].id : null };
}

/** Asks the unit of a measure to do it, of a plan where measures are open: what is asked, where it stands, and the log, in one transaction. */
async function askTask(who: Who, plan: string, asked: { key: string; measure: string; due: string }): Promise<unknown> {
  const open = (await pool.query({ name: 'open', text: OPEN, values: [plan, who.organisation_id, who.unit_id] })).rows[0];
  const measure = (await pool.query({ name: 'measure', text: MEASURE, values: [plan, asked.measure] })).rows[0];
  if (!open?.open.includes('measures') || !measure) return undefined;
  const { what } = JSON.parse(keys.decrypt(measure.cipher, `plan.measure:${measure.id}`));
  const [words, move] = [randomUUID(), randomUUID()];
  const cipher = keys.encrypt(JSON.stringify({ what, message: '' }), `plan.task:${words}`);
  const side = [who.organisation_id, who.unit_id];
  await pool.query({
    name: 'ask',
    text: ASK,
    values: [
      words,
      plan,
      measure.id,
      measure.agreement,
      measure.agreement_row,
      cipher,
      ...side,
      who.account_id,
      asked.key,
      asked.measure,
      measure.organisation_id,
      measure.unit_id,
      asked.due,
      move,
    ],
  });
  await log(who, `plans.ask-task ${plan}`, { task: asked.key, open: open.open });
  const unit = { id: measure.unit_id, name: measure.name };
  return {
    id: asked.key,
    plan,
    measure: asked.measure,
    state: 'requested',
    number: 1,
    due: asked.due,
    owner: unit,
    words: { what, message: '' },
  };
}

async function answerTo(url: string, who: Who, body: string): Promise<unknown> {
  if (body) return askTask(who, url.split('/')[4] ?? '', JSON.parse(body));
  if (url === '/api/v1/plans') return manyPlans(who);
  if (url.startsWith('/api/v1/tasks')) return openTasks(who);
  return onePlan(who, url.slice(url.lastIndexOf('/') + 1));
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = request.method === 'POST' ? await text(request) : '';
  const who = await askedBy(request.headers.cookie ?? '');
  const answer = who && (await answerTo(request.url ?? '', who, body));
  if (answer === undefined) response.writeHead(404).end();
  else {
    const json = JSON.stringify(answer);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
  }
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
for (const event of ['disconnect', 'SIGTERM', 'SIGINT']) process.on(event, () => process.exit(0));
