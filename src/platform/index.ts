/** What features may use of the platform. The pool is not among it: queries run in the transaction a use-case is given. */
export type { Tx } from './db/index.ts';
export { apiRouter, jsonAnswer, pathParam, problemAnswers, queryNumber } from './http/api.ts';
export { type ApiDocument, type DescribedOperation, operationsOf } from './http/api-document.ts';
export { type AppEnv, scopeOf } from './http/env.ts';
export { linkNext } from './http/next-page.ts';
export { problem, type RefusalTexts } from './http/problem.ts';
export { perRevision } from './per-revision.ts';
export { type Runtime, type Scope, useCase } from './use-case.ts';
