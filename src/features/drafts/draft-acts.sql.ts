import { sql } from 'kysely';
import type { Facts, Tx } from '../../platform/index.ts';

export type ActRow = { readonly id: string; readonly kind: string; readonly on: string; readonly content: Facts };

/** What has been done to a draft, oldest first. */
export async function listDraftActs(tx: Tx, draft: string): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`select id, kind, effective_on::text as "on", content from act
    where subject_kind = 'draft' and subject_id = ${draft} order by at, id`.execute(tx);
  return rows;
}

/** The acts of several drafts, oldest first, by draft. */
export async function listActsOfDrafts(tx: Tx, drafts: readonly string[]): Promise<Map<string, ActRow[]>> {
  const { rows } = await sql<ActRow & { draft: string }>`select id, kind, effective_on::text as "on", content, subject_id as draft from act
    where subject_kind = 'draft' and subject_id = any(${[...drafts]}::uuid[]) order by at, id`.execute(tx);
  return Map.groupBy(rows, ({ draft }) => draft);
}
