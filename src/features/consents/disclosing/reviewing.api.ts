import { createRoute, z } from '@hono/zod-openapi';
import { dataKinds } from '../../../domain/consents/kinds.ts';
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
import { refusals } from '../texts-refusals.ts';
import { type ReviewedDecision, readDisclosuresToReview, reviewDisclosure } from './review-disclosure.ts';

const common = { tags: ['audit'], security: LOGIN };

const DisclosureToReview = z
  .strictObject({
    ...{
      id: z.uuid(),
      plan: z.uuid(),
      person: z.uuid(),
      rule: z.string(),
      unit: z.uuid(),
      unitName: z.string(),
      dataKinds: z.array(z.enum(dataKinds)),
    },
    ...{ from: z.string(), until: z.string(), state: z.enum(['open', 'over', 'ended']), reason: z.string(), own: z.boolean() },
    ...{ verdict: z.enum(['right', 'wrong']).nullable(), verdictReason: z.string().nullable() },
  })
  .openapi('DisclosureToReview', {
    description:
      'Ett beslut om att berätta utan samtycke. `own`: du fattade det själv, och granskar det inte. `verdict` är null tills det är granskat.',
  });
const DisclosuresToReview = z
  .strictObject({ decisions: z.array(DisclosureToReview) })
  .openapi('DisclosuresToReview', { description: 'Er huvudmans beslut, de som väntar på granskning först.' });
const NewReview = z
  .strictObject({ verdict: z.enum(['right', 'wrong']), reason: z.string().min(5).max(1000) })
  .openapi('NewDisclosureReview', {
    description: 'Ett beslut som är fel och fortfarande gäller avslutas direkt. Det som är berättat är berättat.',
    example: { verdict: 'right', reason: 'Personen kunde inte svara, och vården behövdes.' },
  });

/** Decisions to tell without consent, for the reviewer of the log. */
export const reviewingApi = apiRouter();

reviewingApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/audit/disclosures', ...common },
    summary: 'Beslut att berätta utan samtycke, att granska',
    responses: { ...jsonAnswer(DisclosuresToReview, 'Besluten'), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const found = await toReview(scopeOf(c));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

reviewingApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/audit/disclosures/{decision}/review', ...common },
    summary: 'Granska ett beslut att berätta utan samtycke',
    request: {
      params: z.strictObject({ decision: pathParam(z.uuid(), 'decision', { example: 'f3c14eaf-ea2c-8b0c-a5a3-db459beb40d9' }) }),
      body: jsonBody(NewReview),
    },
    responses: { ...jsonAnswer(DisclosuresToReview, 'Besluten'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const done = await reviewDisclosure(scopeOf(c), { id: c.req.valid('param').decision, ...c.req.valid('json') });
    const found = isRefusal(done) ? done : await toReview(scopeOf(c));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function toReview(scope: Scope): Promise<z.infer<typeof DisclosuresToReview> | Refusal> {
  const found = await readDisclosuresToReview(scope, {});
  return isRefusal(found) ? found : { decisions: found.decisions.map(body) };
}

function body({ id, plan, person, rule, receiver, kinds, from, until, state, reason, own, verdict, verdictReason }: ReviewedDecision) {
  return {
    ...{ id, plan, person, rule, unit: receiver.unit, unitName: receiver.unitName, dataKinds: [...kinds], state, reason, own },
    ...{ from: from.toString(), until: until.toString(), verdict: verdict ?? null, verdictReason: verdictReason ?? null },
  };
}
