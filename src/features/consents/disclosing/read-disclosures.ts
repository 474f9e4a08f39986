import { z } from 'zod';
import { assignmentOf } from '../../../domain/access/actor.ts';
import { regimeOf } from '../../../domain/consents/may-disclose.ts';
import type { SecrecyRule } from '../../../domain/consents/secrecy-rules-file.ts';
import { mayDisclose, mayEndDisclosure, mayReadConsents } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { nationalFile } from '../../counties/index.ts';
import { loadPlan, lookAtPlan } from '../../plans/index.ts';
import { listDecisions, listReceivers, type ReceiverRow } from './disclosing.sql.ts';
import { rulesFor } from './disclosure-facts.ts';
import { shownDecision } from './shown-decision.ts';

/** What there is to choose when something is to be told without consent: to which units, and by which rules; and the rules that cannot be used. */
export type DisclosureChoices = {
  readonly receivers: readonly ReceiverRow[];
  readonly rules: readonly SecrecyRule[];
  readonly unusable: readonly SecrecyRule[];
  readonly longestDays: number;
};

/**
 * The decisions to disclose that are taken about a plan, for the staff that lead it and for the person. `choices`: undefined for who cannot take one. Refuses
 * `plan-not-found`.
 */
export const readDisclosures = useCase({
  permission: 'consents.read',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, keys, now, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayReadConsents(actor, loaded.reach)) return refuse('plan-not-found');
    const [file, law] = [await nationalFile(tx, 'secrecy-rules'), await nationalFile(tx, 'law')];
    const decisions = await listDecisions(tx, input.plan);
    const mine = assignmentOf(actor)?.unit?.id;
    const units = mayDisclose(actor, loaded.reach) ? await listReceivers(tx, input.plan) : [];
    const ours = units.find(({ unit }) => unit === mine);
    const receivers = units.filter(({ unit }) => unit !== mine);
    const regime = (one: ReceiverRow) => regimeOf(file, { kind: one.kind, isPrivate: one.private });
    const theirs = receivers.map(regime);
    const choices: DisclosureChoices | undefined = mayDisclose(actor, loaded.reach)
      ? {
          receivers,
          rules: rulesFor(file, ours && regime(ours)).filter(({ to }) => theirs.some((one) => one && to.includes(one))),
          unusable: file.rules.filter(({ standing }) => standing !== 'usable'),
          longestDays: file.limits['longest-days'],
        }
      : undefined;
    return {
      loaded,
      ...{ plan: input.plan, choices, ends: mayEndDisclosure(actor, loaded.reach), rules: file.rules, law },
      decisions: decisions.map((row) => shownDecision(keys, row, now)),
    };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { decisions: answer?.decisions.length ?? 0 }),
});
