import type { z } from '@hono/zod-openapi';
import type { FollowUpsBody, FollowUpTaskBody } from './api-schemas.ts';
import type { TaskOf } from './load-agreement.ts';
import type { FollowUpsRead } from './read-follow-ups.ts';

/** A task as the API tells it. */
export function taskBody({ agreement, cadence, of, responsible, reading }: TaskOf): z.output<typeof FollowUpTaskBody> {
  return {
    agreement: agreement.slug,
    title: agreement.short,
    county: agreement.county,
    cadence: cadence.id,
    termOf: of,
    kind: cadence.kind,
    description: cadence.description,
    every: cadence.every,
    bodies: [...responsible.bodies],
    parties: responsible.parties,
    state: reading.state,
    missed: reading.missed ?? null,
    next: reading.next ?? null,
    outcomes: reading.outcomes.map(({ lastDay, state, missed, next }) => ({ lastDay, state, missed: missed ?? null, next: next ?? null })),
    cites: [...cadence.cites],
    url: `/avtal/${agreement.slug}/uppfoljning`,
  };
}

/** All that comes back in an agreement, and all that has been registered about it. */
export function followUpsBody({ agreement, tasks, acts, periods }: FollowUpsRead): z.output<typeof FollowUpsBody> {
  return {
    agreement: agreement.slug,
    tasks: tasks.map((task) => taskBody({ ...task, agreement })),
    done: acts.map(({ act, kind, on, from, to, until, outcome, ledTo, cadence, body, corrects, correctedBy }) => ({
      act,
      kind,
      on,
      from,
      to,
      until,
      outcome,
      ledTo,
      cadence,
      body,
      corrects,
      correctedBy,
    })),
    extensions: periods.map(({ end, until, verdict, rests, failed, open, cites }) => ({
      end,
      until,
      verdict,
      rests: rests.map(({ requirement, acts: shown }) => ({ requirement, acts: shown.map(({ kind, on }) => ({ kind, on })) })),
      failed: [...failed],
      open: [...open],
      cites: [...cites],
    })),
  };
}
