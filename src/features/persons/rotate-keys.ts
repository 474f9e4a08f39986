import type { KeyRing, Tx } from '../../platform/index.ts';
import { listSealed, replaceSealed, type SealedColumn } from './rotate.sql.ts';
import { contexts } from './sealed.ts';

/** Every column that the key ring encrypts, and what its values are bound to. A new one is a row here. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'person', column: 'number_cipher', key: 'id', context: contexts.number },
  { table: 'person_place', column: 'address_cipher', key: 'person_id', context: contexts.address },
  { table: 'person_place', column: 'whereabouts_cipher', key: 'person_id', context: contexts.whereabouts },
  { table: 'emergency_opening', column: 'reason_cipher', key: 'id', context: contexts.reason },
  { table: 'emergency_opening', column: 'verdict_cipher', key: 'id', context: contexts.verdict },
  { table: 'person_join', column: 'reason_cipher', key: 'joined_id', context: contexts.join },
  { table: 'plan_initiative', column: 'reason_cipher', key: 'id', context: (id) => `plan.initiative:${id}` },
  { table: 'plan_assessment', column: 'reason_cipher', key: 'id', context: (id) => `plan.assessment:${id}` },
  { table: 'plan_text', column: 'text_cipher', key: 'id', context: (id) => `plan.text:${id}` },
  { table: 'plan_meeting', column: 'where_cipher', key: 'id', context: (id) => `plan.meeting:${id}` },
  { table: 'plan_calling', column: 'purpose_cipher', key: 'id', context: (id) => `plan.calling.purpose:${id}` },
  { table: 'plan_calling', column: 'goal_cipher', key: 'id', context: (id) => `plan.calling.goal:${id}` },
  { table: 'plan_calling', column: 'questions_cipher', key: 'id', context: (id) => `plan.calling.questions:${id}` },
  { table: 'plan_summons_text', column: 'name_cipher', key: 'summons_id', context: (id) => `plan.summons.name:${id}` },
  { table: 'plan_summons_text', column: 'contribution_cipher', key: 'summons_id', context: (id) => `plan.summons.contribution:${id}` },
  { table: 'plan_summons_answer', column: 'text_cipher', key: 'id', context: (id) => `plan.answer:${id}` },
  { table: 'plan_attendance', column: 'reason_cipher', key: 'id', context: (id) => `plan.attendance:${id}` },
  { table: 'plan_goal', column: 'goal_cipher', key: 'id', context: (id) => `plan.goal:${id}` },
  { table: 'plan_measure', column: 'words_cipher', key: 'id', context: (id) => `plan.measure:${id}` },
  { table: 'plan_note_update', column: 'bytes_cipher', key: 'id', context: (id) => `plan.note:${id}` },
  { table: 'plan_sheet', column: 'words_cipher', key: 'id', context: (id) => `plan.sheet:${id}` },
  { table: 'plan_duty', column: 'reason_cipher', key: 'id', context: (id) => `plan.duty:${id}` },
  { table: 'plan_spoken', column: 'words_cipher', key: 'id', context: (id) => `plan.spoken:${id}` },
  { table: 'plan_change_answer', column: 'words_cipher', key: 'id', context: (id) => `plan.change-answer:${id}` },
  { table: 'plan_version', column: 'content_cipher', key: 'id', context: (id) => `plan.version:${id}` },
  { table: 'plan_version', column: 'reason_cipher', key: 'id', context: (id) => `plan.version-reason:${id}` },
  { table: 'plan_task_words', column: 'text_cipher', key: 'id', context: (id) => `plan.task:${id}` },
  { table: 'plan_task_reason', column: 'reason_cipher', key: 'move_id', context: (id) => `plan.task-reason:${id}` },
  { table: 'plan_copy_document', column: 'content_cipher', key: 'copy_id', context: (id) => `plan.copy:${id}` },
  { table: 'plan_copy_document', column: 'pdf_cipher', key: 'copy_id', context: (id) => `plan.copy-pdf:${id}` },
  { table: 'plan_follow_up', column: 'words_cipher', key: 'id', context: (id) => `plan.follow-up:${id}` },
  { table: 'plan_evaluation', column: 'words_cipher', key: 'id', context: (id) => `plan.evaluation:${id}` },
  { table: 'plan_closing_reason', column: 'words_cipher', key: 'plan_id', context: (id) => `plan.closing:${id}` },
  { table: 'plan_closing_wish', column: 'words_cipher', key: 'id', context: (id) => `plan.closing-wish:${id}` },
  { table: 'plan_hand_over', column: 'reason_cipher', key: 'id', context: (id) => `plan.hand-over:${id}` },
  { table: 'plan_hand_over_answer', column: 'reason_cipher', key: 'hand_over_id', context: (id) => `plan.hand-over-answer:${id}` },
  { table: 'consent', column: 'evidence_cipher', key: 'id', context: (id) => `consent.evidence:${id}` },
  { table: 'disclosure_decision', column: 'reason_cipher', key: 'id', context: (id) => `disclosure.reason:${id}` },
  { table: 'disclosure_decision', column: 'judged_cipher', key: 'id', context: (id) => `disclosure.judged:${id}` },
  { table: 'consent_guardian', column: 'name_cipher', key: 'id', context: (id) => `consent.guardian.name:${id}` },
  { table: 'consent_guardian', column: 'evidence_cipher', key: 'id', context: (id) => `consent.guardian.evidence:${id}` },
  { table: 'consent_guardian_turn', column: 'evidence_cipher', key: 'id', context: (id) => `consent.turn.evidence:${id}` },
  { table: 'consent_maturity', column: 'evidence_cipher', key: 'id', context: (id) => `consent.maturity.evidence:${id}` },
  { table: 'consent_representative', column: 'name_cipher', key: 'id', context: (id) => `consent.representative.name:${id}` },
  { table: 'consent_representative', column: 'evidence_cipher', key: 'id', context: (id) => `consent.representative.evidence:${id}` },
  { table: 'disclosure_ending', column: 'reason_cipher', key: 'decision_id', context: (id) => `disclosure.ending:${id}` },
  { table: 'disclosure_review', column: 'reason_cipher', key: 'decision_id', context: (id) => `disclosure.review:${id}` },
  { table: 'webhook_secret', column: 'secret_cipher', key: 'id', context: (id) => `webhook.secret:${id}` },
  { table: 'audit_verdict', column: 'reason_cipher', key: 'id', context: (id) => `audit-verdict.reason:${id}` },
];

export type Batch = { readonly seen: number; readonly changed: number; readonly last: string | undefined };

/**
 * Encrypts anew, under the current key, those of the next values of a column that are under another; `after` is where the batch before ended.
 * For commands, as the owner, one transaction a batch: what was interrupted goes on from the beginning and passes over what is done. Throws
 * `SecretsError` when a value's key is not on the ring; the batch is then as it was.
 */
export async function rotateBatch(
  tx: Tx,
  keys: KeyRing,
  column: SealedColumn,
  { after, size }: { after: string | undefined; size: number },
): Promise<Batch> {
  const rows = await listSealed(tx, column, after, size);
  const old = rows.filter(({ cipher }) => keys.needsRotation(cipher));
  for (const { id, cipher } of old) {
    const context = column.context(id);
    await replaceSealed(tx, column, id, { from: cipher, to: keys.encrypt(keys.decrypt(cipher, context), context) });
  }
  return { seen: rows.length, changed: old.length, last: rows.at(-1)?.id };
}
