import { z } from 'zod';
import { assignmentOf } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayReadPlan } from '../../../domain/plans/policy.ts';
import { reachAnswered } from '../../../domain/plans/reach-answered.ts';
import { isTaskOver, taskSides, taskStates } from '../../../domain/plans/task-states.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Look, useCase } from '../../../platform/index.ts';
import { listCallableUnits } from '../calling/calling.sql.ts';
import { loadPlanCore, namesFor } from '../load-core.ts';
import { type Asking, loadPlan, lookAtPlan, purposeOfLook } from '../load-plan.ts';
import { readerOf } from '../read-plan.ts';
import { loadTasks, type ShownTask, shownTask } from './load-tasks.ts';
import { listTasks, type TaskInList } from './tasks.sql.ts';

/** So many are shown on a page. */
const PAGE = 20;

/** Which tasks to list: those in one state, those that are not over, those that are, or all. */
export const taskChoices = ['open', 'over', 'all', ...taskStates] as const;
export type TaskChoice = (typeof taskChoices)[number];

/** A task in a list, with whose plan it is where that is for the reader: never the name of somebody with protected identity. */
export type ListedTask = ShownTask & { readonly name: string | undefined; readonly protected: boolean };

/** The place of a task in the list. */
const Place = z.strictObject({ due: IsoDate, id: z.uuid() });
/** The place as it stands in an address: the day, a stroke and the id. */
export const placeOf = ({ due, id }: Pick<ShownTask, 'due' | 'id'>): string => `${due}_${id}`;
export const readPlace = (text: string): z.output<typeof Place> | undefined => {
  const [due, id] = text.split('_');
  const place = Place.safeParse({ due, id });
  return place.success ? place.data : undefined;
};

/** The tasks that the reader's units ask or are asked, the first due first, twenty at a time; `next`: the place to go on after. */
export const readTasks = useCase({
  permission: 'plans.find',
  mode: 'read',
  input: z.strictObject({
    side: z.enum(taskSides).optional(),
    state: z.enum(taskChoices).default('open'),
    overdue: z.boolean().default(false),
    after: Place.optional(),
  }),
  run: async (context) => {
    const { tx, input } = context;
    const { side, overdue, after } = input;
    const states = taskStates.filter((one) => isChosen(one, input.state));
    const place = after && { due: Temporal.PlainDate.from(after.due), id: after.id };
    const rows = await listTasks(tx, { side, states, overdue, after: place, most: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const [first] = shown;
    const names = first ? await namesFor(context, first) : () => '';
    const tasks = shown.map((row): ListedTask => {
      const task = shownTask(context, withNames(row, names));
      // What is written about somebody with protected identity is read in the plan, which is an act that is told of.
      return { ...task, words: row.protected ? undefined : task.words, name: row.name ?? undefined, protected: row.protected };
    });
    const last = tasks.at(-1);
    return { looks: looksAt(context, shown), tasks, next: rows.length > PAGE && last ? placeOf(last) : undefined };
  },
  audit: (_, answer) => answer?.looks ?? [],
});

function isChosen(state: (typeof taskStates)[number], choice: TaskChoice): boolean {
  return choice === 'all' || choice === state || (choice === 'open' && !isTaskOver(state)) || (choice === 'over' && isTaskOver(state));
}

function withNames(row: TaskInList, names: (id: string) => string) {
  return {
    ...row,
    requesting_unit_name: names(row.requesting_unit),
    requesting_organisation_name: names(row.requesting_organisation),
    owning_unit_name: names(row.owning_unit),
    owning_organisation_name: names(row.owning_organisation),
  };
}

/** One row of the log for each plan that something is listed of. */
function looksAt({ actor, now }: Pick<Asking, 'actor' | 'now'>, rows: readonly TaskInList[]): Look[] {
  return [...new Map(rows.map((row) => [row.plan_id, row])).values()].flatMap(({ plan_id, person_id, plan_owner, keeps, grounds }) => {
    const reach = reachAnswered(actor, { party: true, keeps, units: [], grounds });
    const row = { person_id, owner: plan_owner };
    return lookAtPlan(plan_id, { row, reach, purpose: purposeOfLook(actor, reach), at: now }, { listed: true });
  });
}

/** The tasks of a plan that the reader may know of, and nothing else of it. Refuses `plan-not-found`. */
export const readPlanTasks = readerOf(loadPlanCore, async (asking, loaded) => ({ tasks: await loadTasks(asking, loaded) }));

/** The units that a unit which was asked by mistake can name: the open ones of its own huvudman but itself. Refuses `plan-not-found`. */
export const readUnitsToHandTo = useCase({
  permission: 'plans.move-task',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const own = assignmentOf(actor);
    const open = await listCallableUnits(tx, loaded.row.county_code, today);
    return { loaded, units: open.filter(({ id, organisation }) => organisation === own?.organisation.id && id !== own.unit?.id) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});
