/**
 * The floor under an audited read: the least program that gives the same answer. Bare node:http and pg: who asks, by the hash of the cookie's
 * secret; the record of a person their unit has a contact with; and a row in a log where each holds the hash of the one before, committed before the
 * answer. No policy, no row-level security, no checks of what comes in, one statement after another.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { readConfig } from '../src/platform/config/index.ts';
import { createKeyRing } from '../src/platform/secrets/index.ts';
import { openChain } from './audited/floor-log.ts';

const config = readConfig(process.env);
if (Array.isArray(config) || !config.personKeys) throw new Error('the configuration has faults');
const keys = createKeyRing(config.personKeys);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 10 });

const WHO = `select s.account_id, m.id as assignment_id, m.organisation_id, m.unit_id
  from session s join account a on a.id = s.account_id and a.deactivated_at is null
  join assignment m on m.id = s.assignment_id and m.valid @> current_date
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`;
const RECORD = `select p.id, p.organisation_id, p.name, p.number_cipher, p.interpreter_language, p.blocked_since, o.name as owner_name,
    a.address_cipher, a.whereabouts_cipher,
    (select json_agg(json_build_object('id', c.id, 'unit', u.name, 'caseNumber', c.case_number, 'from', lower(c.valid), 'to', upper(c.valid)))
      from case_contact c left join unit_version u on u.unit_id = c.unit_id and u.valid @> current_date
      where c.person_id = p.id and c.unit_id = $2) as contacts
  from person p left join person_place a on a.person_id = p.id
  left join organisation_version o on o.organisation_id = p.organisation_id and o.valid @> current_date
  where p.id = $1`;
const append = await openChain(pool);

async function answer(url: string, cookie: string): Promise<string | undefined> {
  const secret = /__Host-session=([0-9a-f]{64})/.exec(cookie)?.[1] ?? '';
  const hash = createHash('sha256').update(Buffer.from(secret, 'hex')).digest();
  const who = (await pool.query({ name: 'who', text: WHO, values: [hash] })).rows[0];
  if (!who) return undefined;
  const id = url.slice(url.lastIndexOf('/') + 1);
  const row = (await pool.query({ name: 'record', text: RECORD, values: [id, who.unit_id] })).rows[0];
  if (!row?.contacts) return undefined;
  const line = JSON.stringify([randomUUID(), new Date(), who, id, row.organisation_id, 'persons.read', 'allowed']);
  await append(line);
  const open = (cipher: Buffer | null, context: string) => (cipher ? keys.decrypt(cipher, `person.${context}:${id}`) : undefined);
  return JSON.stringify({
    id,
    owner: { id: row.organisation_id, name: row.owner_name },
    name: row.name,
    number: open(row.number_cipher, 'number') ?? null,
    interpreter: row.interpreter_language,
    blocked: row.blocked_since !== null,
    protection: null,
    place: { address: open(row.address_cipher, 'address') ?? null, whereabouts: open(row.whereabouts_cipher, 'whereabouts') ?? null },
    contacts: row.contacts,
    purpose: 'care',
    abilities: ['change', 'change-place', 'open-case-contact', 'end-case-contact', 'protect', 'see-place'],
  });
}

async function serve(url: string, cookie: string, response: ServerResponse): Promise<void> {
  const body = await answer(url, cookie);
  if (body === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

const server = createServer((request, response) => {
  serve(request.url ?? '', request.headers.cookie ?? '', response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
for (const event of ['disconnect', 'SIGTERM', 'SIGINT']) process.on(event, () => process.exit(0));
