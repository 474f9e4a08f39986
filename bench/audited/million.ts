import { sql } from 'kysely';
import { originOf } from '../../src/domain/audit/checkpoint.ts';
import { growingTree } from '../../src/domain/audit/growing-tree.ts';
import { sha256Tree } from '../../src/platform/audit/hash.ts';
import type { SigningKey } from '../../src/platform/audit/index.ts';
import { signCheckpoint } from '../../src/platform/audit/note.ts';
import type { Tx } from '../../src/platform/db/index.ts';

/** How many events a checkpoint brings in: half a second's, at a thousand a second. */
const EACH = 500;
const CHUNK = 50_000;

const JSON_TIME = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** Looks at persons, as many as asked for, each with its line and the hash of it; one in ten with details. Everything but the signatures is made where it lies. */
const events = (count: number): string[] => [
  `create temp table made as select n, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5('id' || n), 1, 3) || '8'
      || substr(md5('id' || n), 4, 15))::uuid as id, at, md5('account' || n % 300)::uuid as account, md5('unit' || n % 40)::uuid as unit,
      md5('organisation' || n % 10)::uuid as organisation, md5('person' || n % 40000)::uuid as person,
      case when n % 10 = 0 then format('{"returned":["%s"],"total":1}', md5('found' || n)::uuid) else '{}' end as details
    from (select n, date_trunc('milliseconds', now()) - interval '1 hour' + make_interval(secs => n / ${EACH} * 0.5) as at
      from generate_series(0, ${count - 1}) as n) as numbered`,
  `create temp table hashed as select *, sha256('\\x00'::bytea || convert_to(concat('["overens-audit-1","', id, '","',
      to_char(at at time zone 'UTC', '${JSON_TIME}'), '","', account, '","staff",null,"', organisation, '","', unit, '","', organisation, '","', person,
      '","person","', person, '","persons.read","allowed",null,"care",null,"api","r-', n, '","192.0.2.7","a1b2c3d4e5f60718",', details, ']'), 'UTF8'))
      as leaf from made`,
  `insert into audit_event (id, at, account_id, actor_kind, organisation_id, unit_id, owner_organisation_id, person_id, record_kind, record_id, act, outcome,
      purpose, via, request_id, from_address, policy_version, details, leaf_hash)
    select id, at, account, 'staff', organisation, unit, organisation, person, 'person', person::text, 'persons.read', 'allowed', 'care', 'api', 'r-' || n,
      '192.0.2.7', 'a1b2c3d4e5f60718', details::jsonb, leaf from hashed order by n`,
  'insert into audit_leaf (position, event_id, event_at, leaf_hash) select n, id, at, leaf from hashed order by n',
  `insert into audit_node (level, index, hash) select 1, n / 2, sha256('\\x01'::bytea || string_agg(leaf, ''::bytea order by n))
    from hashed group by n / 2 having count(*) = 2`,
];

const nodes = (level: number): string =>
  `insert into audit_node (level, index, hash) select ${level}, index / 2, sha256('\\x01'::bytea || string_agg(hash, ''::bytea order by index))
    from audit_node where level = ${level - 1} group by index / 2 having count(*) = 2`;

/** Fills an empty log with so many sealed events, under checkpoints signed with the key. For the owner. */
export async function fillLog(tx: Tx, count: number, key: SigningKey): Promise<void> {
  for (const statement of events(count)) await sql.raw(statement).execute(tx);
  for (let level = 2; 2 ** level <= count; level++) await sql.raw(nodes(level)).execute(tx);
  const log = (await sql<{ id: string }>`select id from audit_log`.execute(tx)).rows[0]?.id ?? '';
  const tree = growingTree(sha256Tree);
  let previous = 0;
  for (let from = 0; from < count; from += CHUNK) {
    const { rows } = await sql<{ leaf: Buffer; at: Temporal.Instant }>`select leaf_hash as leaf, event_at as at from audit_leaf
      where position >= ${from} and position < ${from + CHUNK} order by position`.execute(tx);
    for (const { leaf, at } of rows) {
      tree.append(leaf);
      if (tree.size % EACH !== 0 && tree.size !== count) continue;
      const root = Buffer.from(tree.root());
      const text = at.add({ milliseconds: 400 }).toString({ fractionalSecondDigits: 3 });
      const checkpoint = { origin: originOf(log), size: tree.size, root: root.toString('base64'), at: text, previous };
      await sql`insert into audit_checkpoint (size, previous_size, root, at, key_id, signature, horizon) values (${tree.size}, ${previous}, ${root}, ${text},
        ${key.id}, ${signCheckpoint(checkpoint, key.privateKey)}, pg_snapshot_xmax(pg_current_snapshot()))`.execute(tx);
      previous = tree.size;
    }
  }
}
