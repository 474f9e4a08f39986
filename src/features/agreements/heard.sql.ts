import { sql } from 'kysely';
import type { Heard } from '../../domain/consultations/heard.ts';
import type { Tx } from '../../platform/index.ts';

/** How those concerned took part before a version was decided here; undefined for a version that was not. Nothing of what anybody said. */
export async function findHeard(tx: Tx, { slug, label }: { readonly slug: string; readonly label: string }): Promise<Heard | undefined> {
  const { rows } = await sql<{ heard: Heard | null }>`select heard_before(${slug}, ${label}) as heard`.execute(tx);
  return rows[0]?.heard ?? undefined;
}
