import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import type { Voice } from '../../../domain/plans/parts.ts';
import { mayWrite } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, onConstraint, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { insertGoal, listGoals } from './contents.sql.ts';
import { GoalWords } from './contents.ts';

/**
 * Says a goal, or words it anew. The individual's own goals are theirs: staff note them as noted beside, and never word what the person wrote. `seen`: the
 * number of the wording that the writer had read; another since then is refused and nothing is lost. `drop`: it is a goal no more.
 * Refuses `plan-not-found`, `goal-not-yours`, `part-rewritten`, and `key-taken` for the id of
 * another goal, in this plan or in another.
 */
export const writeGoal = useCase({
  permission: 'plans.write',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    goal: z.uuid(),
    seen: z.int().min(0),
    sort: z.enum(['of-person', 'of-staff']),
    horizon: z.enum(['short', 'long']),
    words: z.string().trim().min(3).max(2000),
    sign: z.string().trim().max(1000).default(''),
    drop: z.boolean().default(false),
  }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayWrite(actor, loaded.reach, 'goals')) return refuse('plan-not-found');
    const { own } = loaded.reach;
    const voice: Voice = own ? 'own' : input.sort === 'of-person' ? 'noted' : 'staff';
    const wordings = (await listGoals(tx, input.plan)).filter(({ id }) => id === input.goal);
    const last = wordings.at(-1);
    if (wordings.some((one) => (one.voice === 'own') !== own)) return refuse('goal-not-yours');
    const said = { goal: input.words, sign: input.sign };
    if (last && last.number > input.seen) {
      const kept = {
        ...GoalWords.parse(JSON.parse(keys.decrypt(last.cipher, contexts.goalWords(last.wording)))),
        horizon: last.horizon,
        voice: last.voice,
        drop: last.dropped,
      };
      const sent = { ...said, horizon: input.horizon, voice, drop: input.drop };
      return saysTheSame(kept, sent) ? { loaded } : refuse(input.seen === 0 ? 'key-taken' : 'part-rewritten');
    }
    const wording = newId(now);
    const cipher = keys.encrypt(JSON.stringify(said), contexts.goalWords(wording));
    const number = (last?.number ?? 0) + 1;
    const assignment = own ? undefined : assignmentOf(actor);
    const by = { account: getLogin(actor).account, organisation: assignment?.organisation.id ?? null, unit: assignment?.unit?.id ?? null };
    const taken = await insertGoal(
      tx,
      input.plan,
      { id: input.goal, wording, number, voice, horizon: input.horizon, dropped: input.drop, cipher },
      by,
      now,
    ).catch((error: unknown) => onConstraint(error, { plan_goal_worded_once: refuse('key-taken') }));
    if (taken) return taken;
    await record({
      kind: 'plans.write',
      subject: { kind: 'plan', id: input.plan },
      content: { goal: input.goal, number, voice, dropped: input.drop },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
