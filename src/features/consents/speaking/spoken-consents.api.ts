import { createRoute, z } from '@hono/zod-openapi';
import { consentAnswers, consentKinds, dataKinds, purposes } from '../../../domain/consents/kinds.ts';
import { lastDay } from '../../../domain/consents/spell-out.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  LOGIN,
  pathParam,
  problem,
  problemAnswers,
  type Scope,
  scopeOf,
} from '../../../platform/index.ts';
import { planRefusals, spokenParams } from '../../plans/index.ts';
import { takeConsent } from '../take-consent.ts';
import { refusals as consentRefusals } from '../texts-refusals.ts';
import { withdrawConsent } from '../withdraw-consent.ts';
import { readSpokenConsents } from './read-spoken-consents.ts';

const refusals = { ...planRefusals, ...consentRefusals };
const common = { tags: ['plans'], security: LOGIN };
const joint = z.enum(['given', 'partly', 'declined', 'withdrawn', 'cannot-consent', 'waiting', 'guardians-disagree', 'nobody-to-ask']);
const line = {
  organisation: z.uuid(),
  dataKind: z.enum(dataKinds),
  purpose: z.enum(purposes),
  permits: z.boolean(),
  until: z.iso.date(),
};

const SpokenConsents = z
  .strictObject({
    joint: z.strictObject({ 'make-plan': joint, 'lift-secrecy': joint }),
    consents: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(consentKinds),
        answer: z.enum(consentAnswers),
        takenAt: z.string(),
        withdrawn: z.boolean(),
        holds: z.array(z.strictObject({ id: z.uuid(), unit: z.uuid().nullable(), ...line })),
      }),
    ),
  })
  .openapi('SpokenConsents', {
    description:
      'Det du själv har svarat, och vad allas svar blir tillsammans. Vad någon annan har svarat finns inte här. `guardians-disagree` stoppar.',
  });
const NewSpokenConsent = z
  .strictObject({
    key: z.uuid().openapi({ description: 'Id som svaret får. Skickas samma sak två gånger skrivs det en gång.' }),
    kind: z.enum(['make-plan', 'lift-secrecy']),
    answer: z.enum(consentAnswers),
    scopes: z
      .array(z.strictObject({ unit: z.uuid().optional(), ...line }))
      .max(500)
      .default([]),
  })
  .openapi('NewSpokenConsent', {
    description: 'Ditt svar på en fråga om samtycke, i ditt eget namn.',
    example: { key: '3d1c0b7c-6a55-4b1d-8f4f-9a3a5a1c7d52', kind: 'make-plan', answer: 'given', scopes: [] },
  });
const SpokenWithdrawal = z
  .strictObject({ key: z.uuid(), scopes: z.array(z.uuid()).max(500).default([]) })
  .openapi('NewSpokenWithdrawal', { example: { key: '4b9d5c1e-7b66-4c2e-9a5a-8b4b6b2d8e63', scopes: [] } });

/** What guardians and representatives answer in their own names. */
export const spokenConsentsApi = apiRouter();

spokenConsentsApi.openapi(
  createRoute({
    ...common,
    method: 'get',
    path: '/spoken/{speaker}/plans/{id}/consents',
    summary: 'Vad du har svarat för någon annan, och vad allas svar blir',
    request: { params: spokenParams },
    responses: { ...jsonAnswer(SpokenConsents, 'Dina svar'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await consentsOf(scopeOf(c), c.req.valid('param'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

spokenConsentsApi.openapi(
  createRoute({
    ...common,
    method: 'post',
    path: '/spoken/{speaker}/plans/{id}/consents',
    summary: 'Svara på en fråga om samtycke, i ditt eget namn',
    request: { params: spokenParams, body: jsonBody(NewSpokenConsent) },
    responses: { ...jsonAnswer(SpokenConsents, 'Dina svar'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { speaker, id: plan } = c.req.valid('param');
    const { scopes, ...said } = c.req.valid('json');
    const lines = scopes.map(({ unit, ...one }) => ({ ...one, ...(unit ? { unit } : {}) }));
    const on = c.var.runtime.clock.today().toString();
    const done = await takeConsent(scopeOf(c), { plan, speaker, ...said, method: 'written', on, scopes: lines });
    const found = await consentsOf(scopeOf(c), { speaker, id: plan }, done);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

spokenConsentsApi.openapi(
  createRoute({
    ...common,
    method: 'post',
    path: '/spoken/{speaker}/plans/{id}/consents/{consent}/withdrawals',
    summary: 'Ta tillbaka ett svar som du har lämnat för någon annan',
    request: {
      params: z.strictObject({
        ...spokenParams.shape,
        consent: pathParam(z.uuid(), 'consent', { example: '3d1c0b7c-6a55-4b1d-8f4f-9a3a5a1c7d52' }),
      }),
      body: jsonBody(SpokenWithdrawal),
    },
    responses: { ...jsonAnswer(SpokenConsents, 'Dina svar'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { speaker, id: plan, consent } = c.req.valid('param');
    const done = await withdrawConsent(scopeOf(c), { plan, speaker, consent, ...c.req.valid('json') });
    const found = await consentsOf(scopeOf(c), { speaker, id: plan }, done);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function consentsOf(scope: Scope, { speaker, id }: { speaker: string; id: string }, done: object | Refusal = {}) {
  if (isRefusal(done)) return done;
  const found = await readSpokenConsents(scope, { plan: id, speaker });
  if (isRefusal(found)) return found;
  return {
    joint: found.joint,
    consents: found.consents.map(({ id: consent, kind, answer, takenAt, withdrawn, left }) => ({
      ...{ id: consent, kind, answer, withdrawn, takenAt: takenAt.toString() },
      holds: left.map(({ id: scopeId, organisation, unit, dataKind, purpose, permits, until }) => ({
        ...{ id: scopeId, organisation, unit: unit ?? null, dataKind, purpose, permits, until: lastDay(until).toString() },
      })),
    })),
  };
}
