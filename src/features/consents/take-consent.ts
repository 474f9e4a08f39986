import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { consentFaults, type NewScope } from '../../domain/consents/consent.ts';
import { answerersOf, type Subject } from '../../domain/consents/guardians.ts';
import { consentAnswers, dataKinds, type Giver, purposes } from '../../domain/consents/kinds.ts';
import { endOf, lastDay } from '../../domain/consents/spell-out.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { answererAs, mayTakeConsent } from '../../domain/plans/policy.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { lockSubject, newId, type UseCaseContext, useCase } from '../../platform/index.ts';
import { type Loaded, listParties, loadPlan, lookAtPlan } from '../plans/index.ts';
import { insertConsent, listConsents, listScopes } from './consents.sql.ts';
import { contexts } from './sealed.ts';

/** The questions that can be answered here. A yes to inviting others opens nothing for them. The data protection regulation is no ground here, and not asked about. */
export const askedKinds = ['make-plan', 'lift-secrecy', 'invite-outside', 'shared-documentation'] as const;
export type AskedKind = (typeof askedKinds)[number];

const Line = z.strictObject({
  organisation: z.uuid(),
  unit: z.uuid().optional(),
  dataKind: z.enum(dataKinds),
  purpose: z.enum(purposes),
  permits: z.boolean(),
  until: IsoDate,
});

export const Answered = z.strictObject({
  key: z.uuid(),
  plan: z.uuid(),
  /** As which guardian or representative, of who answers with a login of their own. */
  speaker: z.uuid().optional(),
  kind: z.enum(askedKinds),
  /** Who answered: the person, or one of those who answer for them, as `giverText` writes it. */
  giver: z.string().max(60).default('person'),
  answer: z.enum(consentAnswers),
  method: z.enum(['oral', 'written']),
  on: IsoDate,
  evidence: z.string().trim().max(200).default(''),
  scopes: z.array(Line).max(500).default([]),
});

type Sent = z.output<typeof Answered>;

/**
 * Writes down what the person, or one who answers for them, said to one question of consent: to a plan being made, to who may read which part for what and until when, to others being invited, or to shared
 * documentation. Staff say where it is documented; the individual, a guardian and a representative answer with a login of their own, each for themselves, in writing and today. The same form once more changes
 * nothing. Refuses `plan-not-found`, `speaker-not-asked`, `evidence-missing`, `permit-names-unit`, `receiver-not-in-plan`, `key-taken`, and what `consentFaults` refuses. Source: OSL 10 kap. 1 §, 12 kap. 2 §.
 */
