import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { withdrawalFault } from '../../domain/consents/withdraw.ts';
import { answererAs, mayWithdrawConsent } from '../../domain/plans/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { lockSubject, stableId, useCase } from '../../platform/index.ts';
import { loadPlan, lookAtPlan } from '../plans/index.ts';
import { insertWithdrawal, listWithdrawals } from './consents.sql.ts';
import { loadConsents } from './load-consents.ts';

/**
 * Takes back a consent, whole or some of what it opens or shuts. It holds from now, at once, for everybody; what was told before stays told. Taken back whole, what
 * the consent shuts stays shut: an exclusion is lifted by name alone. The same form once more changes nothing. Refuses `plan-not-found`, `consent-not-found`,
 * `consent-withdrawn`, `consent-no-yes`, `scope-not-of-consent`, `key-taken`.
 */
export const withdrawConsent = useCase({
  permission: 'consents.withdraw',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid(),
    plan: z.uuid(),
    /** As which guardian or representative, of who takes back with a login of their own. */
    speaker: z.uuid().optional(),
    consent: z.uuid(),
    /** What of it is taken back, by id; none = all that it opens. */
    scopes: z.array(z.uuid()).max(500).default([]),
  }),
  run: async (context) => {
    const { tx, actor, now, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayWithdrawConsent(actor, loaded.reach)) return refuse('plan-not-found');
    const speaker = answererAs(loaded.reach, input.speaker);
    if (!speaker && (input.speaker !== undefined || loaded.reach.speaks.length > 0)) return refuse('plan-not-found');
    const rows = await loadConsents(tx, input.plan);
    const consent = rows.consents.find(({ id }) => id === input.consent);
    const own = !speaker || (consent && consent.giver.as !== 'person' && consent.giver.id === speaker.id);
    if (!consent || !own) return refuse('consent-not-found');
    const scopes = [...new Set(input.scopes)].toSorted();
    const ids = scopes.length === 0 ? [input.key] : scopes.map((scope) => stableId(`${input.key}:${scope}`));
    const account = getLogin(actor).account;
    const before = (await listWithdrawals(tx, input.plan)).filter(({ id, consent: of }) => ids.includes(id) && of === input.consent);
    if (before.length > 0) {
      const kept = { by: before[0]?.by, scopes: before.flatMap(({ scope }) => scope ?? []).toSorted() };
      return saysTheSame(kept, { by: account, scopes }) ? { loaded } : refuse('key-taken');
    }
    const fault = withdrawalFault(consent, scopes, rows, now);
    if (fault) return fault;
    const by = { account, organisation: loaded.reach.own ? null : (assignmentOf(actor)?.organisation.id ?? null) };
    for (const [nth, id] of ids.entries()) {
      const made = await insertWithdrawal(tx, { id, consent: input.consent, scope: scopes[nth] ?? null }, by, now);
      if (!made) return refuse('key-taken');
    }
    const content = { consent: input.consent, scopes: scopes.length === 0 ? 'all' : scopes };
    await record({ kind: 'consents.withdraw', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, withdrawn: true }),
});
