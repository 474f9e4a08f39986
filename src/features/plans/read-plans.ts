import { z } from 'zod';
import type { ClockStep } from '../../domain/plans/clock.ts';
import { mayReadOwnPlan, mayReadPlan } from '../../domain/plans/policy.ts';
import { type Stage, stageOf } from '../../domain/plans/stage.ts';
import { type Look, useCase } from '../../platform/index.ts';
import { listClosed } from './following/following.sql.ts';
import { type Asking, agreedTo, type Loaded, lookAtPlan, standingTo } from './load-plan.ts';
import { clocksOf } from './plan-clock.ts';
import { listAssessmentsOf, listFirstDays } from './plans.sql.ts';
import { identityOf, type ShownIdentity } from './show-plan.ts';
import { listStandings, type StandingRow } from './standing.sql.ts';

/** So many are shown on a page. */
const PAGE = 50;

/** A plan in a list. What is undefined is shut to the reader. Of somebody with protected identity the name is not in lists. */
export type ListedPlan = {
  readonly id: string;
  readonly kind: StandingRow['kind'];
  readonly owner: { readonly id: string; readonly name: string; readonly unit: string };
  readonly municipality: string;
  readonly county: string;
  readonly identity: ShownIdentity | undefined;
  readonly stage: Stage | undefined;
  /** The day from which the time runs. */
  readonly since: Temporal.PlainDate | undefined;
  readonly leads: boolean;
  /** The first step that is late or soon; undefined where there is none, or the need is shut. */
  readonly waits: ClockStep | undefined;
};

/** The plans that the reader's unit takes part in, the latest opened first, fifty at a time; `next`: the id to go on before. */
export const readPlans = useCase({
  permission: 'plans.find',
  mode: 'read',
  input: z.strictObject({ before: z.uuid().optional() }),
  run: async (context) => {
    const rows = await listStandings(context.tx, { before: context.input.before, most: PAGE + 1 });
    const within = rows.map((row) => standingTo(context, row)).filter(({ reach }) => mayReadPlan(context.actor, reach));
    const shown = within.slice(0, PAGE);
    const next = within.length > PAGE ? shown.at(-1)?.row.id : undefined;
    return { loaded: shown, plans: await listed(context, shown), next };
  },
  audit: (_, answer): Look[] => (answer?.loaded ?? []).flatMap((one) => lookAtPlan(one.row.id, one, { listed: true })),
});

/** The individual's own plans. */
export const readOwnPlans = useCase({
  permission: 'plans.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async (context) => {
    const rows = await listStandings(context.tx, { most: PAGE });
    const own = rows.map((row) => standingTo(context, row)).filter(({ reach }) => mayReadOwnPlan(context.actor, reach));
    return { loaded: own, plans: await listed(context, own) };
  },
  audit: (_, answer): Look[] => (answer?.loaded ?? []).flatMap((one) => lookAtPlan(one.row.id, one, { listed: true })),
});

async function listed(asking: Asking, loaded: readonly Loaded[]): Promise<ListedPlan[]> {
  const open = loaded.filter(({ reach }) => reach.grounds.has('needs')).map(({ row }) => row.id);
  const assessments = Map.groupBy(open.length === 0 ? [] : await listAssessmentsOf(asking.tx, open), ({ plan }) => plan);
  const firstDays = new Map((open.length === 0 ? [] : await listFirstDays(asking.tx, open)).map(({ plan, day }) => [plan, day]));
  const clocks = await clocksOf(asking, loaded);
  const closed = await listClosed(
    asking.tx,
    loaded.map(({ row }) => row.id),
  );
  return loaded.map((one) => {
    const { row, reach } = one;
    const seen = open.includes(row.id);
    return {
      id: row.id,
      kind: row.kind,
      owner: { id: row.owner, name: row.owner_name, unit: row.unit_name },
      municipality: row.municipality_code,
      county: row.county_code,
      identity: identityOf(asking, row, reach),
      stage: seen
        ? stageOf({
            assessments: assessments.get(row.id) ?? [],
            agreed: agreedTo(one, asking.now),
            established: row.established,
            closed: closed.has(row.id),
          })
        : undefined,
      since: firstDays.get(row.id),
      leads: reach.leads,
      waits: clocks.get(row.id)?.find(({ state }) => state === 'late' || state === 'soon'),
    };
  });
}
