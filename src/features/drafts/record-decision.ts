import { createHash } from 'node:crypto';
import { z } from 'zod';
import { IsoDate } from '../../domain/counties/ids.ts';
import { decisionFault } from '../../domain/drafts/decision.ts';
import { mayDecideFor } from '../../domain/drafts/policies.ts';
import { decisionOutcomes, type StepState } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, useCase } from '../../platform/index.ts';
import { insertDecision, keepExtract } from './decisions.sql.ts';
import { lockDraft } from './drafts.sql.ts';
import { loadDraftFor } from './load-draft.ts';
import { tellAwaited } from './tell-awaited.ts';

/** A party or a joint body, as one word. */
export const DECIDER = /^(party:(region|\d{4})|body:[a-z0-9-]{1,80})$/;
const DeciderWord = z.string().regex(DECIDER);
const Line = (most: number) => z.string().trim().max(most).default('');

/** What is typed of a decision. */
export const DecisionInput = {
  outcome: z.enum(decisionOutcomes),
  on: IsoDate,
  body: Line(200),
  paragraph: Line(60),
  registry: Line(60),
  approver: Line(200),
  reservation: Line(4000),
} as const;

/**
 * Writes down what a party or a joint body has decided about a submitted text: by the registrar of the party, or by somebody who acts in the body. Answers
 * the act. Refuses `not-your-decision`, `decision-incomplete` (params: field), `extract-not-pdf`, what `decisionFault` says, and what `loadDraftFor` refuses.
 */
export const recordDecision = useCase({
  permission: 'drafts.record-decision',
  mode: 'write',
  input: z.strictObject({
    draft: z.uuid(),
    step: z.string().max(80),
    decider: DeciderWord,
    ...DecisionInput,
    extract: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
  }),
  run: async (context) => {
    const { tx, actor, today, now, input, record } = context;
    const { draft, step, outcome, extract, ...typed } = input;
    const decider = input.decider as Decider;
    await lockDraft(tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.record-decision');
    if (isRefusal(view)) return view;
    const { process, row } = view;
    if (!mayDecideFor(actor, 'drafts.record-decision', decider, row)) return refuse('not-your-decision', {});
    const on = Temporal.PlainDate.from(typed.on);
    const fault = decisionFault(process, { step, decider, asks: 'decision', on }, today);
    if (fault) return fault;
    const missing = missingIn(process.steps.find(({ id }) => id === step)?.kind, typed);
    if (missing) return refuse('decision-incomplete', { field: missing });
    if (extract && !isPdf(extract)) return refuse('extract-not-pdf', {});
    const hash = extract ? createHash('sha256').update(extract).digest('hex') : null;
    const submission = process.submission?.act ?? '';
    const content = { submission, step, decider, outcome, reservation: typed.reservation !== '', extract: hash };
    const happens = { kind: 'drafts.record-decision', id: '', on: typed.on, submission, step, decider, outcome } as const;
    const tell = await tellAwaited(tx, view, happens, today);
    const act = await record({ kind: 'drafts.record-decision', subject: { kind: 'draft', id: draft }, effectiveOn: on, content, tell });
    if (extract && hash) await keepExtract(tx, draft, hash, extract, now);
    return insertDecision(tx, draft, { ...typed, act, submission, step, decider, outcome, extract: hash }).then(
      () => ({ act }),
      (error: unknown) => onConstraint(error, { draft_decision_once: refuse('already-decided', { decider }) }),
    );
  },
});

type Typed = { readonly body: string; readonly paragraph: string; readonly registry: string; readonly approver: string };

/** A party's own decision is found again by its body, paragraph and number; what is established tells who approved it. */
function missingIn(kind: StepState['kind'] | undefined, typed: Typed): keyof Typed | undefined {
  const asked: readonly (keyof Typed)[] = kind === 'adopt' ? ['body', 'paragraph', 'registry'] : kind === 'establish' ? ['approver'] : [];
  return asked.find((field) => typed[field] === '');
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}
