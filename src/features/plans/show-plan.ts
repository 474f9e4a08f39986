import type { ClockStep } from '../../domain/plans/clock.ts';
import { mayCall } from '../../domain/plans/policy.ts';
import { loadCalling, type ShownCalling } from './calling/load-calling.ts';
import { type RightPeople, rightPeople } from './calling/right-people.ts';
import { loadChecks, type ShownChecks } from './checks/load-checks.ts';
import { type Contents, contentsOf } from './contents/contents.ts';
import { loadFollowing, type ShownFollowing } from './following/load-following.ts';
import { loadKind, type ShownKind } from './kinds/load-kind.ts';
import type { Asking, WholeLoaded } from './load-plan.ts';
import { loadNotifying, type ShownNotifying } from './notifying/load-notifying.ts';
import { clocksOf } from './plan-clock.ts';
import { type PlanCore, showCore } from './show-core.ts';
import { loadSpoken, type ShownSpoken } from './spoken/load-spoken.ts';
import { type PlanTasks, showTasks } from './tasks/load-tasks.ts';

/** A plan as its reader may see it, with all that is around it. What is undefined is shut to them: it says nothing of whether there is anything. */
export type ShownPlan = PlanCore & {
  readonly contents: Contents;
  readonly tasks: PlanTasks;
  /** How much time there is for each step; empty where the need is shut. */
  readonly clock: readonly ClockStep[];
  /** The meetings, and who is called to them. */
  readonly calling: ShownCalling;
  /** Which kinds of units are not called, for those who call; undefined for all others. */
  readonly people: RightPeople | undefined;
  /** What has been asked, and what to ask and do; undefined where the needs are shut. */
  readonly checks: ShownChecks | undefined;
  /** The duties to tell that bind the reader's unit, and what it has notified; undefined for everybody else. */
  readonly notifying: ShownNotifying | undefined;
  /** What only plans of its kind have. */
  readonly ofKind: ShownKind;
  /** What comes after it is established: follow-ups, how it goes, and whether it is closed. */
  readonly following: ShownFollowing;
  /** What guardians and representatives have said in their own names. */
  readonly spoken: readonly ShownSpoken[];
};

/** The plan for its reader. What they may not read has not left the database. */
export async function showPlan(asking: Asking, loaded: WholeLoaded): Promise<ShownPlan> {
  const { row, reach, parts } = loaded;
  const core = showCore(asking, loaded);
  const contents = await contentsOf(asking, loaded, parts);
  const sheets = parts.sheets ?? [];
  const following = await loadFollowing(asking, loaded);
  return {
    ...core,
    contents,
    clock: (await clocksOf(asking, [loaded])).get(row.id) ?? [],
    calling: await loadCalling(asking, loaded),
    people: mayCall(asking.actor, reach) ? await rightPeople(asking, loaded) : undefined,
    tasks: await showTasks(asking, loaded, contents.measures),
    notifying: await loadNotifying(asking, loaded),
    checks: await loadChecks(asking, loaded, { contents, texts: core.texts, sheets, evaluatedOn: following.followUps?.at(-1)?.on }),
    ofKind: await loadKind(asking, loaded, sheets),
    following,
    spoken: await loadSpoken(asking, row.id),
  };
}
