import { createRoute } from '@hono/zod-openapi';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { VerifyBody, VerifyRequest } from './api-schemas.ts';
import { apiTexts, documentRefusals } from './texts.ts';
import { headingOf, sentenceOf } from './verdict-answer.tsx';
import { MOST_FILE_BYTES, type Verification, verifyDocument } from './verify-document.ts';

export const documentsApi = apiRouter();

documentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/verify',
    tags: ['documents'],
    summary: apiTexts.verify,
    request: { body: jsonBody(VerifyRequest) },
    responses: { ...jsonAnswer(VerifyBody, apiTexts.verifyAnswer), ...problemAnswers(413) },
  }),
  async (c) => {
    const file = Uint8Array.from(Buffer.from(c.req.valid('json').file, 'base64'));
    if (file.byteLength === 0 || file.byteLength > MOST_FILE_BYTES) return problem(c, refuse('file-unreadable'), documentRefusals);
    const verification = await verifyDocument(scopeOf(c), { file });
    return isRefusal(verification) ? problem(c, verification, documentRefusals) : c.json(verifyBody(verification), 200);
  },
);

function verifyBody({ verdict, sha256, sealedBy, agreement }: Verification) {
  const document = verdict.state === 'not-authentic' || verdict.state === 'plan-copy' ? undefined : verdict.document;
  const later = verdict.state === 'superseded' ? verdict.later : verdict.state === 'valid' ? verdict.next : undefined;
  return {
    state: verdict.state,
    label: headingOf({ verdict, agreement }),
    detail: sentenceOf(verdict),
    why: verdict.state === 'not-authentic' ? verdict.why : null,
    sha256,
    document: document
      ? {
          agreement: document.slug,
          version: document.label,
          sealedAt: document.sealedAt.toString(),
          status: agreement?.status.code ?? null,
        }
      : null,
    seal: sealedBy ? { by: sealedBy.subject, certificate: sealedBy.fingerprint, demo: sealedBy.selfMade } : null,
    later: later ? { version: later.label, from: later.from } : null,
  };
}
