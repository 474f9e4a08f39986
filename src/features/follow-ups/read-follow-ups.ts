import { z } from 'zod';
import { endedPeriods } from '../../domain/agreements/execute-extension.ts';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { mayReadRecords, mayRegister } from '../../domain/follow-ups/policies.ts';
import { byUrgency, followUpTasks } from '../../domain/follow-ups/tasks.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { mayCorrect } from './correct-follow-up.ts';
import { actsOf, findRecord, listActs } from './follow-ups.sql.ts';
import { loadFollowed, mayStateGround, tasksOfRegister } from './load-agreement.ts';

/** What is to be followed up, evaluated and revised in every agreement, or those of a county, on a day (default today); what is late first. */
export const readTasks = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ county: CountyCode.optional(), on: IsoDate.optional() }),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    return { on: on.toString(), tasks: byUrgency(await tasksOfRegister(tx, on, today, input.county)) };
  },
});

/**
 * What comes back in one agreement on a day (default today), what has been registered about it, how its extension stands, and what whoever asks may do.
 * Refuses `agreement-not-found`.
 */
export const readFollowUps = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, on: IsoDate.optional() }),
  run: async ({ tx, actor, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const followed = await loadFollowed(tx, input.slug, on, today);
    if (isRefusal(followed)) return followed;
    const { agreement, status } = followed.found;
    const mayUnder = new Set(
      followed.cadences
        .filter(({ responsible }) => mayRegister(actor, 'follow-ups.register', followed.owner, responsible))
        .map(({ cadence }) => cadence.id),
    );
    return {
      agreement,
      status,
      cadences: followed.cadences,
      tasks: byUrgency(followUpTasks(agreement, { on, today, parent: followed.parent })),
      acts: await listActs(tx, input.slug),
      periods: endedPeriods(agreement, on),
      mayUnder,
      mayStateGround: mayStateGround({ actor }, agreement, followed.owner),
      mayReadRecords: mayReadRecords(actor, agreement.county),
    };
  },
});
export type FollowUpsRead = Exclude<Awaited<ReturnType<typeof readFollowUps>>, { refused: true }>;

/** What was written when something was followed up, for the staff of the county. Refuses `follow-up-not-found`. */
export const readRecord = useCase({
  permission: 'follow-ups.read-records',
  mode: 'read',
  input: z.strictObject({ act: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const record = await findRecord(tx, input.act);
    if (!record || !mayReadRecords(actor, record.county)) return refuse('follow-up-not-found', {});
    const [acts, followed, old] = await Promise.all([
      actsOf(tx, input.act),
      loadFollowed(tx, record.slug, today, today),
      record.corrects === null ? undefined : findRecord(tx, record.corrects),
    ]);
    if (isRefusal(followed)) return followed;
    const correctable = record.stage !== 'retracted' && record.correctedBy === null && (await mayCorrect({ tx, actor, today }, record));
    return { record, acts, old, agreement: followed.found.agreement, cadences: followed.cadences, mayCorrect: correctable };
  },
});
export type RecordReading = Exclude<Awaited<ReturnType<typeof readRecord>>, { refused: true }>;
