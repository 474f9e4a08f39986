import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { mayAnswerSummons, mayReadPlan } from '../../../domain/plans/policy.ts';
import { answerFault, SUMMONS_ANSWERS } from '../../../domain/plans/summons.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, type Telling, useCase } from '../../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertParty } from '../plans.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import { findSummons, insertAnswer, insertSeen, insertSummons, listCallableUnits, listSummonses } from './calling.sql.ts';
import { factsOf } from './load-calling.ts';
import { CALLED_ROLES } from './set-meeting.ts';

/**
 * Answers a summons or an invitation for one's own unit; those who lead the plan write down what somebody from outside has said. Whoever was called by mistake
 * names the right unit of its own huvudman, which is called in its place. The same answer once more changes nothing. Refuses `plan-not-found`,
 * `summons-not-found`, `summons-is-duty`, `summons-not-in-state`, `right-unit-missing`, `right-unit-elsewhere` (not an open unit of the same
 * huvudman, or called already), `answer-words-missing`.
 */
export const answerSummons = useCase({
  permission: 'plans.answer-summons',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    summons: z.uuid(),
    answer: z.enum(SUMMONS_ANSWERS),
    text: z.string().trim().max(1000).default(''),
    rightUnit: z.union([z.uuid(), z.literal('')]).default(''),
  }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    const { plan, answer, text } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const one = await findSummons(tx, plan, input.summons);
    const { units } = loaded.standing;
    if (!one || !mayAnswerSummons(actor, loaded.reach, one.unit ?? undefined, units)) return refuse('summons-not-found');
    const kept = one.answer_id && one.answer_cipher ? keys.decrypt(one.answer_cipher, contexts.answer(one.answer_id)) : '';
    if (one.answer === answer && kept === text && answer !== 'wrong-receiver') return { loaded };
    const rightUnit = answer === 'wrong-receiver' && input.rightUnit !== '' ? input.rightUnit : undefined;
    const fault = answerFault(factsOf(one), { answer, text, rightUnit });
    if (fault) return fault;
    const right = rightUnit && (await listCallableUnits(tx, loaded.row.county_code, today)).find(({ id }) => id === rightUnit);
    const called = await listSummonses(tx, plan);
    const elsewhere = !right || right.organisation !== one.organisation || called.some(({ unit }) => unit === right.id);
    if (rightUnit && elsewhere) return refuse('right-unit-elsewhere');
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const id = newId(now);
    const cipher = sealed(keys, text, contexts.answer(id));
    await insertAnswer(tx, { id, summons: one.id, plan, answer, rightUnit: rightUnit ?? null, text: cipher }, by, now);
    const owner = loaded.row.owner;
    const leader: Telling[] = CALLED_ROLES.filter((role) => role !== 'unit-manager').map((role) => ({
      kind: 'plan-summons-answered',
      to: { role, unit: one.from_unit },
      params: { plan, answer, unit: one.unit },
    }));
    const until = one.reply_by.toString();
    const forwarded: Telling[] = right
      ? CALLED_ROLES.map((role) => ({
          kind: 'plan-summoned',
          to: { role, unit: right.id },
          params: { plan, organisation: owner, sort: one.calledAs, until },
        }))
      : [];
    const act = await record({
      kind: 'plans.answer-summons',
      subject: { kind: 'plan', id: plan },
      content: { summons: one.id, answer, ...(right ? { unit: right.id } : {}) },
      tell: [...(one.unit === null ? [] : leader), ...forwarded],
    });
    if (!right) return { loaded };
    const party = {
      id: newId(now),
      plan,
      organisation: right.organisation,
      unit: right.id,
      standing: 'asked' as const,
      account: by.account,
    };
    await insertParty(tx, party, now);
    const { calling, calledAs, ground, organisation, reply_by: replyBy } = one;
    const next = { id: newId(now), calling, plan, act, calledAs, ground, unit: right.id, organisation, replyBy, forwardedFrom: one.id };
    await insertSummons(tx, next, by, now);
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** Notes that somebody of a unit that is called has opened the plan: those who called it see that it has come. Answers how many were noted. */
export const noteSummonsSeen = useCase({
  permission: 'plans.answer-summons',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const { units } = loaded.standing;
    const mine = (await listSummonses(tx, input.plan)).filter(({ unit, seen }) => unit !== null && units.includes(unit) && !seen);
    for (const { id } of mine) await insertSeen(tx, id, getLogin(actor).account, now);
    return { loaded, noted: mine.length };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

/** The units that a unit called by mistake can name: the open ones of its own huvudman that are not called. Refuses `plan-not-found`. */
export const readRightUnits = useCase({
  permission: 'plans.answer-summons',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, input } = context;
    const loaded = await loadPlan(context, input.plan);
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!loaded || !mayReadPlan(actor, loaded.reach)) return refuse('plan-not-found');
    const called = new Set((await listSummonses(tx, input.plan)).flatMap(({ unit }) => unit ?? []));
    const open = await listCallableUnits(tx, loaded.row.county_code, today);
    return { loaded, units: open.filter((one) => one.organisation === organisation && !called.has(one.id)) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});
