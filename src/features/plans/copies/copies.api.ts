import { createRoute, z } from '@hono/zod-openapi';
import { Basis } from '../../../domain/counties/ids.ts';
import { ANNULMENTS, COPY_STATES, PlanCopy } from '../../../domain/plans/plan-copy.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { COUNTS_FROM, KEEPS } from '../../../domain/retention/rule.ts';
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
import type { CopyRetention } from '../../retention/index.ts';
import { refusals } from '../texts-refusals.ts';
import { annulCopy } from './annul-copy.ts';
import { openCopy } from './open-copy.ts';
import { readCopies } from './read-copies.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: '054636f5-edea-8e95-a499-16def892527f' });
const copy = pathParam(z.uuid(), 'copy', { example: '2def5949-e0d3-8637-a85e-08ff39e13ea9' });
const lent = pathParam(z.uuid(), 'copy', { example: '5656c289-a487-8ad8-94d9-e8d4b7982951' });
const place = z.strictObject({ id: z.uuid(), name: z.string() });

const Retention = z
  .strictObject({
    ...{ keep: z.enum(KEEPS), years: z.int().nullable(), countsFrom: z.enum(COUNTS_FROM).nullable() },
    ...{ basis: z.enum(Basis.options).nullable(), citation: z.string(), due: z.string().nullable(), atLatest: z.string().nullable() },
  })
  .openapi({
    description:
      'Hur länge kopian sparas, så som mottagarens organisation har angett det. null när inget är angivet. `due` står bara för den som har fått kopian.',
  });

const CopyListed = z
  .strictObject({
    id: z.uuid(),
    version: z.int().min(1),
    attempt: z.int().min(1),
    receiver: z.enum(['unit', 'individual']),
    unit: place.nullable(),
    organisation: place.nullable(),
    state: z.enum(COPY_STATES),
    orderedAt: z.string(),
    deliveredAt: z.string().nullable(),
    receivedAt: z.string().nullable(),
    annulled: z.enum(ANNULMENTS).nullable(),
    own: z.boolean(),
    retention: Retention.nullable(),
    thinnedAt: z.string().nullable(),
  })
  .openapi('PlanCopyListed', {
    description:
      'En kopia av en upprättad version. `own`: den är skickad till din enhet. `withheld`: den är inte skickad, eftersom inget i planen får delas med enheten.',
  });
const CopiesFound = z.strictObject({ copies: z.array(CopyListed) }).openapi('PlanCopies');

const CopyRead = z
  .strictObject({ content: PlanCopy, pdfSha256: z.string(), sealed: z.boolean(), receivedAt: z.string(), retention: Retention.nullable() })
  .openapi('PlanCopyRead', {
    description:
      'Kopian som data. Delar som inte delas med er står i `content.parts` med `shared: false`, vare sig det finns något i dem eller inte. `pdfSha256` är PDF-filens fingeravtryck.',
  });

const NewAnnulment = z.strictObject({ reason: z.enum(ANNULMENTS) }).openapi('NewCopyAnnulment', { example: { reason: 'wrong-receiver' } });

/** The copies of a plan, for staff. */
export const copiesApi = apiRouter();

copiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/copies',
    tags,
    security,
    summary: 'Vilka som har fått vilken version av en plan',
    description: 'Den som leder planen ser alla kopior. Andra ser de kopior som deras egen enhet har fått.',
    request: { params: z.strictObject({ id }) },
    responses: { ...jsonAnswer(CopiesFound, 'Kopiorna'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await listOf(scopeOf(c), c.req.valid('param').id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

copiesApi.openapi(
  createRoute({
    method: 'get',
    path: '/plans/{id}/copies/{copy}',
    tags,
    security,
    summary: 'Öppna en kopia som din enhet har fått',
    description: 'Första gången någon öppnar kopian räknas den som mottagen.',
    request: { params: z.strictObject({ id, copy }) },
    responses: { ...jsonAnswer(CopyRead, 'Kopian'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const asked = c.req.valid('param');
    const found = await openCopy(scopeOf(c), { plan: asked.id, copy: asked.copy });
    if (isRefusal(found)) return problem(c, found, refusals);
    const { copy: content, sha256, sealed, receivedAt, retention } = found;
    return c.json({ content, pdfSha256: sha256, sealed, receivedAt: receivedAt.toString(), retention: retentionBody(retention) }, 200);
  },
);

copiesApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/copies/{copy}/annulment',
    tags,
    security,
    summary: 'Återkalla en kopia',
    description: 'Kopian stängs för mottagaren, som får veta det. Samma anrop igen ändrar inget.',
    request: { params: z.strictObject({ id, copy: lent }), body: jsonBody(NewAnnulment) },
    responses: { ...jsonAnswer(CopiesFound, 'Kopiorna'), ...problemAnswers(401, 403, 404, 413, 415) },
  }),
  async (c) => {
    const asked = c.req.valid('param');
    const done = await annulCopy(scopeOf(c), { plan: asked.id, copy: asked.copy, ...c.req.valid('json') });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await listOf(scopeOf(c), asked.id);
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function listOf(scope: Scope, plan: string) {
  const found = await readCopies(scope, { plan });
  if (isRefusal(found)) return found;
  const named = (of: string | null, name: string | null) => (of === null ? null : { id: of, name: name ?? '' });
  return {
    copies: found.copies.map(
      (one): z.infer<typeof CopyListed> => ({
        ...{ id: one.id, version: one.number, attempt: one.attempt, receiver: one.receiver, state: one.state, own: one.own },
        ...{ unit: named(one.unit, one.unit_name), organisation: named(one.organisation, one.organisation_name) },
        ...{ orderedAt: one.ordered_at.toString(), deliveredAt: one.state === 'withheld' ? null : (one.at?.toString() ?? null) },
        ...{ receivedAt: one.received_at?.toString() ?? null, annulled: one.annulled },
        ...{ retention: retentionBody(one.retention), thinnedAt: one.thinned_at?.toString() ?? null },
      }),
    ),
  };
}

function retentionBody(retention: CopyRetention | undefined): z.infer<typeof Retention> | null {
  if (!retention) return null;
  const { rule, due, atLatest } = retention;
  const { keep, years, countsFrom, basis, citation } = rule;
  return { keep, years, countsFrom, basis, citation, due: due?.toString() ?? null, atLatest: atLatest?.toString() ?? null };
}
