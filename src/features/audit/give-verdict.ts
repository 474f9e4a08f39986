import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { MOST_DRAWN } from '../../domain/audit/draw-sample.ts';
import { mayGiveVerdict, verdicts } from '../../domain/audit/review-policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { newId, onConstraint, useCase } from '../../platform/index.ts';
import { reasonContext } from './read-samples.ts';
import { insertVerdict, listDrawn, listSamples } from './samples.sql.ts';
import { reviewLook } from './shown-look.ts';

/**
 * Judges a drawn row, with a reason. The first verdict of a row in a round names none before it; a correction is a new one that names the one it
 * corrects (`corrects`), so that of two reviewers at once one is told. Refuses `forbidden`, `sample-not-found`, `sample-row-not-found`, `verdict-own`
 * (nobody judges their own look) and `verdict-given` (somebody was before).
 */
export const giveVerdict = useCase({
  permission: 'audit.give-verdict',
  mode: 'write',
  input: z.strictObject({
    sample: z.uuid(),
    /** The look by its id in the log, or by its place in the round. */
    row: z.union([z.uuid(), z.int().min(1).max(MOST_DRAWN)]),
    verdict: z.enum(verdicts),
    reason: z.string().trim().min(5).max(1000),
    corrects: z.uuid().optional(),
  }),
  run: async ({ tx, actor, now, keys, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const by = loginOf(actor)?.account;
    if (!organisation || !by) return refuse('forbidden', { permission: 'audit.give-verdict' });
    const [sample] = await listSamples(tx, { id: input.sample, most: 1 });
    if (!sample) return refuse('sample-not-found');
    const row = (await listDrawn(tx, sample.id)).find(({ id }, index) => id === input.row || index + 1 === input.row);
    if (!row) return refuse('sample-row-not-found');
    if (row.account === by) return refuse('verdict-own');
    if (!mayGiveVerdict(actor, { organisation: sample.organisation, account: row.account })) return refuse('sample-not-found');
    const id = newId(now);
    const { verdict, corrects } = input;
    const reasonCipher = keys.encrypt(input.reason, reasonContext(id));
    const written = await insertVerdict(
      tx,
      { id, sample: sample.id, event: row.id, account: row.account, verdict, reasonCipher, by, corrects },
      now,
    ).catch((error) =>
      onConstraint(error, {
        audit_verdict_once: refuse('verdict-given'),
        audit_verdict_corrected_once: refuse('verdict-given'),
        audit_verdict_corrects: refuse('verdict-given'),
        audit_verdict_never_own: refuse('verdict-own'),
      }),
    );
    if (isRefusal(written)) return written;
    const content = { event: row.id, verdict, corrects: corrects ?? null };
    await record({ kind: 'audit.give-verdict', subject: { kind: 'audit-sample', id: sample.id }, content });
    return { id, organisation: sample.organisation, event: row.id, verdict };
  },
  audit: ({ sample }, answer) =>
    reviewLook(answer && { organisation: answer.organisation, rows: [] }, { kind: 'audit-sample', id: sample }),
});
