import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Fault } from '../../domain/counties/check-fault.ts';
import { type Gate, gatesOf } from '../../domain/drafts/gates.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import type { DraftAct } from '../../domain/drafts/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { checkDraft } from './check-draft.ts';
import { listWritingSides, lockDraft } from './drafts.sql.ts';
import { hashOf } from './hash.ts';
import { saveUnsaved } from './live-save.ts';
import { type DraftView, loadDraftFor } from './load-draft.ts';
import { listOpenSuggestions } from './remarks.sql.ts';
import { tellAwaited } from './tell-awaited.ts';

/** Every gate before a decision, and the faults of the whole in full. */
export async function gatesFor(tx: Tx, view: DraftView, today: Temporal.PlainDate): Promise<{ gates: Gate[]; faults: Fault[] }> {
  const { row, draft, base, outline, approvals, versions, events } = view;
  const faults = await checkDraft(tx, view, today);
  const approved = events.flatMap((event) => (event.kind === 'drafts.approve' ? [event.side] : []));
  const tookPart = new Set([...(await listWritingSides(tx, row.id)), ...approved]);
  const labels = versions.map(({ version }) => version.label);
  const suggested = (await listOpenSuggestions(tx, [row.id])).map(({ place }) => place);
  const openRounds = view.rounds.flatMap(({ closedOn, lastDay }) => (closedOn === null ? [lastDay] : []));
  return {
    faults,
    gates: gatesOf({
      draft,
      base,
      municipalities: row.municipalities,
      outline,
      class: row.class,
      tookPart,
      approvals,
      labels,
      faults,
      suggested,
      openRounds,
    }),
  };
}

/**
 * Gives a draft over for decision: from here on its text is frozen, known by its hash, until it is decided or taken back. Refuses `gates-closed` (params:
 * gates, the codes of those that are not met), `no-way-to-decision` when the agreement does not say how it is decided, and what `loadDraftFor` refuses.
 */
export const submitDraft = useCase({
  permission: 'drafts.submit',
  mode: 'write',
  input: z.strictObject({ draft: z.uuid() }),
  run: async (context) => {
    const { tx, today, input, record } = context;
    await lockDraft(tx, input.draft);
    // What somebody has just typed is part of what is given over, or is seen as not approved.
    await saveUnsaved(context, input.draft);
    const view = await loadDraftFor(context, input.draft, 'drafts.submit');
    if (isRefusal(view)) return view;
    if (view.process.steps.length === 0) return refuse('no-way-to-decision', {});
    const { gates } = await gatesFor(tx, view, today);
    const closed = gates.filter(({ met }) => !met).map(({ code }) => code);
    if (closed.length > 0 || !AgreementFile.safeParse(view.draft.text).success) return refuse('gates-closed', { gates: closed });
    const content = { hash: hashOf(view.draft.text), revision: view.number, round: view.process.rounds + 1 };
    const tell = await tellAwaited(tx, view, { kind: 'drafts.submit', id: '', on: today.toString(), ...content }, today);
    await record({ kind: 'drafts.submit', subject: { kind: 'draft', id: input.draft }, content, tell });
    return content;
  },
});

/**
 * Takes a draft back from decision, to be written again: as long as nobody has decided, or when somebody has said no. What was decided counts for that text
 * alone. Refuses `decision-begun` and what `loadDraftFor` refuses.
 */
export const recallDraft = useCase({
  permission: 'drafts.recall',
  mode: 'write',
  input: z.strictObject({ draft: z.uuid() }),
  run: (context) => doPlainly(context, 'drafts.recall'),
});

/** Leaves a draft unfinished, for good. It stays to be read. Refuses what `loadDraftFor` refuses. */
export const abandonDraft = useCase({
  permission: 'drafts.abandon',
  mode: 'write',
  input: z.strictObject({ draft: z.uuid() }),
  run: (context) => doPlainly(context, 'drafts.abandon'),
});

type Plain = Parameters<Parameters<typeof useCase<z.ZodObject<{ draft: z.ZodUUID }>, unknown>>[0]['run']>[0];

/** What is nothing but an act. */
async function doPlainly(context: Plain, kind: DraftAct & ('drafts.recall' | 'drafts.abandon')) {
  const { tx, actor, input, record } = context;
  await lockDraft(tx, input.draft);
  const view = await loadDraftFor(context, input.draft, kind);
  if (isRefusal(view)) return view;
  const acting = assignmentOf(actor);
  await record({
    kind,
    subject: { kind: 'draft', id: input.draft },
    content: { side: (acting && sideOf(acting)) ?? null, round: view.process.rounds },
  });
  return { draft: input.draft };
}
