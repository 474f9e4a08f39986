import { createRoute, z } from '@hono/zod-openapi';
import { dataKinds } from '../../../domain/consents/kinds.ts';
import { conditions, misuses } from '../../../domain/consents/secrecy-rules-file.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  LOGIN,
  newId,
  pathParam,
  problem,
  problemAnswers,
  type Scope,
  scopeOf,
} from '../../../platform/index.ts';
import { planRefusals } from '../../plans/index.ts';
import { refusals as consentRefusals } from '../texts-refusals.ts';
import { discloseByRule } from './disclose-by-rule.ts';
import { judgedConditions } from './disclosure-facts.ts';
import { endDisclosure } from './end-disclosure.ts';
import { readDisclosures } from './read-disclosures.ts';
import type { ShownDecision } from './shown-decision.ts';

const refusals = { ...planRefusals, ...consentRefusals };
const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' });
const rule = z
  .string()
  .min(1)
  .max(60)
  .openapi({ description: 'Regelns id i registret över sekretessbrytande regler, till exempel `osl-26-9`.' });

const PlanDisclosure = z
  .strictObject({
    id: z.uuid(),
    rule,
    organisation: z.uuid(),
    unit: z.uuid(),
    unitName: z.string(),
    dataKinds: z.array(z.enum(dataKinds)),
    from: z.string(),
    until: z.string(),
    state: z.enum(['open', 'over', 'ended']),
    endedAt: z.string().nullable(),
    reason: z.string(),
    met: z.array(z.enum(conditions)),
    misuse: z.array(z.enum(misuses)),
    verdict: z.enum(['right', 'wrong']).nullable(),
  })
  .openapi('PlanDisclosure', {
    description: 'Ett beslut om att berätta utan samtycke, med stöd av en regel i lagen. `verdict` är null tills det är granskat.',
  });
const PlanDisclosures = z.strictObject({ decisions: z.array(PlanDisclosure) }).openapi('PlanDisclosures', {
  description: 'Besluten i en plan, det senaste först. Bara för den som samordnar planen, och för personen själv.',
});

const NewDisclosure = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som beslutet får. Skickas samma sak två gånger blir det ett beslut.' }),
    rule,
    unit: z.uuid().openapi({ description: 'En annan enhet som är med i planen.' }),
    dataKinds: z.array(z.enum(dataKinds)).min(1).max(dataKinds.length),
    met: z
      .array(z.enum(judgedConditions))
      .max(20)
      .optional()
      .openapi({ description: 'Det som du har bedömt. Det som inte är känt räknas inte som uppfyllt.' }),
    misuse: z.array(z.enum(misuses)).max(misuses.length).optional(),
    until: z.iso.date().openapi({ description: 'Den sista dagen. Högst 30 dagar.' }),
    reason: z.string().min(10).max(4000),
  })
  .openapi('NewDisclosure', {
    description: 'Ett nytt beslut. Det gäller från nu. Personen läser det i sin plan, och en granskare bedömer det.',
    example: {
      ...{ key: '6c1b2c1e-0a0b-4c63-8d0a-7e6f5b1a2c3d', rule: 'osl-26-9', unit: '7363aa7a-739f-8ef4-9cc8-f69fa607eebf' },
      ...{ dataKinds: ['needs'], met: ['needed-for-care'], misuse: ['alcohol'], until: '2026-12-15' },
      reason: 'Mottagningen behöver veta det för att kunna ge rätt vård.',
    },
  });
const NewEnding = z
  .strictObject({ reason: z.string().min(5).max(1000) })
  .openapi('NewDisclosureEnding', { example: { reason: 'Personen har samtyckt i stället.' } });

/** Decisions to tell without consent, for the staff that lead a plan. */
export const disclosingApi = apiRouter();

disclosingApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/disclosures',
    tags,
    security,
    summary: 'Beslut i en plan om att berätta utan samtycke',
    request: { params: z.strictObject({ id }) },
    responses: { ...jsonAnswer(PlanDisclosures, 'Besluten'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await decisionsOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

disclosingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/disclosures',
    tags,
    security,
    summary: 'Besluta att berätta utan samtycke, med stöd av en regel',
    description: 'Kräver att du nyligen har loggat in.',
    request: { params: z.strictObject({ id }), body: jsonBody(NewDisclosure) },
    responses: { ...jsonAnswer(PlanDisclosures, 'Besluten'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { key, met = [], misuse = [], ...said } = c.req.valid('json');
    const done = await discloseByRule(scopeOf(c), { plan, key: key ?? newId(c.var.runtime.clock.now()), met, misuse, ...said });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await decisionsOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

disclosingApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/disclosures/{decision}/ending',
    tags,
    security,
    summary: 'Avsluta ett beslut i förtid',
    request: {
      params: z.strictObject({ id, decision: pathParam(z.uuid(), 'decision', { example: 'f3c14eaf-ea2c-8b0c-a5a3-db459beb40d9' }) }),
      body: jsonBody(NewEnding),
    },
    responses: { ...jsonAnswer(PlanDisclosures, 'Besluten'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { id: plan, decision } = c.req.valid('param');
    const done = await endDisclosure(scopeOf(c), { plan, decision, reason: c.req.valid('json').reason });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await decisionsOf(scopeOf(c), plan);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function decisionsOf(scope: Scope, plan: string) {
  const found = await readDisclosures(scope, { plan });
  return isRefusal(found) ? found : { decisions: found.decisions.map(body) };
}

function body({ id: decision, rule: by, receiver, kinds, from, until, state, endedAt, reason, met, misuse, verdict }: ShownDecision) {
  return {
    ...{ id: decision, rule: by, organisation: receiver.organisation, unit: receiver.unit, unitName: receiver.unitName },
    ...{ dataKinds: [...kinds], from: from.toString(), until: until.toString(), state, endedAt: endedAt?.toString() ?? null },
    ...{ reason, met: [...met], misuse: [...misuse], verdict: verdict ?? null },
  };
}
