import { createRoute, z } from '@hono/zod-openapi';
import { consentAnswers, consentKinds, consentMethods, consentStatuses, dataKinds, purposes } from '../../domain/consents/kinds.ts';
import { lastDay } from '../../domain/consents/spell-out.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, type Scope, scopeOf } from '../../platform/index.ts';
import { planRefusals } from '../plans/index.ts';
import { readConsents, type ShownConsents } from './read-consents.ts';
import { askedKinds, takeConsent } from './take-consent.ts';
import { refusals as consentRefusals } from './texts-refusals.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const refusals = { ...planRefusals, ...consentRefusals };
const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' });
const taken = '1f2c0b7c-6a55-4b1d-8f4f-9a3a5a1c7d51';

const status = z.enum(consentStatuses);
const line = {
  organisation: z.uuid(),
  dataKind: z.enum(dataKinds),
  purpose: z.enum(purposes),
  permits: z.boolean().openapi({ description: 'Falskt är något som personen inte vill. Det går före allt som öppnas.' }),
  until: z.iso.date().openapi({ description: 'Den sista dagen. Högst 24 månader.' }),
};

const PlanConsents = z
  .strictObject({
    status: z.strictObject({ 'make-plan': status, 'lift-secrecy': status, 'invite-outside': status, 'shared-documentation': status }),
    readers: z.array(
      z.strictObject({
        unit: z.uuid(),
        name: z.string(),
        organisation: z.uuid(),
        organisationName: z.string(),
        owner: z.boolean(),
        reads: z.array(z.strictObject({ kind: z.enum(dataKinds), by: z.enum(['consent', 'rule', 'excluded']).nullable() })),
      }),
    ),
    consents: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(consentKinds),
        answer: z.enum(consentAnswers),
        method: z.enum(consentMethods),
        givenAt: z.string(),
        recordedAt: z.string(),
        unit: z.string().nullable(),
        evidence: z.string().nullable(),
        withdrawn: z.boolean(),
        scopes: z.array(z.strictObject({ id: z.uuid(), unit: z.uuid().nullable(), standing: z.boolean(), ...line })),
      }),
    ),
  })
  .openapi('PlanConsents', {
    description:
      'Vad personen har svarat om planen, och vad var och en läser nu. `owner` är sant för huvudmannen som planen vilar på: den läser genom sin egen kontakt. `standing` är sant för det som gäller än.',
  });

const NewConsent = z
  .strictObject({
    key: z.uuid().openapi({ description: 'Id som svaret får. Skickas samma sak två gånger skrivs det en gång.' }),
    kind: z.enum(askedKinds),
    answer: z.enum(consentAnswers),
    method: z.enum(['oral', 'written']),
    on: z.iso.date(),
    evidence: z.string().max(200).default('').openapi({ description: 'Var det är dokumenterat.' }),
    scopes: z
      .array(z.strictObject({ unit: z.uuid().optional(), ...line }))
      .max(500)
      .default([]),
  })
  .openapi('NewPlanConsent', {
    description:
      'Vad personen svarade på en fråga om samtycke. Häver svaret sekretess säger varje rad i `scopes` en mottagare, ett slag av uppgifter, vad de behövs för och till när.',
    example: {
      ...{ key: taken, kind: 'lift-secrecy', answer: 'given', method: 'oral', on: '2026-11-22', evidence: 'Journalen den 22 november' },
      scopes: [
        {
          ...{ organisation: '4d72a188-30d7-847d-8ded-8a949ed9810b', unit: 'f5b2ba32-90ac-8604-9937-6cb5e676de3f' },
          ...{ dataKind: 'measures', purpose: 'planning', permits: true, until: '2027-05-31' },
        },
      ],
    },
  });

const Withdrawal = z
  .strictObject({
    key: z.uuid().openapi({ description: 'Id som återkallelsen får. Skickas samma sak två gånger ändras inget mer.' }),
    scopes: z.array(z.uuid()).max(500).default([]).openapi({ description: 'Det som tas tillbaka; tomt är allt som samtycket öppnar.' }),
  })
  .openapi('NewPlanConsentWithdrawal', {
    description: 'Gäller genast. Det som redan är lämnat kallas inte tillbaka.',
    example: { key: '2a9d5c1e-7b66-4c2e-9a5a-8b4b6b2d8e62', scopes: [] },
  });

/** Consents to a plan, for the staff that lead it. */
export const consentsApi = apiRouter();

consentsApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/consents',
    tags,
    security,
    summary: 'Samtycken i en plan, och vad var och en får läsa',
    request: { params: z.strictObject({ id }) },
    responses: { ...jsonAnswer(PlanConsents, 'Samtycken'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await consentsOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

consentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/consents',
    tags,
    security,
    summary: 'Skriv vad personen svarade på en fråga om samtycke',
    request: { params: z.strictObject({ id }), body: jsonBody(NewConsent) },
    responses: { ...jsonAnswer(PlanConsents, 'Samtycken'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { scopes, ...said } = c.req.valid('json');
    const lines = scopes.map(({ unit, ...one }) => ({ ...one, ...(unit ? { unit } : {}) }));
    const found = await consentsOf(scopeOf(c), plan, await takeConsent(scopeOf(c), { plan, ...said, scopes: lines }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

consentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/consents/{consent}/withdrawals',
    tags,
    security,
    summary: 'Ta tillbaka ett samtycke, helt eller en del av det',
    request: { params: z.strictObject({ id, consent: pathParam(z.uuid(), 'consent', { example: taken }) }), body: jsonBody(Withdrawal) },
    responses: { ...jsonAnswer(PlanConsents, 'Samtycken'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan, consent } = c.req.valid('param');
    const found = await consentsOf(scopeOf(c), plan, await withdrawConsent(scopeOf(c), { plan, consent, ...c.req.valid('json') }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function consentsOf(scope: Scope, plan: string, done: object | Refusal = {}): Promise<z.infer<typeof PlanConsents> | Refusal> {
  if (isRefusal(done)) return done;
  const found = await readConsents(scope, { plan });
  return isRefusal(found) ? found : consentsBody(found.shown);
}

function consentsBody({ status: statuses, readers, consents }: ShownConsents): z.infer<typeof PlanConsents> {
  return {
    status: {
      'make-plan': statuses['make-plan'],
      'lift-secrecy': statuses['lift-secrecy'],
      'invite-outside': statuses['invite-outside'],
      'shared-documentation': statuses['shared-documentation'],
    },
    readers: readers.map(({ unit, unit_name: name, organisation, organisation_name: organisationName, owner, reads }) => ({
      ...{ unit, name, organisation, organisationName, owner },
      reads: reads.map(({ kind, by }) => ({ kind, by: by ?? null })),
    })),
    consents: consents.map(({ id: consent, kind, answer, method, givenAt, recordedAt, unit, evidence, withdrawn, scopes }) => ({
      ...{ id: consent, kind, answer, method, withdrawn, givenAt: givenAt.toString(), recordedAt: recordedAt.toString() },
      ...{ unit: unit ?? null, evidence: evidence ?? null },
      scopes: scopes.map(({ id: scope, organisation, unit: to, dataKind, purpose, permits, until, standing }) => ({
        ...{ id: scope, organisation, unit: to ?? null, dataKind, purpose, permits, standing },
        until: lastDay(until).toString(),
      })),
    })),
  };
}
