import { sql } from 'kysely';
import type { Receiver } from '../../domain/consultations/round.ts';
import type { Tx } from '../../platform/index.ts';
import { LAST_DAY, OPENED_ON, RECEIVER_ID, RECEIVER_NOW, type RoundRow } from './consultations.sql.ts';

/**
 * A round as lists show it, without its text and without what anybody has said. `own`: those asked for whom who acts speaks, and whether they have replied;
 * `unanswered`: how many of the views that they may read have no disposition. Days are Swedish, ISO.
 */
export type ListedRow = Pick<
  RoundRow,
  'id' | 'county' | 'slug' | 'label' | 'kind' | 'municipalities' | 'level' | 'lastDay' | 'isPublic' | 'openedOn' | 'openedBy'
> & {
  readonly short: string;
  readonly closedOn: string | null;
  readonly recalledOn: string | null;
  readonly own: readonly (Receiver & { readonly hasReplied: boolean })[];
  readonly unanswered: number;
};

const endedBy = (kind: 'consultations.close' | 'consultations.recall') =>
  sql`(select min(a.effective_on)::text from act a where a.subject_kind = 'consultation' and a.subject_id = c.id and a.kind = ${kind})`;

/** Every round that who acts may see, or those that are neither closed nor recalled, the latest opened first. */
export async function listRounds(tx: Tx, which: 'all' | 'running'): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select * from (
      select c.id, c.county_code as county, c.slug, c.label, c.agreement_kind as kind, c.municipalities, c.level, ${LAST_DAY} as "lastDay",
        c.is_public as "isPublic", ${OPENED_ON} as "openedOn", c.opened_by as "openedBy", c.opened_at, c.short,
        ${endedBy('consultations.close')} as "closedOn", ${endedBy('consultations.recall')} as "recalledOn",
        coalesce((
          select json_agg(json_strip_nulls(json_build_object('receiver', r.receiver, 'kind', r.kind, 'id', ${RECEIVER_ID}, 'name', r.name, 'now', ${RECEIVER_NOW},
            'hasReplied', exists (select from consultation_reply y where y.consultation_id = c.id and y.receiver = r.receiver))))
          from acting_asked(c.id) asked join consultation_receiver r on r.consultation_id = c.id and r.receiver = asked
        ), '[]') as own,
        (select count(*)::int from consultation_comment m where m.consultation_id = c.id
          and not exists (select from consultation_disposition d where d.comment_id = m.id)) as unanswered
      from consultation c
    ) listed
    where ${which} = 'all' or ("closedOn" is null and "recalledOn" is null) order by opened_at desc, id`.execute(tx);
  return rows;
}
