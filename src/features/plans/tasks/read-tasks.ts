import { z } from 'zod';
import { type Actor, assignmentOf } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayReadPlan } from '../../../domain/plans/policy.ts';
import { isTaskOver, taskSides, taskStates } from '../../../domain/plans/task-states.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Look, useCase } from '../../../platform/index.ts';
import { listCallableUnits } from '../calling/calling.sql.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { type ShownTask, shownTask } from './load-tasks.ts';
import { listTasks, type TaskRow } from './tasks.sql.ts';

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
    const tasks = shown.map((row): ListedTask => {
      const task = shownTask(context, row);
      // What is written about somebody with protected identity is read in the plan, which is an act that is told of.
      return { ...task, words: row.protected ? undefined : task.words, name: row.name ?? undefined, protected: row.protected };
    });
    const last = tasks.at(-1);
    return { looks: looksAt(context.actor, shown), tasks, next: rows.length > PAGE && last ? placeOf(last) : undefined };
  },
  audit: (_, answer) => answer?.looks ?? [],
});

function isChosen(state: (typeof taskStates)[number], choice: TaskChoice): boolean {
  return choice === 'all' || choice === state || (choice === 'open' && !isTaskOver(state)) || (choice === 'over' && isTaskOver(state));
}

/** One row of the log for each plan that something is listed of. */
function looksAt(actor: Actor, rows: readonly TaskRow[]): Look[] {
  return [...new Map(rows.map((row) => [row.plan_id, row])).values()].map(({ plan_id, person_id, plan_owner, kinds, grounds }) => ({
    person: person_id,
    owner: plan_owner,
    record: { kind: 'plan', id: plan_id },
    purpose: purposeOf(actor, grounds),
    details: { kinds: [...kinds], grounds: [...grounds], listed: true },
  }));
}

function purposeOf(actor: Actor, grounds: readonly string[]): NonNullable<Look['purpose']> {
  if (grounds.includes('own')) {
    return { kind: assignmentOf(actor)?.organisation.kind === 'municipality' ? 'case-handling' : 'care', share: null };
  }
  const lent = grounds.find((ground) => ground.includes(':'))?.split(':')[1];
  return lent ? { kind: 'share', share: lent } : { kind: 'coordination', share: null };
}

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
