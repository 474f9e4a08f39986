import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { parseValue } from '../../domain/imports/proposals/proposal.ts';
import { STATES, VERDICTS } from '../../domain/imports/proposals/review.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, useCase } from '../../platform/index.ts';
import { loadProposals } from './load-proposals.ts';
import { insertReview } from './proposals.sql.ts';

const MOST_REASON = 2000;

/**
 * Says what a person thinks of a proposal: accept it, put another value in its place, or reject it with a reason. What was said before is kept; the
 * latest counts. `seen` is the number of the latest that was shown, 0 for none. The same answer sent once more changes nothing.
 * Refuses `import-not-found`, `proposal-not-found`, `proposal-reason-missing`, `proposal-value-invalid` (params.at: where), and
 * `proposal-reviewed-meanwhile` when somebody else was first.
 */
export const reviewProposal = useCase({
  permission: 'imports.review-proposal',
  mode: 'write',
  input: z.strictObject({
    id: z.uuid(),
    proposal: z.string().min(1).max(200),
    seen: z.int().min(0),
    verdict: z.enum(VERDICTS),
    value: z.unknown().optional(),
    reason: z.string().trim().max(MOST_REASON).default(''),
  }),
  run: async ({ tx, actor, today, now, record, input }) => {
    const county = assignmentOf(actor)?.county;
    const account = loginOf(actor)?.account;
    if (county === undefined || account === undefined) return refuse('forbidden', { permission: 'imports.review-proposal' });
    const found = await loadProposals(tx, input.id, county, today);
    if (!found) return refuse('import-not-found', { id: input.id });
    const item = found.items.find(({ proposal }) => proposal.id === input.proposal);
    if (!item) return refuse('proposal-not-found', { proposal: input.proposal });
    const { verdict, reason } = input;
    if (verdict === 'reject' && reason === '') return refuse('proposal-reason-missing');
    const value = verdict === 'change' ? parseValue(item.proposal.kind, input.value) : undefined;
    if (value && !value.success) return refuse('proposal-value-invalid', { at: value.error.issues[0]?.path[0] ?? '' });
    // The same answer sent twice, by a double click: it is there already.
    const isAgain = item.number === input.seen + 1 && item.state === STATES[verdict] && (item.reason ?? '') === reason;
    const isSame = isAgain && (!value || JSON.stringify(value.data) === JSON.stringify(item.value));
    if (isSame) return { number: item.number };
    if (item.number !== input.seen) return refuse('proposal-reviewed-meanwhile', { proposal: input.proposal });
    const number = input.seen + 1;
    const review = { id: newId(now), importId: input.id, proposal: input.proposal, number, verdict, value: value?.data, account, at: now };
    if (!(await insertReview(tx, { ...review, reason: reason === '' ? null : reason }))) {
      return refuse('proposal-reviewed-meanwhile', { proposal: input.proposal });
    }
    await record({
      kind: 'imports.review-proposal',
      subject: { kind: 'import', id: input.id },
      content: { proposal: input.proposal, number, verdict },
    });
    return { number };
  },
});
