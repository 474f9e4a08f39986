import { createHash } from 'node:crypto';
import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { answersFault } from '../../../domain/plans/changes.ts';
import { establishFault } from '../../../domain/plans/establish.ts';
import { mayEstablish, shutTo } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { lockSubject, newId, useCase } from '../../../platform/index.ts';
import { openText } from '../../persons/index.ts';
import { keepAnswers } from '../answers/answer-changes.ts';
import { unansweredOf } from '../answers/changes.ts';
import { orderCopies } from '../copies/order-copies.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { insertVersion, listVersions } from './contents.sql.ts';
import { contentsOf } from './contents.ts';
import { versionContent } from './version-content.ts';

/**
 * Establishes what the plan says as a version that is never changed: the first, or a revision with its reason. From then on its data is used to carry it out,
 * which a consent to planning alone does not cover. The same contents once more make no version; with other
 * words beside them they are refused (`established-meanwhile`, params.number: somebody else was first). Refuses `plan-not-found`, `plan-shut-to-lead`
 * (whoever leads it may not read all of it), `plan-incomplete` (params.missing: all
 *  that is missing), `revision-reason-missing`, and `answers-missing` where the person has not answered to a change and `notAsked` does not say why. Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §.
 */
export const establishPlan = useCase({
  permission: 'plans.establish',
  mode: 'write',
  input: z.strictObject({
    plan: z.uuid(),
    reason: z.string().trim().max(2000).default(''),
    notAsked: z.string().trim().max(2000).default(''),
  }),
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    const assignment = assignmentOf(actor);
    if (loaded?.reach.leads && shutTo(loaded.reach).length > 0) return refuse('plan-shut-to-lead', { kinds: shutTo(loaded.reach) });
    if (!loaded || !assignment || !mayEstablish(actor, loaded.reach)) return refuse('plan-not-found');
    const { toEstablish, changes = [], ...contents } = await contentsOf(context, loaded);
    if (!toEstablish?.overall || !toEstablish.followUp) {
      return (toEstablish && establishFault(toEstablish, today)) ?? refuse('plan-not-found');
    }
    const fault = establishFault(toEstablish, today);
    if (fault) return fault;
    const text = JSON.stringify(await versionContent(context, loaded, contents));
    const hash = createHash('sha256').update(text).digest();
    const last = (await listVersions(tx, input.plan)).at(-1);
    if (last?.content_hash.equals(hash)) {
      const kept = openText(keys, last.reason_cipher, contexts.versionReason(last.id)) ?? '';
      const explained = changes.some(({ answers }) => answers.some(({ words }) => words === input.notAsked));
      const same = (input.reason === '' || input.reason === kept) && (input.notAsked === '' || explained);
      return same ? { loaded, number: last.number } : refuse('established-meanwhile', { number: last.number });
    }
    if (last && input.reason.length < 3) return refuse('revision-reason-missing');
    const unanswered = unansweredOf(changes);
    const silent = answersFault(unanswered, input.notAsked);
    if (silent) return silent;
    const why = { answer: 'not-asked', words: input.notAsked } as const;
    await keepAnswers(
      context,
      input.plan,
      unanswered.map((one) => ({ ...one, ...why })),
      false,
    );
    const id = newId(now);
    const number = (last?.number ?? 0) + 1;
    const version = {
      ...{ id, number, overall: toEstablish.overall, follow_up_on: toEstablish.followUp, content_hash: hash },
      content_cipher: keys.encrypt(text, contexts.version(id)),
      reason_cipher: last ? keys.encrypt(input.reason, contexts.versionReason(id)) : null,
    };
    await insertVersion(tx, input.plan, version, { account: getLogin(actor).account, organisation: assignment.organisation.id }, now);
    await orderCopies(tx, input.plan, version, getLogin(actor).account, now);
    await record({
      kind: 'plans.establish',
      subject: { kind: 'plan', id: input.plan },
      content: { number, hash: hash.toString('hex'), followUp: toEstablish.followUp.toString() },
    });
    return { loaded, number };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
