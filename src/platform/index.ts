/** What features may use of the platform. The pool is not among it: queries run in the transaction a use-case is given. */

export type { Look } from './audited.ts';
export type { Clock } from './clock.ts';
export { onConstraint } from './db/constraints.ts';
export { type AskedBy, lockSubject, loneQuestion, sharedQuestion, type Tx, tellRevision } from './db/index.ts';
export { apiRouter, jsonAnswer, jsonBody, orNull, pathParam, problemAnswers, queryNumber } from './http/api.ts';
export { type ApiDocument, type DescribedOperation, operationsOf } from './http/api-document.ts';
export { type AppEnv, scopeOf } from './http/env.ts';
export { type FileFormat, fileAnswer } from './http/file-answer.ts';
export { fieldsOf, formOf, withoutUnseen } from './http/form.ts';
export { type KeysetPage, keysetPage, pageParams } from './http/keyset-page.ts';
export { localPath } from './http/local-path.ts';
export { bearerOf, LOGIN, LOGIN_OR_SYSTEM } from './http/logged-in.ts';
export { linkNext } from './http/next-page.ts';
export { problem, type RefusalTexts, sentenceOf } from './http/problem.ts';
export { rateLimit } from './http/rate-limit.ts';
export { forgetSecret, giveSecret, secretOf } from './http/session.ts';
export { readSentFile, readUpload } from './http/upload.ts';
export {
  type Attempt,
  type Authenticated,
  BACK_CHANNEL_LOGOUT_PATH,
  DEMO_LOGIN_PATH,
  DEMO_PROVIDER_PATH,
  type DemoAccount,
  hashOfSecret,
  LOGGED_OUT_PATH,
  LOGIN_CALLBACK_PATH,
  type LoginSetup,
  newSecret,
} from './identity/index.ts';
export { identityRefusals } from './identity/texts.ts';
export { newId, stableId } from './ids.ts';
export type { JobKind } from './jobs/index.ts';
export type { LiveAnswer, LiveConnection, LiveMember, LiveRooms } from './live/index.ts';
export { perRevision } from './per-revision.ts';
export { noteProgramLook } from './program-look.ts';
export { insertSeedAct } from './record.sql.ts';
export { type Act, type Facts, recorder, type Telling } from './record.ts';
export { checkSeal, parseCertificate, type Seal, type SealCertificate, sealPdf } from './seal/index.ts';
export { hashedText, type KeyRing } from './secrets/index.ts';
export { DEMO_SIGNING_PATH, type DemoSigning } from './signing/demo-signing.ts';
export { followOrder } from './signing/follow-order.ts';
export { type SigningService, SigningServiceFault } from './signing/signing-service.ts';
export { type Runtime, type Scope, type UseCaseContext, useCase } from './use-case.ts';
