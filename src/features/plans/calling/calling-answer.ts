import { z } from '@hono/zod-openapi';
import { PRESENCES, SUMMONS_ANSWERS, SUMMONS_STATES } from '../../../domain/plans/summons.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Scope } from '../../../platform/index.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownCalling } from './load-calling.ts';

const Unit = z.strictObject({ id: z.uuid(), name: z.string(), organisation: z.string() });

export const PlanCalling = z
  .strictObject({
    meetings: z
      .array(
        z.strictObject({
          id: z.uuid(),
          turn: z.enum(['set', 'called-off', 'held']),
          startsAt: z.string(),
          minutes: z.int(),
          how: z.enum(['place', 'video', 'phone']),
          where: z.string().nullable(),
        }),
      )
      .nullable(),
    told: z.strictObject({ purpose: z.string(), goal: z.string().nullable(), questions: z.string() }).nullable(),
    summonses: z.array(
      z.strictObject({
        id: z.uuid(),
        sort: z.enum(['summons', 'invitation']),
        ground: z.enum(['law', 'equal-party']).nullable(),
        unit: Unit.nullable(),
        name: z.string().nullable(),
        replyBy: z.iso.date(),
        state: z.enum(SUMMONS_STATES),
        answer: z.enum(SUMMONS_ANSWERS).nullable(),
        presence: z.enum(PRESENCES).nullable(),
        contribution: z.string().nullable(),
        said: z.string().nullable(),
        answers: z.array(z.enum(SUMMONS_ANSWERS)),
      }),
    ),
  })
  .openapi('PlanCalling', {
    description:
      'Möten i en plan och de som är kallade. Är mötet inte öppet för dig är `meetings` och `told` null, och du ser bara kallelser till din egen enhet. `answers` är de svar som du kan ge.',
  });

/** Meetings and those called to them, as the API tells its reader. */
export async function callingOf(scope: Scope, plan: string) {
  const found = await readPlan(scope, plan);
  return isRefusal(found) ? found : callingBody(found.calling);
}

function callingBody({ meetings, told, summonses }: ShownCalling): z.infer<typeof PlanCalling> {
  return {
    meetings:
      meetings?.map(({ id: meeting, turn, startsAt, minutes, how, where }) => ({
        ...{ id: meeting, turn, minutes, how },
        startsAt: startsAt.toString(),
        where: where ?? null,
      })) ?? null,
    told: told ? { ...told, goal: told.goal ?? null } : null,
    summonses: summonses.map(
      ({ id: summons, calledAs, ground, unit, name, replyBy, state, answer, presence, contribution, said, answers }) => ({
        ...{ id: summons, sort: calledAs, ground, state, answers: [...answers], replyBy: replyBy.toString() },
        unit: unit ? { ...unit } : null,
        name: name ?? null,
        answer: answer ?? null,
        presence: presence ?? null,
        contribution: contribution ?? null,
        said: said ?? null,
      }),
    ),
  };
}
