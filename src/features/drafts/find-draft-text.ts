import type { Actor } from '../../domain/access/actor.ts';
import type { DraftText } from '../../domain/drafts/draft-file.ts';
import { mayReadDraft } from '../../domain/drafts/policies.ts';
import type { Tx } from '../../platform/index.ts';
import { type DraftRow, findDraft, findRevision } from './drafts.sql.ts';

/** The text of a working copy as it is now; undefined for those who may not read it, or when there is none. */
export async function findDraftText(tx: Tx, actor: Actor, id: string): Promise<DraftText | undefined> {
  const row = await findDraft(tx, id);
  return row && mayReadDraft(actor, row) ? (await findRevision(tx, id))?.content.text : undefined;
}

/** A working copy of the demonstration as it was when it was put there. For demo mode, as the owner. */
export async function findSeededDraft(tx: Tx, id: string): Promise<{ row: DraftRow; text: DraftText } | undefined> {
  const row = await findDraft(tx, id);
  const first = row && (await findRevision(tx, id, 1));
  return row && first ? { row, text: first.content.text } : undefined;
}
