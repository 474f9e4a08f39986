import { expect } from 'vitest';
import { type ApiDocument, type DescribedOperation, operationsOf } from '../../src/platform/index.ts';
import { faultsAgainst } from './json-schema.ts';
import type { Sent } from './requests.ts';
import { takesLogin } from './sessions.ts';

/** Words that would give away a sentence that nobody wrote in Swedish. */
const ENGLISH = /(?<!\p{L})(invalid|expected|received|required|must|should|the|undefined|NaN)(?!\p{L})/iu;

/** Fails unless the answer is one the document promises, whatever was sent. */
export async function judge(document: ApiDocument, one: Sent, answer: Response): Promise<void> {
  const { found, method } = one;
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(500);
  // Any page may read what the public may; what somebody who has logged in or shows a secret reads is for this site or system alone.
  const known = one.loggedIn || 'authorization' in one.headers;
  expect(answer.headers.get('access-control-allow-origin')).toBe(known && method !== 'OPTIONS' ? null : '*');
  if (one.loggedIn) expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  if (method === 'OPTIONS') return expect(answer.status).toBe(204);
  if (method === 'HEAD') return expect(text).toBe('');
  if (answer.status === 304) return expect(text).toBe('');
  if (answer.status === 200) return judgeAnswer(document, answeredBy(document, one), answer, text, one);
  judgeProblem(document, answer, text);
  if (method !== found.method.toUpperCase()) return;
  if (one.must === 'fits') expect(promised(found), text).toContain(answer.status);
  if (one.must === 'fits' && answer.status === 422) expect(JSON.parse(text).code, 'the document allows this').not.toBe('input-invalid');
}

/** The operation that a request met: the one it was made for, or another at the same address when its method was bent. */
function answeredBy(document: ApiDocument, { found, method }: Sent): DescribedOperation {
  if (method === found.method.toUpperCase()) return found;
  return operationsOf(document).find((one) => one.path === found.path && one.method.toUpperCase() === method) ?? found;
}

function judgeAnswer(document: ApiDocument, found: DescribedOperation, answer: Response, text: string, one: Sent): void {
  // What was bent for one operation may fit another at the same address.
  if (found === one.found)
    expect(one.must, `the document does not allow this, and it was answered: ${text.slice(0, 300)}`).not.toBe('faulty');
  expect(one.method).toBe(found.method.toUpperCase());
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(takesLogin(found) && !one.loggedIn, 'this takes a login').toBe(false);
  // What changes without a load is never kept.
  const isKept = !takesLogin(found) && answer.headers.get('cache-control') !== 'no-store';
  if (found.method === 'get' && isKept) expect(answer.headers.get('etag')).toMatch(/^W\/".+"$/);
  if (answer.headers.has('content-encoding')) return;
  const schema = found.operation.responses?.[200]?.content?.['application/json']?.schema;
  expect(faultsAgainst(document, schema, JSON.parse(text))).toEqual([]);
}

function judgeProblem(document: ApiDocument, answer: Response, text: string): void {
  expect(answer.headers.get('content-type'), text).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(text) as { status: number; title: string; detail: string; errors?: { pointer: string; detail: string }[] };
  expect(faultsAgainst(document, document.components?.schemas?.Problem, problem)).toEqual([]);
  expect(problem.status).toBe(answer.status);
  for (const sentence of [problem.detail, ...(problem.errors ?? []).map(({ detail }) => detail)]) {
    expect(sentence).toMatch(/^[A-ZÅÄÖ].*[.!?]$/su);
    expect(sentence.replaceAll(/"[^"]*"|”[^”]*”/g, '')).not.toMatch(ENGLISH);
  }
  for (const { pointer } of problem.errors ?? []) expect(pointer).toMatch(/^(#|query:|path:)(\/|$)/);
  if (problem.status === 422) expect(problem.errors?.length ?? 0).toBeGreaterThan(0);
  if (problem.status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Cookie /);
  if (problem.status === 405) expect(answer.headers.get('allow')).toMatch(/OPTIONS/);
}

function promised({ operation }: DescribedOperation): number[] {
  return Object.keys(operation.responses ?? {}).map(Number);
}
