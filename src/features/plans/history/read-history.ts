import { z } from 'zod';
import { assignmentOf } from '../../../domain/access/actor.ts';
import { type Change, changesBetween } from '../../../domain/plans/history.ts';
import { mayReadKind, mayReadOwnPlan, mayReadPlan } from '../../../domain/plans/policy.ts';
import { latestOfSort } from '../../../domain/plans/wordings.ts';
import { refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { type DutyRow, listDuties, listGoals, listMeasures, listVersions } from '../contents/contents.sql.ts';
import { GoalWords, MeasureWords } from '../contents/contents.ts';
import { listVersionDays } from '../following/following.sql.ts';
import { loadFollowing, type ShownFollowing } from '../following/load-following.ts';
import { type Asking, type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { loadTasks, type ShownPlanTask } from '../tasks/load-tasks.ts';

/** A goal or measure that came, was worded anew or was taken out, in words. */
export type ShownChange = {
  readonly change: Change<never>['change'];
  readonly before: string | undefined;
  readonly now: string | undefined;
};

/** What was said of who answers for what, where it became another. */
export type ShownDutyChange = { readonly sort: 'overall' | 'coordinator' | 'follow-up'; readonly now: string | Temporal.PlainDate };

export type ShownVersion = {
  readonly number: number;
  readonly at: Temporal.Instant;
  /** Why it was made; undefined of the first, and where it is not for the reader. */
  readonly reason: string | undefined;
  /** What it changed from the version before; undefined where that kind of data is shut to the reader. */
  readonly goals: readonly ShownChange[] | undefined;
  readonly measures: readonly ShownChange[] | undefined;
  readonly duties: readonly ShownDutyChange[] | undefined;
};

/** That a unit that was asked to do a measure by mistake named the right one, which was asked in its place. No version is changed by it. */
export type ShownHandedOn = { readonly what: string; readonly from: string; readonly to: string; readonly at: Temporal.Instant };

export type ShownHistory = {
  readonly id: string;
  readonly versions: readonly ShownVersion[];
  /** Undefined where measures are shut to the reader. */
  readonly handedOn: readonly ShownHandedOn[] | undefined;
  readonly following: ShownFollowing;
};

/**
 * The history of a plan: its versions and what each changed, kind by kind as the reader may read it, and what came after. For staff and, of their own plan, the
 * individual. What a version changed is worked out of the wordings of that day, each behind the wall of its own kind. Refuses `plan-not-found`.
 */
export const readHistory = useCase({
  permission: 'plans.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.id);
    if (!loaded || !assignmentOf(context.actor) || !mayReadPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, history: await historyOf(context, loaded) };
  },
  audit: ({ id }, answer) => lookAtPlan(id, answer?.loaded),
});

/** The same of the individual's own plan. */
export const readOwnHistory = useCase({
  permission: 'plans.read-own',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.id);
    if (!loaded || !mayReadOwnPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, history: await historyOf(context, loaded) };
  },
  audit: ({ id }, answer) => lookAtPlan(id, answer?.loaded),
});

async function historyOf(asking: Asking, loaded: Loaded): Promise<ShownHistory> {
  const { tx, keys } = asking;
  const { row, reach } = loaded;
  const days = await listVersionDays(tx, row.id);
  const goals = mayReadKind(reach, 'goals') ? await listGoals(tx, row.id) : undefined;
  const measures = mayReadKind(reach, 'measures') ? await listMeasures(tx, row.id) : undefined;
  const duties = mayReadKind(reach, 'measures') ? await listDuties(tx, row.id) : undefined;
  const said = new Map((await listVersions(tx, row.id)).map((one) => [one.number, one]));
  const goalWords = (one: { cipher: Buffer; wording: string }) =>
    GoalWords.parse(JSON.parse(keys.decrypt(one.cipher, contexts.goalWords(one.wording)))).goal;
  const measureWords = (one: { cipher: Buffer; wording: string; unit_name: string | null }) => {
    const { what, who } = MeasureWords.parse(JSON.parse(keys.decrypt(one.cipher, contexts.measure(one.wording))));
    return [what, one.unit_name, who].filter(Boolean).join(' – ');
  };
  const versions = days.map(({ number, established_at: at }, nth): ShownVersion => {
    const from = days[nth - 1]?.established_at;
    const reason = said.get(number);
    return {
      ...{ number, at },
      reason: reason?.reason_cipher ? keys.decrypt(reason.reason_cipher, contexts.versionReason(reason.id)) : undefined,
      goals: goals && changesBetween(goals, from, at).map((one) => inWords(one, goalWords)),
      measures: measures && changesBetween(measures, from, at).map((one) => inWords(one, measureWords)),
      duties: duties && dutyChanges(duties, from, at),
    };
  });
  const handedOn = measures && handedOnOf(await loadTasks(asking, loaded));
  return { id: row.id, versions, handedOn, following: await loadFollowing(asking, loaded) };
}

function handedOnOf(tasks: readonly ShownPlanTask[]): ShownHandedOn[] {
  return tasks.flatMap(({ forwardedFrom, owner, words, askedAt: at }) => {
    const from = tasks.find(({ id }) => id === forwardedFrom);
    return from ? [{ at, what: words?.what ?? '', from: from.owner.name, to: owner.name }] : [];
  });
}

function inWords<W extends { id: string; number: number; dropped: boolean; at: Temporal.Instant }>(
  one: Change<W>,
  words: (row: W) => string,
): ShownChange {
  return {
    change: one.change,
    before: 'before' in one ? words(one.before) : undefined,
    now: 'now' in one ? words(one.now) : undefined,
  };
}

function dutyChanges(rows: readonly DutyRow[], from: Temporal.Instant | undefined, until: Temporal.Instant): ShownDutyChange[] {
  const at = (moment: Temporal.Instant) => latestOfSort(rows.filter((one) => Temporal.Instant.compare(one.at, moment) <= 0));
  const [before, after] = [from ? at(from) : new Map<string, DutyRow>(), at(until)];
  return (['overall', 'coordinator', 'follow-up'] as const).flatMap((sort) => {
    const now = saidBy(after.get(sort));
    const was = saidBy(before.get(sort));
    return now === undefined || now.toString() === was?.toString() ? [] : [{ sort, now }];
  });
}

const saidBy = (duty: DutyRow | undefined) => duty && (duty.day ?? duty.account_name ?? duty.organisation_name ?? undefined);
