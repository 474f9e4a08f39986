import { z } from 'zod';
import { actionPlan, type PlanLine } from '../../domain/agreements/action-plan.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { partiesWritten } from '../../domain/drafts/draft-parties.ts';
import { questionsOf } from '../../domain/drafts/local-practice.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { rulesOn } from '../agreements/index.ts';
import { type ServingUnit, unitsServing } from '../organisations/index.ts';
import { type DraftView, loadDraft } from './load-draft.ts';
import { localTexts } from './texts-local.ts';

/** What a local agreement in work is written against: its parent, every line of its action plan, and the units that may be chosen. */
export type LocalPlan = {
  readonly parent: Pick<AgreementFile, 'slug' | 'short'>;
  readonly lines: readonly PlanLine[];
  readonly units: readonly ServingUnit[];
};

/** The parent of a local agreement in work, as it is on the day; undefined when it is none, or its parent is not held. */
export async function parentOf(tx: Tx, parent: string | null, day: Temporal.PlainDate): Promise<AgreementFile | undefined> {
  const found = parent === null ? undefined : await rulesOn(tx, { slug: parent }, day);
  return found === undefined || isRefusal(found) ? undefined : found.agreement;
}

/** The lines of a draft's action plan, written or not. */
export function planOf({ draft, outline }: Pick<DraftView, 'draft' | 'outline'>, parent: AgreementFile): PlanLine[] {
  return actionPlan(draft.text.local, parent, questionsOf(outline), localTexts.gone);
}

/** How everything is done where a local agreement in work is for. Refuses `draft-not-found`, also when it is no local one, or its parent is not held. */
export const readLocalPlan = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    if (isRefusal(view)) return view;
    const { row } = view;
    const parent = row.kind === 'local' ? await parentOf(tx, row.parent, today) : undefined;
    if (!parent) return refuse('draft-not-found', { id: input.draft });
    const plan: LocalPlan = {
      parent: { slug: parent.slug, short: parent.short },
      lines: planOf(view, parent),
      units: await unitsServing(tx, row.county, partiesWritten(view.draft.text.terms, row.municipalities), today),
    };
    return plan;
  },
});
