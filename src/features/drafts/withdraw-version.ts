import { z } from 'zod';
import { IsoDate } from '../../domain/counties/ids.ts';
import { mayDecideFor } from '../../domain/drafts/policies.ts';
import { decisionOutcomes } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { foundBy, isStillToDecide, standingOf, type Withdrawal, withdrawalDayFault, withdrawalOf } from '../../domain/drafts/withdrawal.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, type Tx, useCase } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { deciderName } from './decisions.ts';
import { lockDraft } from './drafts.sql.ts';
import { type DraftView, loadDraft, loadDraftFor } from './load-draft.ts';
import { DECIDER } from './record-decision.ts';
import { withdrawalNote, withdrawalRegistry } from './texts-withdrawal.ts';
import { insertWithdrawal, insertWithdrawalDecision, listWithdrawalDecisions, type WithdrawalRow } from './withdrawals.sql.ts';

const Line = (most: number) => z.string().trim().max(most);

type Standing = Withdrawal & { readonly taken: readonly WithdrawalRow[] };

/** Who decides about withdrawing what the draft became, by its own adoption, and who has. */
async function withdrawalFor(tx: Tx, { row, draft }: DraftView): Promise<Standing> {
  const taken = await listWithdrawalDecisions(tx, row.id);
  return { ...withdrawalOf(draft.text.terms, row.municipalities, taken), taken };
}

/** The first day of what the draft became, and the day that it was published. */
function firstDays({ draft, events }: DraftView) {
  return { from: draft.text.version.from, published: events.find(({ kind }) => kind === 'drafts.publish')?.on };
}

/** A working copy with who decides about withdrawing what it became, and what they have decided. Refuses `draft-not-found`. */
export const readWithdrawal = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    if (isRefusal(view)) return view;
    const county = await countyOf(tx, view.row.county);
    return { ...view, county, withdrawal: await withdrawalFor(tx, view) };
  },
});

/**
 * Writes down that a party or a body has decided that a published version is to be withdrawn from a day, or that it is not: by the registrar of the party, or by
 * somebody who acts in the body. After a no they may decide again, on a later day. Answers the act. Refuses `not-your-decision`, `not-a-decider`,
 * `decision-incomplete` (params: field), `decided-in-the-future`, `withdrawn-before-it-applies`, `withdrawn-before-published`, `already-decided`, `not-a-later-decision` (params: on), and what
 * `loadDraftFor` refuses.
 */
export const decideWithdrawal = useCase({
  permission: 'drafts.decide-withdrawal',
  mode: 'write',
  input: z.strictObject({
    draft: z.uuid(),
    decider: z.string().regex(DECIDER),
    outcome: z.enum(decisionOutcomes),
    on: IsoDate,
    from: IsoDate.optional(),
    body: Line(200),
    paragraph: Line(60),
    registry: Line(60),
  }),
  run: async (context) => {
    const { tx, actor, today, input, record } = context;
    const { draft, on, outcome, ...typed } = input;
    const from = outcome === 'approved' ? input.from : null;
    const decider = input.decider as Decider;
    await lockDraft(tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.decide-withdrawal');
    if (isRefusal(view)) return view;
    if (!mayDecideFor(actor, 'drafts.decide-withdrawal', decider, view.row)) return refuse('not-your-decision', {});
    const { deciders, taken } = await withdrawalFor(tx, view);
    if (!deciders.includes(decider)) return refuse('not-a-decider', { decider });
    const missing = foundBy(decider).find((field) => typed[field] === '');
    if (missing) return refuse('decision-incomplete', { field: missing });
    if (on > today.toString()) return refuse('decided-in-the-future', {});
    if (from === undefined) return refuse('decision-incomplete', { field: 'from' });
    const early = from === null ? undefined : withdrawalDayFault(from, firstDays(view));
    if (early) return early;
    if (!isStillToDecide(taken, decider)) return refuse('already-decided', { decider });
    const last = standingOf(taken, decider);
    if (last && on <= last.on) return refuse('not-a-later-decision', { on: last.on });
    const effectiveOn = Temporal.PlainDate.from(on);
    const content = { decider, outcome, from };
    const act = await record({ kind: 'drafts.decide-withdrawal', subject: { kind: 'draft', id: draft }, effectiveOn, content });
    return insertWithdrawalDecision(tx, draft, { ...typed, act, decider, on, from }).then(
      () => ({ act }),
      (error: unknown) => onConstraint(error, { draft_withdrawal_decision_once: refuse('already-decided', { decider }) }),
    );
  },
});

/**
 * Notes that a published version is withdrawn: from the latest day of their decisions, when everyone who decides has said yes. Where the agreement does not say who
 * decides, from the day given, with the body, the day and the number of the decision. The version stays as it is; its status follows from the act. Refuses
 * `withdrawal-refused` (params: names), `withdrawal-not-decided` (params: names), `decision-incomplete`, `decided-in-the-future`, `withdrawn-before-it-applies`,
 * `withdrawn-before-published`, and what `loadDraftFor` refuses.
 */
export const withdrawVersion = useCase({
  permission: 'drafts.withdraw',
  mode: 'write',
  input: z.strictObject({
    draft: z.uuid(),
    note: Line(1000),
    on: IsoDate.optional(),
    decided: IsoDate.optional(),
    body: Line(200).optional(),
    registry: Line(60).optional(),
  }),
  run: async (context) => {
    const { tx, today, input, record } = context;
    await lockDraft(tx, input.draft);
    const view = await loadDraftFor(context, input.draft, 'drafts.withdraw');
    if (isRefusal(view)) return view;
    const county = await countyOf(tx, view.row.county);
    const { deciders, awaited, against, from: agreed, taken } = await withdrawalFor(tx, view);
    const isKnown = deciders.length > 0;
    if (against.length > 0) return refuse('withdrawal-refused', { names: against.map((one) => deciderName(county, one)) });
    if (awaited.length > 0) return refuse('withdrawal-not-decided', { names: awaited.map((one) => deciderName(county, one)) });
    const missing = isKnown ? undefined : (['body', 'decided', 'on', 'registry'] as const).find((field) => !input[field]);
    if (missing) return refuse('decision-incomplete', { field: missing });
    if (!isKnown && (input.decided ?? '') > today.toString()) return refuse('decided-in-the-future', {});
    const on = (isKnown ? agreed : input.on) ?? '';
    const early = withdrawalDayFault(on, firstDays(view));
    if (early) return early;
    const { slug, label, county: code } = view.row;
    const yes = taken.filter((one) => one.from !== null);
    const decisions = isKnown
      ? yes.map((one) => ({ ...one, name: deciderName(county, one.decider as Decider) }))
      : [{ name: input.body ?? '', on: input.decided ?? '', body: '', paragraph: '', registry: '' }];
    const registry = isKnown ? withdrawalRegistry(yes) : (input.registry ?? '');
    const act = await record({
      kind: 'drafts.withdraw',
      subject: { kind: 'draft', id: input.draft },
      effectiveOn: Temporal.PlainDate.from(on),
      content: { slug, label, county: code, on, known: isKnown },
    });
    await insertWithdrawal(tx, { act, slug, label, on, registry, note: withdrawalNote(decisions, input.note) });
    return { slug, label };
  },
});
