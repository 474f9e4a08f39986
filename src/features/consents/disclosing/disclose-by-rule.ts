import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { disclosureFaults, NewDisclosureDecision } from '../../../domain/consents/disclosure-decision.ts';
import { misuses } from '../../../domain/consents/secrecy-rules-file.ts';
import { endOf } from '../../../domain/consents/spell-out.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { mayDisclose as mayDecide } from '../../../domain/plans/policy.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, type Telling, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { nationalFile } from '../../counties/index.ts';
import { type Loaded, loadPlan, lookAtPlan } from '../../plans/index.ts';
import { contexts } from '../sealed.ts';
import { type DecisionRow, insertDecision, listDecisions, listReceivers } from './disclosing.sql.ts';
import { groundOf, type Judged, judgedConditions, judgedOf } from './disclosure-facts.ts';

const { rule, dataKinds, reason, unit } = NewDisclosureDecision.shape;
const Decided = z.strictObject({
  ...{ rule, dataKinds, reason, unit },
  key: z.uuid(),
  plan: z.uuid(),
  /** What is judged to hold, of what somebody has to judge; what is not in it is not known. */
  met: z.array(z.enum(judgedConditions)).max(20).default([]),
  misuse: z.array(z.enum(misuses)).max(misuses.length).default([]),
  /** The last day. */
  until: IsoDate,
});
type Sent = z.output<typeof Decided>;

/** Those of the receiving unit who are told. */
const TOLD = ['municipal-case-worker', 'regional-clinician', 'coordinator'] as const;

/**
 * Decides to tell a unit in the plan without consent, by a named rule of law: with a reason, for some parts, from now and for at most as many days as the rules file says.
 * Consent goes first wherever it can be had; the rule opens nothing that is not named. The log reviewers of the deciding huvudman are told, and judge it. The same form
 * once more changes nothing. Refuses `plan-not-found`, `disclosure-receiver` (not another unit in the plan), `key-taken`, and what `groundOf` and `disclosureFaults` refuse.
 * Source: OSL 10 kap. 2, 18 a–c and 28 §§, 25 kap. 11–13 §§, 26 kap. 9 §.
 */
export const discloseByRule = useCase({
  permission: 'consents.disclose',
  mode: 'write',
  input: Decided,
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (!loaded || !assignment?.unit || !mayDecide(actor, loaded.reach)) return refuse('plan-not-found');
    const file = await nationalFile(tx, 'secrecy-rules');
    const receivers = await listReceivers(tx, input.plan);
    const mine = assignment.unit.id;
    const theirs = receivers.find((one) => one.unit === input.unit && one.unit !== mine);
    if (!theirs) return refuse('disclosure-receiver');
    const before = (await listDecisions(tx, input.plan)).find(({ id }) => id === input.key);
    if (before) return sentBefore(context, before, loaded);
    const ours = receivers.find((one) => one.unit === mine);
    const ground = groundOf({ ...{ keys, now, today, loaded } }, file, { ...input, ours, theirs });
    if (isRefusal(ground)) return ground;
    const until = endOf(Temporal.PlainDate.from(input.until));
    const [fault] = disclosureFaults({ from: now, until }, { now, longestDays: file.limits['longest-days'] });
    if (fault) return fault;
    const by = { account: getLogin(actor).account, organisation: assignment.organisation.id };
    const judged: Judged = { met: [...ground.met], ticked: input.met, misuse: input.misuse };
    const kinds = [...new Set(input.dataKinds)];
    const made = await insertDecision(
      tx,
      {
        ...{
          id: input.key,
          plan: input.plan,
          rule: ground.rule,
          organisation: theirs.organisation,
          unit: theirs.unit,
          dataKinds: kinds,
          until,
        },
        reason: keys.encrypt(input.reason, contexts.reason(input.key)),
        judged: keys.encrypt(JSON.stringify(judged), contexts.judged(input.key)),
      },
      by,
      now,
    );
    if (!made) return refuse('key-taken');
    await record({
      kind: 'consents.disclose',
      subject: { kind: 'plan', id: input.plan },
      content: { decision: input.key, rule: ground.rule, organisation: theirs.organisation, unit: theirs.unit, kinds },
      tell: [
        { kind: 'disclosure-decided', to: { role: 'log-reviewer', organisation: by.organisation }, params: {} },
        ...TOLD.map(
          (role): Telling => ({
            kind: 'disclosed-to-unit',
            to: { role, unit: theirs.unit },
            params: { plan: input.plan, organisation: by.organisation },
          }),
        ),
      ],
    });
    return { loaded, id: input.key };
  },
  audit: ({ plan, key }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, decision: key }),
});

/** The form came once more: the same decision by the same account is one, and another is another's key. */
function sentBefore({ actor, keys, input }: UseCaseContext<Sent>, before: DecisionRow, loaded: Loaded) {
  const { ticked, misuse } = judgedOf(keys, before);
  const kept = {
    ...{ by: before.decided_by, rule: before.rule, unit: before.unit, kinds: before.data_kinds.toSorted(), until: before.until.toString() },
    ...{ reason: keys.decrypt(before.reason_cipher, contexts.reason(before.id)), met: ticked.toSorted(), misuse: misuse.toSorted() },
  };
  const same = saysTheSame(kept, {
    ...{ by: getLogin(actor).account, rule: input.rule, unit: input.unit, kinds: [...new Set(input.dataKinds)].toSorted() },
    ...{ until: endOf(Temporal.PlainDate.from(input.until)).toString(), reason: input.reason },
    ...{ met: input.met.toSorted(), misuse: input.misuse.toSorted() },
  });
  return same ? { loaded, id: before.id } : refuse('key-taken');
}
