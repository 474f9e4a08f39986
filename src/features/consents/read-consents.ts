import { z } from 'zod';
import type { Consent, Scope } from '../../domain/consents/consent.ts';
import type { DisclosureDecision } from '../../domain/consents/disclosure-decision.ts';
import { groundFor } from '../../domain/consents/ground.ts';
import { statusOfAll } from '../../domain/consents/joint-answer.ts';
import { type ConsentStatus, type DataKind, dataKinds, type Giver } from '../../domain/consents/kinds.ts';
import { isWithdrawn } from '../../domain/consents/standing.ts';
import { standingScopes } from '../../domain/consents/withdraw.ts';
import { mayReadConsents, mayWithdrawConsent } from '../../domain/plans/policy.ts';
import { purposeOf } from '../../domain/plans/purpose.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { listParties, loadPlan, lookAtPlan, type PartyRow } from '../plans/index.ts';
import { type ConsentRow, listFormerly } from './consents.sql.ts';
import { type DecisionRow, listDecisions } from './disclosing/disclosing.sql.ts';
import { type LoadedConsents, loadConsents } from './load-consents.ts';
import { contexts } from './sealed.ts';
import { type ShownSpeaking, showSpeaking } from './speaking/show-speaking.ts';
import { type AskedKind, askedKinds } from './take-consent.ts';

/** One answer as it is shown: `standing`, what of it can still be taken back; `whole`, whether all of it can. */
export type ShownConsent = Pick<ConsentRow, 'id' | 'kind' | 'answer' | 'method'> & {
  readonly givenAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly unit: string | undefined;
  readonly own: boolean;
  readonly giver: Giver;
  readonly evidence: string | undefined;
  readonly scopes: readonly (Scope & { readonly standing: boolean })[];
  readonly whole: boolean;
  readonly withdrawn: boolean;
};

/** Who takes part and what they read now. `owner`: of the huvudman whose record the plan rests on; what they read goes by their own contact. */
export type Reader = PartyRow & {
  readonly owner: boolean;
  readonly reads: readonly { readonly kind: DataKind; readonly by: 'consent' | 'rule' | 'excluded' | undefined }[];
};

export type ShownConsents = {
  readonly plan: string;
  readonly status: Readonly<Record<AskedKind, ConsentStatus>>;
  readonly readers: readonly Reader[];
  readonly consents: readonly ShownConsent[];
  readonly withdraws: boolean;
  readonly speaking: ShownSpeaking;
};

/** What has been answered about a plan, and who reads what of it now: for the staff that lead it, and the person. Refuses `plan-not-found`. */
export const readConsents = useCase({
  permission: 'consents.read',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid() }),
  run: async (context) => {
    const { tx, actor, now, keys, input } = context;
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayReadConsents(actor, loaded.reach)) return refuse('plan-not-found');
    const { standing, row } = loaded;
    const rows = await loadConsents(tx, input.plan);
    const decisions = (await listDecisions(tx, input.plan)).map(decisionOf);
    const [parties, formerly] = [await listParties(tx, input.plan), await listFormerly(tx, input.plan)];
    const statusOf = (kind: AskedKind) => statusOfAll(rows, loaded.subject, { plan: input.plan, kind }, now);
    const readers = parties.map((party): Reader => {
      const owner = party.organisation === row.owner;
      const by = (dataKind: DataKind): Reader['reads'][number]['by'] => {
        const { organisation, unit } = party;
        const purpose = purposeOf(dataKind, standing);
        const ask = { plan: input.plan, organisation, unit, formerly: formerly.get(unit) ?? [], dataKind, purpose };
        const ground = groundFor(ask, { rows, decisions, voices: standing.voices }, now);
        if (ground.verdict !== 'none') return ground.verdict;
        return ground.because === 'excluded' ? 'excluded' : undefined;
      };
      return { ...party, owner, reads: owner ? [] : dataKinds.map((kind) => ({ kind, by: by(kind) })) };
    });
    const shown: ShownConsents = {
      plan: input.plan,
      status: Object.fromEntries(askedKinds.map((kind) => [kind, statusOf(kind)])) as Record<AskedKind, ConsentStatus>,
      readers,
      consents: rows.kept.map((one) => {
        const evidence = one.evidence_cipher ? keys.decrypt(one.evidence_cipher, contexts.evidence(one.id)) : undefined;
        return shownConsent(one, rows, evidence, now);
      }),
      withdraws: mayWithdrawConsent(actor, loaded.reach),
      speaking: await showSpeaking(context, loaded, rows),
    };
    return { loaded, shown };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { consents: true }),
});

function decisionOf({ data_kinds, at, ended_at, ...row }: DecisionRow): DisclosureDecision {
  return { ...row, dataKinds: data_kinds, decidedAt: at, recordedAt: at, endedAt: ended_at ?? undefined };
}

function shownConsent(row: ConsentRow, rows: LoadedConsents, evidence: string | undefined, now: Temporal.Instant): ShownConsent {
  const consent = rows.consents.find(({ id }) => id === row.id) as Consent;
  const left = new Set(standingScopes(consent, rows, now).map(({ id }) => id));
  const withdrawn = isWithdrawn(consent, rows, now);
  return {
    ...{ id: row.id, kind: row.kind, answer: row.answer, method: row.method, evidence, withdrawn },
    ...{ givenAt: row.given_at, recordedAt: row.recorded_at, unit: row.unit_name ?? undefined, own: row.unit_name === null },
    giver: consent.giver,
    scopes: consent.scopes.map((scope) => ({ ...scope, standing: left.has(scope.id) })),
    whole: (row.answer === 'given' || row.answer === 'partly') && !withdrawn,
  };
}
