import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayCall } from '../../../domain/plans/policy.ts';
import { callingFault } from '../../../domain/plans/summons.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, newId, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { agreedTo, type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { insertParty } from '../plans.sql.ts';
import { contexts, sealed } from '../sealed.ts';
import { insertCalling, insertSummons, insertSummonsText, isOutsideAgreed, listCallings, listSummonses } from './calling.sql.ts';
import { CALLED_ROLES } from './set-meeting.ts';
import { type Recipient, recipientsOf, sidesOf } from './summon-recipients.ts';

const Contribution = z.string().trim().max(1000).default('');

const NewSummonses = z.strictObject({
  plan: z.uuid(),
  /** The id that the calling gets: what is sent twice is sent once. */
  key: z.uuid().optional(),
  purpose: z.string().trim().min(3).max(2000),
  goal: z.string().trim().max(2000).default(''),
  questions: z.string().trim().min(3).max(4000),
  replyBy: IsoDate,
  units: z
    .array(z.strictObject({ unit: z.uuid(), contribution: Contribution }))
    .max(20)
    .default([]),
  outside: z
    .array(z.strictObject({ name: z.string().trim().min(2).max(200), contribution: Contribution }))
    .max(10)
    .default([]),
});
type Context = UseCaseContext<z.output<typeof NewSummonses>>;

/**
 * Calls units of the county, and others by name, to the meeting of a plan. A unit that is called takes part from then on; it reads of the plan what consent or
 * law opens, and always that it is called. Units that are called already, and have not named another, are left as they are. Somebody from outside takes a
 * consent of its own. Refuses `plan-not-found`, `person-not-asked`, `nobody-called`, `huvudman-not-called` (params.side), `reply-by-past`,
 * `unit-not-open`, `outside-not-agreed`, `key-taken`. Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §.
 */
export const summon = useCase({
  permission: 'plans.summon',
  mode: 'write',
  input: NewSummonses,
  run: async (context) => {
    const { tx, actor, today, now, input } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayCall(actor, loaded.reach)) return refuse('plan-not-found');
    const again = await sentBefore(context, loaded);
    if (again) return again;
    const before = (await listSummonses(tx, input.plan)).filter(({ answer }) => answer !== 'wrong-receiver');
    const units = await recipientsOf(context, loaded, input.units, before);
    if (isRefusal(units)) return units;
    const fault = callingFault({
      agreed: ['given', 'partly', 'cannot-consent'].includes(agreedTo(loaded, now)),
      called: units.length + input.outside.length,
      sides: sidesOf(assignment, [...before, ...units.map(({ unit }) => unit)], loaded.row.municipality_code),
      replyBy: Temporal.PlainDate.from(input.replyBy),
      today,
    });
    if (fault) return fault;
    if (input.outside.length > 0 && !(await isOutsideAgreed(tx, input.plan))) return refuse('outside-not-agreed');
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
    const id = await send(context, loaded, units, by);
    return isRefusal(id) ? id : { loaded, id };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

async function send(
  { tx, now, keys, input, record }: Context,
  { row }: Loaded,
  units: readonly Recipient[],
  by: { readonly account: string; readonly organisation: string; readonly unit: string },
): Promise<string | Refusal<'key-taken'>> {
  const { plan, outside, replyBy: until } = input;
  const id = input.key ?? newId(now);
  const act = await record({
    kind: 'plans.summon',
    subject: { kind: 'plan', id: plan },
    content: { units: units.map(({ unit }) => unit.id), outside: outside.length, until },
    tell: units.flatMap(({ unit, calling }) =>
      CALLED_ROLES.map((role) => ({
        kind: 'plan-summoned',
        to: { role, unit: unit.id },
        params: { plan, organisation: row.owner, sort: calling.as, until },
      })),
    ),
  });
  const purpose = keys.encrypt(input.purpose, contexts.purpose(id));
  const questions = keys.encrypt(input.questions, contexts.questions(id));
  const calling = { id, plan, purpose, goal: sealed(keys, input.goal, contexts.longTerm(id)), questions };
  if (!(await insertCalling(tx, calling, by, now))) return refuse('key-taken');
  const common = { calling: id, plan, act, replyBy: Temporal.PlainDate.from(until), forwardedFrom: null };
  for (const { unit, calling, contribution } of units) {
    const summons = newId(now);
    const { organisation } = unit;
    await insertParty(tx, { id: newId(now), plan, organisation, unit: unit.id, standing: 'asked', account: by.account }, now);
    const ground = calling.as === 'summons' ? calling.ground : null;
    await insertSummons(tx, { ...common, id: summons, calledAs: calling.as, ground, unit: unit.id, organisation }, by, now);
    await insertSummonsText(tx, { summons, plan, name: null, contribution: sealed(keys, contribution, contexts.contribution(summons)) });
  }
  for (const { name, contribution } of outside) {
    const summons = newId(now);
    await insertSummons(tx, { ...common, id: summons, calledAs: 'invitation', ground: null, unit: null, organisation: null }, by, now);
    const said = {
      name: sealed(keys, name, contexts.outside(summons)),
      contribution: sealed(keys, contribution, contexts.contribution(summons)),
    };
    await insertSummonsText(tx, { summons, plan, ...said });
  }
  return id;
}

/**
 * The form came once more: the same words have been sent, and other words are another's key. A unit that had been called before then was left as it was, and
 * says nothing here. Undefined when it comes for the first time.
 */
async function sentBefore({ tx, keys, input }: Context, loaded: Loaded) {
  const [before] = (await listCallings(tx, input.plan)).filter(({ id }) => id === input.key);
  if (!before) return undefined;
  const all = await listSummonses(tx, input.plan);
  const sent = all.filter(({ calling, forwarded_from }) => calling === before.id && !forwarded_from);
  const reached = new Set(sent.map(({ unit }) => unit));
  const earlier = all.filter(({ calling, sent_at }) => calling !== before.id && Temporal.Instant.compare(sent_at, before.sent_at) <= 0);
  const left = new Set(earlier.flatMap(({ unit }) => (unit === null || reached.has(unit) ? [] : [unit])));
  const openedWith = (cipher: Buffer | null, context: string) => (cipher ? keys.decrypt(cipher, context) : '');
  const bringOf = ({ id, contribution_cipher }: (typeof sent)[number]) => openedWith(contribution_cipher, contexts.contribution(id));
  const kept = {
    goal: openedWith(before.goal_cipher, contexts.longTerm(before.id)),
    purpose: keys.decrypt(before.purpose_cipher, contexts.purpose(before.id)),
    questions: keys.decrypt(before.questions_cipher, contexts.questions(before.id)),
    replyBy: sent[0]?.reply_by.toString(),
    units: sent.flatMap((one) => (one.unit === null ? [] : [[one.unit, bringOf(one)]])).toSorted(inOrder),
    outside: sent
      .flatMap((one) => (one.unit === null ? [[openedWith(one.name_cipher, contexts.outside(one.id)), bringOf(one)]] : []))
      .toSorted(inOrder),
  };
  const { purpose, goal, questions, replyBy } = input;
  const units = [...new Map(input.units.map(({ unit, contribution }) => [unit, contribution]))].filter(([unit]) => !left.has(unit));
  const outside = input.outside.map(({ name, contribution }) => [name, contribution]);
  const said = { purpose, goal, questions, replyBy, units: units.toSorted(inOrder), outside: outside.toSorted(inOrder) };
  return saysTheSame(kept, said) ? { loaded, id: before.id } : refuse('key-taken');
}

function inOrder(one: readonly string[], other: readonly string[]): number {
  return one.join(' ') < other.join(' ') ? -1 : 1;
}
