import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { decisionFault } from '../../domain/drafts/decision.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, type Tx, useCase } from '../../platform/index.ts';
import { findSeatsOfAccount } from '../organisations/index.ts';
import { insertSignature } from './decisions.sql.ts';
import { lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';
import { tellAwaited } from './tell-awaited.ts';

/** A seat as an agreement names it: `<body>.<position>`. */
export const SeatWord = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/);

/**
 * Signs a submitted text from a seat that one holds today, after a fresh login: the text that was seen (`hash`), once for each seat. An address signs nothing:
 * only the person does. Answers the act. Refuses `text-changed`, `seat-not-yours`, `seat-ended`, what `decisionFault` says, and what `loadDraftFor` refuses.
 */
export const signDraft = useCase({
  permission: 'drafts.sign',
  mode: 'write',
  input: z.strictObject({ draft: z.uuid(), step: z.string().max(80), seat: SeatWord, hash: z.string().length(64) }),
  run: async (context) => {
    const { tx, actor, today, now, input, record } = context;
    const { draft, step, seat, hash } = input;
    await lockDraft(tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.sign');
    if (isRefusal(view)) return view;
    const { process, row } = view;
    const { submission } = process;
    if (!submission || submission.hash !== hash) return refuse('text-changed', {});
    const login = getLogin(actor);
    const held = await seatOf(tx, { account: login.account, county: row.county, seat }, today, Temporal.PlainDate.from(submission.on));
    if (isRefusal(held)) return held;
    const decider = `seat:${seat}` as const;
    const fault = decisionFault(process, { step, decider, asks: 'signature', on: today }, today);
    if (fault) return fault;
    const content = { submission: submission.act, step, decider, outcome: 'approved', seat: held.id, hash };
    const happens = {
      kind: 'drafts.sign',
      id: '',
      on: today.toString(),
      submission: submission.act,
      step,
      decider,
      outcome: 'approved',
    } as const;
    const tell = await tellAwaited(tx, view, happens, today);
    const act = await record({ kind: 'drafts.sign', subject: { kind: 'draft', id: draft }, content, tell });
    const { account, assurance, authenticatedAt } = login;
    const proof = { account, assurance, authenticatedAt: authenticatedAt.toString(), at: now.toString() };
    return insertSignature(tx, draft, { act, submission: submission.act, step, seat, seatId: held.id, hash, ...proof }).then(
      () => ({ act }),
      (error: unknown) => onConstraint(error, { draft_signature_once: refuse('already-decided', { decider }) }),
    );
  },
});

type Wanted = { readonly account: string; readonly county: string; readonly seat: string };

/** The seat that the account holds today. Refuses `seat-ended` when they held it when the text was given over and no more, and `seat-not-yours`. */
export async function seatOf(
  tx: Tx,
  { account, county, seat }: Wanted,
  today: Temporal.PlainDate,
  submitted: Temporal.PlainDate,
): Promise<{ id: string } | Refusal<'seat-not-yours' | 'seat-ended'>> {
  const on = async (day: Temporal.PlainDate) =>
    (await findSeatsOfAccount(tx, account, day)).find((one) => one.county === county && `${one.body}.${one.position}` === seat);
  const held = await on(today);
  if (held) return { id: held.id };
  return (await on(submitted)) ? refuse('seat-ended', { seat }) : refuse('seat-not-yours', { seat });
}
