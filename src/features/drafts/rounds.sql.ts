import { sql } from 'kysely';
import type { ParticipationLevel } from '../../domain/drafts/draft-file.ts';
import type { Tx } from '../../platform/index.ts';

/** A consultation on a working copy, in numbers: nothing of what anybody said. Days are Swedish, ISO; `closedOn` is null while it runs. */
export type DraftRound = {
  readonly id: string;
  readonly openedOn: string;
  readonly lastDay: string;
  readonly level: ParticipationLevel;
  readonly isPublic: boolean;
  readonly receivers: number;
  readonly comments: number;
  readonly unanswered: number;
  readonly closedOn: string | null;
};

/** The consultations on a working copy, oldest first. */
export async function listRoundsOf(tx: Tx, draft: string): Promise<DraftRound[]> {
  const { rows } =
    await sql<DraftRound>`select id, opened_on::text as "openedOn", last_day::text as "lastDay", level, is_public as "isPublic",
    receivers, comments, unanswered, closed_on::text as "closedOn" from rounds_of_drafts(${[draft]}::uuid[])`.execute(tx);
  return rows;
}
