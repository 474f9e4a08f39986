import { z } from 'zod';
import type { ClockStep } from '../../domain/plans/clock.ts';
import { mayReadKind, mayReadOwnPlan, mayReadPlan } from '../../domain/plans/policy.ts';
import { type Stage, stageOf } from '../../domain/plans/stage.ts';
import { type Look, useCase } from '../../platform/index.ts';
import { type ListedCore, listUnitPlans } from './core.sql.ts';
import { knownTo, namesFor } from './load-core.ts';
import { type Asking, agreedTo, type Known, lookAtPlan, standingTo } from './load-plan.ts';
import { clocksBySteps, stepsOfJson } from './plan-clock.ts';
import { identityOf, type ShownIdentity } from './show-core.ts';
import { type ListedRow, listStandings, type StandingRow } from './standing.sql.ts';

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
    const rows = await listUnitPlans(context.tx, { before: context.input.before, most: PAGE + 1 });
    const [first] = rows;
    const names = first ? await namesFor(context, first) : () => '';
    const within = rows
      .map((row): Listed => ({ ...knownTo(context, row, names), listed: row }))
      .filter(({ reach }) => mayReadPlan(context.actor, reach));
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
    const own = rows
      .map((row): Listed => ({ ...standingTo(context, row), listed: row }))
      .filter(({ reach }) => mayReadOwnPlan(context.actor, reach));
    return { loaded: own, plans: await listed(context, own) };
  },
  audit: (_, answer): Look[] => (answer?.loaded ?? []).flatMap((one) => lookAtPlan(one.row.id, one, { listed: true })),
});

type Listed = Known & { readonly listed: Pick<ListedCore | ListedRow, 'id' | 'since' | 'assessments' | 'steps' | 'closed'> };

async function listed(asking: Asking, loaded: readonly Listed[]): Promise<ListedPlan[]> {
  const steps = loaded.flatMap(({ listed: { id, steps } }) => (steps ? [[id, stepsOfJson(steps)] as const] : []));
  const clocks = await clocksBySteps(asking, loaded, new Map(steps));
  return loaded.map((one) => {
    const { row, reach, listed } = one;
    return {
      id: row.id,
      kind: row.kind,
      owner: { id: row.owner, name: row.owner_name, unit: row.unit_name },
      municipality: row.municipality_code,
      county: row.county_code,
      identity: identityOf(asking, row, reach),
      stage:
        listed.assessments && mayReadKind(reach, 'needs')
          ? stageOf({
              assessments: listed.assessments.map((said) => ({ ...said, at: Temporal.Instant.from(said.at) })),
              agreed: agreedTo(one, asking.now),
              established: row.established,
              closed: listed.closed,
            })
          : undefined,
      since: listed.since ?? undefined,
      leads: reach.leads,
      waits: clocks.get(row.id)?.find(({ state }) => state === 'late' || state === 'soon'),
    };
  });
}
