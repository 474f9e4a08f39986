import { z } from 'zod';
import { assignmentOf, loginOf } from '../../../domain/access/actor.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Look, lockSubject, useCase } from '../../../platform/index.ts';
import { nationalFile } from '../../counties/index.ts';
import { contexts } from '../sealed.ts';
import { insertEnding, insertReview, listReviewed, type ReviewedRow } from './disclosing.sql.ts';
import { type ShownDecision, shownDecision } from './shown-decision.ts';

const look = ({ id, person, owner }: Pick<ReviewedRow, 'id' | 'person' | 'owner'>): Look => ({
  ...{ person, owner, record: { kind: 'disclosure-decision', id } },
  purpose: { kind: 'review', share: null },
});

export type ReviewedDecision = ShownDecision & { readonly person: string; readonly owner: string; readonly own: boolean };

/** The decisions to disclose of the huvudman whose log the reader goes through, those that wait for a verdict first. `own`: the reader took it, and judges it not. */
export const readDisclosuresToReview = useCase({
  permission: 'audit.read-disclosures',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, keys, now }) => {
    const me = loginOf(actor)?.account;
    const rows = (await listReviewed(tx)).toSorted((a, b) => Number(a.verdict !== null) - Number(b.verdict !== null));
    const [{ rules }, law] = [await nationalFile(tx, 'secrecy-rules'), await nationalFile(tx, 'law')];
    const decisions = rows.map(
      (row): ReviewedDecision => ({
        ...shownDecision(keys, row, now),
        ...{ person: row.person, owner: row.owner, own: row.decided_by === me },
      }),
    );
    return { decisions, rules, law };
  },
  audit: (_, answer) => answer?.decisions.map(look) ?? [],
});

/** Decisions of the reader's huvudman that somebody else took and nobody has judged: ids and moments. Nothing of whom they concern is read. */
export const readUnreviewedDisclosures = useCase({
  permission: 'audit.read-disclosures',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const me = loginOf(actor)?.account;
    const waiting = (await listReviewed(tx)).filter(({ verdict, decided_by }) => verdict === null && decided_by !== me);
    const { limits } = await nationalFile(tx, 'secrecy-rules');
    return { waiting: waiting.map(({ id, at }) => ({ id, at })).reverse(), within: limits['review-within-days'], basis: limits.basis };
  },
  audit: () => [],
});

/**
 * Judges a decision to disclose, right or wrong, with a reason. One that is wrong and still holds is ended at once; what was told stays told. Refuses
 * `disclosure-not-found`, `review-own` (nobody judges what they did themselves), `disclosure-reviewed` (somebody was before).
 */
export const reviewDisclosure = useCase({
  permission: 'audit.review-disclosure',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), verdict: z.enum(['right', 'wrong']), reason: z.string().trim().min(5).max(1000) }),
  run: async ({ tx, actor, now, keys, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const account = loginOf(actor)?.account;
    const row = (await listReviewed(tx)).find(({ id }) => id === input.id);
    if (!row || !organisation || !account) return refuse('disclosure-not-found');
    if (row.decided_by === account) return refuse('review-own');
    await lockSubject(tx, 'plan', row.plan);
    const { id, verdict } = input;
    const by = { account, organisation };
    const reason = keys.encrypt(input.reason, contexts.review(id));
    if (row.verdict || !(await insertReview(tx, { decision: id, verdict, reason }, by, now))) return refuse('disclosure-reviewed');
    const holds = !row.ended_at && Temporal.Instant.compare(now, row.until) < 0;
    if (verdict === 'wrong' && holds) {
      await insertEnding(tx, { decision: id, reason: keys.encrypt(input.reason, contexts.ending(id)) }, by, now);
    }
    await record({
      kind: 'audit.review-disclosure',
      subject: { kind: 'disclosure-decision', id },
      content: { verdict },
      tell: [{ kind: 'disclosure-reviewed', to: { accounts: [row.decided_by] }, params: { plan: row.plan, verdict } }],
    });
    return row;
  },
  audit: ({ id }, answer) => [
    answer
      ? look(answer)
      : { person: null, owner: null, record: { kind: 'disclosure-decision', id }, purpose: { kind: 'review', share: null } },
  ],
});
