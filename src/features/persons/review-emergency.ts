import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { VERDICTS } from '../../domain/persons/emergency.ts';
import { mayReviewEmergency } from '../../domain/persons/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOpening, listOpenings, type OpeningRow, writeVerdict } from './emergency.sql.ts';
import { lookAt } from './looks.ts';
import { contexts } from './sealed.ts';

const REVIEW = { kind: 'review', share: null } as const;
const MOST = 200;

/** Emergency openings by staff of one's own huvudman, with their reasons: those that wait for a verdict first. */
export const readEmergencyOpenings = useCase({
  permission: 'persons.review-emergency',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, keys }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('forbidden');
    const rows = await listOpenings(tx, organisation, MOST);
    return rows.map((row) => ({
      id: row.id,
      person: row.person,
      owner: { id: row.owner, name: row.owner_name },
      by: { name: row.account_name, unit: row.unit_name },
      reason: row.reason,
      text: keys.decrypt(row.reason_cipher, contexts.reason(row.id)),
      openedAt: row.opened_at,
      until: row.until,
      verdict: row.verdict ?? undefined,
      mayReview: mayReviewEmergency(actor, stateOf(row)),
    }));
  },
  audit: (_, answer = []) =>
    answer.flatMap((one) => lookAt(one.person, { id: one.person, owner: one.owner, purpose: REVIEW }, { opening: one.id })),
});

/**
 * Judges an opening by staff of one's own huvudman, with a reason. Refuses `opening-not-found`, `review-own` (nobody judges what they did themselves),
 * `opening-reviewed` (somebody was before).
 */
export const reviewEmergency = useCase({
  permission: 'persons.review-emergency',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), verdict: z.enum(VERDICTS), text: z.string().trim().min(5).max(1000) }),
  run: async ({ tx, actor, now, keys, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const by = loginOf(actor)?.account;
    if (!organisation || !by) return refuse('forbidden');
    const opening = await findOpening(tx, organisation, input.id);
    if (!opening) return refuse('opening-not-found');
    if (opening.account === by) return refuse('review-own');
    const cipher = keys.encrypt(input.text, contexts.verdict(input.id));
    const judged =
      mayReviewEmergency(actor, stateOf(opening)) && (await writeVerdict(tx, input.id, { verdict: input.verdict, cipher, by }, now));
    if (!judged) return refuse('opening-reviewed');
    const subject = { kind: 'person', id: opening.person };
    await record({ kind: 'persons.review-emergency', subject, content: { opening: input.id, verdict: input.verdict } });
    return { id: opening.person, owner: { id: opening.owner }, purpose: REVIEW };
  },
  audit: ({ id }, answer) =>
    answer
      ? lookAt(answer.id, answer, { opening: id })
      : [{ person: null, owner: null, record: { kind: 'emergency-opening', id }, purpose: REVIEW }],
});

function stateOf({ organisation, account, verdict }: OpeningRow) {
  return { organisation, account, reviewed: verdict !== null };
}
