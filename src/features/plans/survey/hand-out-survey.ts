import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { mayHandOutSurvey } from '../../../domain/plans/following-policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { newSurveyCode } from '../../surveys/index.ts';
import { listMeetings } from '../calling/meetings.sql.ts';
import { findFollowingStanding } from '../following/following.sql.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertHandOut, listHandOuts } from './survey.sql.ts';

/** So many can be handed out after one meeting, and so many of them by the individual for themselves. */
export const MOST = { meeting: 10, individual: 2 } as const;

/**
 * Makes codes to the survey about the latest meeting that was held: those at the meeting get theirs from staff, and the individual can take one for themselves. The codes are
 * kept nowhere, so they are shown once; that some were handed out is noted, and how many. Refuses `plan-not-found`, `survey-no-meeting`, `survey-handed-out`.
 */
export const handOutSurvey = useCase({
  permission: 'plans.hand-out-survey',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), codes: z.int().min(1).max(MOST.meeting) }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    const { plan } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    if (!loaded) return refuse('plan-not-found');
    const { coordinates } = await findFollowingStanding(tx, plan);
    if (!mayHandOutSurvey(actor, loaded.reach, { coordinates })) return refuse('plan-not-found');
    const held = (await listMeetings(tx, plan)).findLast(({ turn }) => turn === 'held')?.id;
    if (!held) return refuse('survey-no-meeting');
    const to = loaded.reach.own ? 'individual' : 'meeting';
    const before = (await listHandOuts(tx, plan)).find((one) => one.held === held && one.to === to)?.codes ?? 0;
    if (before + input.codes > MOST[to]) return refuse('survey-handed-out', { most: MOST[to] });
    await insertHandOut(tx, plan, newId(now), { held, to, codes: input.codes }, getLogin(actor).account, now);
    await record({ kind: 'plans.hand-out-survey', subject: { kind: 'plan', id: plan }, content: { codes: input.codes } });
    return { loaded, codes: Array.from({ length: input.codes }, () => newSurveyCode(keys, loaded.row.owner, today)) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