export const takeConsent = useCase({
  permission: 'consents.take',
  mode: 'write',
  input: Answered,
  run: async (context) => {
    const { tx, actor, today, now, keys, input, record } = context;
    await lockSubject(tx, 'plan', input.plan);
    const loaded = await loadPlan(context, input.plan);
    if (!loaded || !mayTakeConsent(actor, loaded.reach)) return refuse('plan-not-found');
    const speaker = answererAs(loaded.reach, input.speaker);
    if (!speaker && (input.speaker !== undefined || loaded.reach.speaks.length > 0)) return refuse('plan-not-found');
    // With a login of one's own one answers for oneself alone, in writing and today.
    const own = loaded.reach.own || speaker !== undefined;
    const said: Sent = own
      ? { ...input, giver: speaker ? giverText(speaker) : 'person', method: 'written', on: today.toString(), evidence: '' }
      : input;
    const giver = giverIn(said.giver, loaded.subject, now);
    if (isRefusal(giver)) return giver;
    if (!own && said.evidence.length < 3) return refuse('evidence-missing');
    const givenAt = momentOf(Temporal.PlainDate.from(said.on), today, now);
    const scopes = said.scopes.map(
      ({ until, ...line }): NewScope => ({ ...line, from: givenAt, until: endOf(Temporal.PlainDate.from(until)) }),
    );
    // A yes to a whole huvudman would be a yes to what comes to it later: it is said unit by unit.
    if (scopes.some(({ permits, unit }) => permits && unit === undefined)) return refuse('permit-names-unit');
    const { kind, answer } = said;
    const method = giver.as === 'representative' ? giver.as : said.method;
    const [fault] = consentFaults({ kind, answer, method, giver, takenAt: givenAt, evidence: said.evidence, scopes }, now);
    if (fault) return fault;
    const parties = await listParties(tx, input.plan);
    const isParty = ({ organisation, unit }: NewScope) =>
      parties.some((one) => one.organisation === organisation && (unit === undefined || one.unit === unit));
    if (!scopes.every(isParty)) return refuse('receiver-not-in-plan');
    const assignment = own ? undefined : assignmentOf(actor);
    const by = { account: getLogin(actor).account, organisation: assignment?.organisation.id ?? null, unit: assignment?.unit?.id ?? null };
    const made = await insertConsent(
      tx,
      {
        ...{ id: input.key, plan: input.plan, kind, answer, method, giver, givenAt },
        evidence: own ? null : keys.encrypt(said.evidence, contexts.evidence(input.key)),
        scopes: scopes.map((scope) => ({ ...scope, id: newId(now), unit: scope.unit })),
      },
      by,
      now,
    );
    if (!made) return sentBefore(context, said, loaded);
    const content = { consent: input.key, kind, answer, giver: giver.as, scopes: scopes.length };
    await record({ kind: 'consents.take', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded, id: input.key };
  },
  audit: ({ plan, kind }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, consent: kind }),
});

/** Somebody who answers, as forms and callers write it. */
export function giverText(giver: Giver): string {
  return giver.as === 'person' ? giver.as : `${giver.as}:${giver.id}`;
}

/** Who that is. Refuses `speaker-not-asked`: nobody such answers for the person now. The person's own word is always written down. */
function giverIn(text: string, subject: Subject, now: Temporal.Instant): Giver | Refusal<'speaker-not-asked'> {
  if (text === 'person') return { as: 'person' };
  return answerersOf(subject, now).find((one) => giverText(one) === text) ?? refuse('speaker-not-asked');
}

/** An answer of today was given now; one of a day before, at noon of that day. */
function momentOf(on: Temporal.PlainDate, today: Temporal.PlainDate, now: Temporal.Instant): Temporal.Instant {
  return on.equals(today) ? now : on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant();
}

/** The form came once more: the same answer by the same account is the same consent, and another is another's key. */
async function sentBefore({ tx, actor, keys }: UseCaseContext<Sent>, said: Sent, loaded: Loaded) {
  const before = (await listConsents(tx, said.plan)).find(({ id }) => id === said.key);
  if (!before || before.taken_by !== getLogin(actor).account) return refuse('key-taken');
  const scopes = (await listScopes(tx, said.plan)).filter(({ consent }) => consent === said.key);
  const kept = {
    ...{ kind: before.kind, answer: before.answer, method: before.method === 'representative' ? said.method : before.method },
    giver: before.giver === 'person' ? 'person' : `${before.giver}:${before.giver_id}`,
    on: before.given_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString(),
    evidence: before.evidence_cipher ? keys.decrypt(before.evidence_cipher, contexts.evidence(before.id)) : '',
    scopes: linesOf(scopes.map((one) => ({ ...one, unit: one.unit ?? undefined, until: lastDay(one.until).toString() }))),
  };
  const { kind, answer, method, giver, on, evidence } = said;
  const same = saysTheSame(kept, { kind, answer, method, giver, on, evidence, scopes: linesOf(said.scopes) });
  return same ? { loaded, id: said.key } : refuse('key-taken');
}

/** Each line as words, in one order. */
function linesOf(lines: Sent['scopes']): string[] {
  return lines
    .map(({ organisation, unit, dataKind, purpose, permits, until }) => [organisation, unit, dataKind, purpose, permits, until].join(' '))
    .toSorted();
}
