import { z } from 'zod';
import { assignmentOf } from '../../../domain/access/actor.ts';
import { mayKnowOf } from '../../../domain/plans/happenings.ts';
import { mayReadOwnPlan, mayReadPlan } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { type Asking, type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { type HappeningRow, listHappenings } from './history.sql.ts';

/** So many are shown on a page. */
const PAGE = 50;

/** What has happened in a plan, the latest first; `next`: what to go on before. */
export type Happenings = { readonly rows: readonly HappeningRow[]; readonly next: string | undefined };

const NAMED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)_([a-z-]+\.[0-9a-z.-]{1,60})$/;

/** What is written as `next` is: it may still name a moment that there is not. */
export const BeforeText = z.string().max(120).regex(NAMED);

/** The row that the next page begins before, as `next` names it: by its moment and its own key. */
export const Before = BeforeText.refine((text) => rowNamed(text) !== undefined);

/** Undefined where the text names no row. */
function rowNamed(text: string): { readonly at: Temporal.Instant; readonly key: string } | undefined {
  const [, at = '', key = ''] = NAMED.exec(text) ?? [];
  try {
    return { at: Temporal.Instant.from(at), key };
  } catch {
    return undefined;
  }
}

const input = z.strictObject({ plan: z.uuid(), before: Before.optional() });

/** What the address asks for: nothing where it names no row. */
export const beforeAsked = (text: string | undefined) => Before.optional().catch(undefined).parse(text);

/**
 * All that has happened in a plan, fifty at a time, as far as the reader, of the staff, may know of it: each row behind the wall of its own kind. Refuses
 * `plan-not-found`.
 */
export const readHappenings = useCase({
  permission: 'plans.read',
  mode: 'read',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !assignmentOf(context.actor) || !mayReadPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, happenings: await happeningsOf(context, loaded, context.input.before) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});

/** The same of the individual's own plan. */
export const readOwnHappenings = useCase({
  permission: 'plans.read-own',
  mode: 'read',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadOwnPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, happenings: await happeningsOf(context, loaded, context.input.before) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});

async function happeningsOf({ tx }: Asking, { row, reach }: Loaded, from: string | undefined): Promise<Happenings> {
  const found = await listHappenings(tx, row.id, { before: from === undefined ? undefined : rowNamed(from), most: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    rows: shown.filter((one) => mayKnowOf(reach, one)),
    next: found.length > PAGE && last ? `${last.at.toString()}_${last.key}` : undefined,
  };
}
