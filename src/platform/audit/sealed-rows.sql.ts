import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** The columns of an event after its id and its instant, in the order of `canonicalLine`, and which of them are uuids. */
export const LINE_COLUMNS = [
  ...['account_id', 'actor_kind', 'assignment_id', 'organisation_id', 'unit_id', 'owner_organisation_id', 'person_id', 'record_kind'],
  ...['record_id', 'act', 'outcome', 'code', 'purpose', 'share_id', 'via', 'request_id', 'from_address', 'policy_version'],
].map((name) => ({ name, uuid: name.endsWith('_id') && !['record_id', 'request_id'].includes(name) }));

const ROW = sql.raw(`row(l.position, l.event_id, l.leaf_hash, nullif(e.leaf_hash, l.leaf_hash), e.at,
  ${LINE_COLUMNS.map(({ name }) => `e.${name}`).join(', ')}, e.details::text)`);

/** How many rows make one value: small enough to be young when it is forgotten, which costs the garbage collector least. */
const TOGETHER = 64;

/**
 * The leaves of positions `from` up to but not including `to`, in order, each with its event where there is one, as PostgreSQL sends records in
 * binary, one after another in some large values (`unpackLeaves` reads them): nothing else is as cheap to write, send and read. Needs the owner,
 * who sees every event.
 */
export async function readSealedRows(tx: Tx, from: number, to: number): Promise<Buffer[]> {
  const { rows } = await sql<{ packed: Buffer }>`
    select batch.packed from generate_series(${from}::bigint, ${to}::bigint - 1, ${TOGETHER}) as first
    cross join lateral (
      select string_agg(record_send(${ROW}), ''::bytea order by l.position) as packed
      from audit_leaf l left join audit_event e on e.id = l.event_id and e.at = l.event_at
      where l.position >= first and l.position < least(first + ${TOGETHER}, ${to}::bigint)
    ) as batch
    where batch.packed is not null order by first`.execute(tx);
  return rows.map(({ packed }) => packed);
}
