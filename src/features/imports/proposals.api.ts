import { createRoute, z } from '@hono/zod-openapi';
import type { Reviewed } from '../../domain/imports/proposals/review.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { EXAMPLE_IMPORT } from './api-schemas.ts';
import { ProposalAnswer, ProposalAnswered, ProposalList } from './proposal-schemas.ts';
import { proposalRefusals, proposalApiTexts as texts } from './proposals-texts.ts';
import { readProposals } from './read-proposals.ts';
import { reviewProposal } from './review-proposal.ts';
import { importRefusals } from './texts.ts';

const refusals = { ...importRefusals, ...proposalRefusals };
const params = z.strictObject({ id: pathParam(z.uuid(), 'id', { example: EXAMPLE_IMPORT }) });

/** What is proposed for a file that was read, and the answers of a person to it. */
export const proposalsApi = apiRouter();

proposalsApi.openapi(
  createRoute({
    method: 'get',
    path: '/imports/{id}/proposals',
    tags: ['imports'],
    security: LOGIN,
    summary: texts.list,
    request: { params },
    responses: { ...jsonAnswer(ProposalList, texts.list), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readProposals(scopeOf(c), c.req.valid('param'));
    return isRefusal(found) ? problem(c, found, refusals) : c.json({ proposals: found.items.map(proposalBody) }, 200);
  },
);

proposalsApi.openapi(
  createRoute({
    method: 'post',
    path: '/imports/{id}/answers',
    tags: ['imports'],
    security: LOGIN,
    summary: texts.answer,
    description: texts.answerNote,
    request: { params, body: jsonBody(ProposalAnswer) },
    responses: { ...jsonAnswer(ProposalAnswered, texts.answered), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { reason, ...typed } = c.req.valid('json');
    const done = await reviewProposal(scopeOf(c), { ...c.req.valid('param'), ...typed, ...(reason === undefined ? {} : { reason }) });
    return isRefusal(done) ? problem(c, done, refusals) : c.json({ seen: done.number }, 200);
  },
);

function proposalBody({ proposal, state, value, reason, number }: Reviewed) {
  const { id, kind, spans, sure } = proposal;
  return {
    id,
    kind,
    state,
    value: { ...value },
    proposed: { ...proposal.value },
    reason,
    because: proposal.reason,
    sure,
    seen: number,
    spans: spans.map(({ sentence, from, to }) => ({ sentence, from, to })),
  };
}
