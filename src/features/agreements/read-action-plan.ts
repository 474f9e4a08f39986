import { z } from 'zod';
import { actionPlan, type PlanLine, type PlanQuestion } from '../../domain/agreements/action-plan.ts';
import { sectionsOf } from '../../domain/agreements/sections.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { type AgreementOn, rulesOn, versionOn } from './catalogue.ts';
import { planTexts } from './practice-texts.ts';

/** A local agreement on a day with its action plan, and the parent whose responsibilities it is made of, when that is held. */
export type ActionPlanReading = AgreementOn & {
  readonly parent: Pick<AgreementFile, 'slug' | 'short'> | undefined;
  readonly lines: readonly PlanLine[];
  readonly on: string;
};

/**
 * How, by whom and when the responsibilities of its parent are met by a local agreement, and its answers to the questions of its outline, on a day (default
 * today). Refuses `agreement-not-found`, also for one that is not local or has no such plan, and `version-not-found`.
 */
export const readActionPlan = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate.optional(), label: z.string().max(60).optional() }),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await versionOn(tx, input, on);
    if (isRefusal(found)) return found;
    const { agreement } = found;
    if (agreement.kind !== 'local' || agreement.local === undefined) return refuse('agreement-not-found', { slug: input.slug });
    const above = agreement.parent === undefined ? undefined : await rulesOn(tx, { slug: agreement.parent }, on);
    const parent = above === undefined || isRefusal(above) ? undefined : above.agreement;
    const reading: ActionPlanReading = {
      ...found,
      parent: parent && { slug: parent.slug, short: parent.short },
      lines: actionPlan(agreement.local, parent, questionsIn(agreement), planTexts.other),
      on: on.toString(),
    };
    return reading;
  },
});

/** The questions that a published agreement answers, in the order of its sections. */
function questionsIn(agreement: AgreementFile): PlanQuestion[] {
  const answers = Object.entries(agreement.local?.answers ?? {});
  return sectionsOf(agreement.sections).flatMap(({ section: { id: own, heading } }) =>
    answers.flatMap(([id, { section, question }]) => (section === own ? [{ id, text: question, heading }] : [])),
  );
}
