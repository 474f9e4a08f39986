import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { adoptionPages } from './adoption-pages.tsx';
import { cadencePages } from './cadence-pages.tsx';
import { decidePages } from './decide-pages.tsx';
import { decisionPage } from './decision.page.tsx';
import { draftPage } from './draft.page.tsx';
import { draftsPage } from './drafts.page.tsx';
import { fromImportPage } from './from-import.page.ts';
import { gatesPage } from './gates.page.tsx';
import { groundPages } from './ground-pages.tsx';
import { ladderPages } from './ladder-pages.tsx';
import { ladderPartPages } from './ladder-part-pages.tsx';
import { localPage } from './local.page.tsx';
import { localPartPages } from './local-part-pages.tsx';
import { matrixPages } from './matrix-pages.tsx';
import { openPages } from './open.page.ts';
import { partyPages } from './party-pages.tsx';
import { remarkPages } from './remark-pages.tsx';
import { remarksPage } from './remarks.page.tsx';
import { rowMorePages } from './row-more-pages.tsx';
import { rowPages } from './row-pages.tsx';
import { sectionPages } from './section.page.tsx';
import { signingPages } from './signing-pages.tsx';
import { tablePages } from './table-pages.tsx';
import { termPages } from './term-pages.tsx';
import { withdrawPages } from './withdraw-pages.tsx';

export { awaitedDecisions } from './awaited.ts';
export { awaitedSuggestions } from './awaited-suggestions.ts';
export { draftsApi } from './drafts.api.ts';
export { findRevision, lockDraft } from './drafts.sql.ts';
export { findDraftText, findSeededDraft } from './find-draft-text.ts';
export { followSignature } from './follow-signature.ts';
export { followSignatures } from './follow-signatures.ts';
export { fromImportApi } from './from-import.api.ts';
export { hashOf } from './hash.ts';
export { documentOf, textOf } from './live-document.ts';
export { LiveRoom } from './live-room.ts';
export { liveSections } from './live-rooms.ts';
export type { LiveWhole, SharedText } from './live-shared.ts';
export { LiveStart } from './live-start.tsx';
export { HereInput } from './live-text.ts';
export { writeText } from './live-write.ts';
export { writerOf } from './live-writer.ts';
export { loadDraftFor } from './load-draft.ts';
export { draftHref } from './parts.tsx';
export { remarksApi } from './remarks.api.ts';
export { seedDrafts } from './seed-drafts.ts';
export { seedImported } from './seed-imported.ts';
export { type SeedPlace, seedLocal } from './seed-local.ts';
export { seedRemarks } from './seed-remarks.ts';
export { liveTexts } from './texts-live.ts';
export { refusals as draftRefusals } from './texts-refusals.ts';

/** Every page of working copies; those with fixed addresses first. */
export const draftPages: readonly Hono<AppEnv>[] = [
  openPages,
  fromImportPage,
  draftsPage,
  sectionPages,
  tablePages,
  termPages,
  partyPages,
  cadencePages,
  localPartPages,
  adoptionPages,
  ladderPages,
  ladderPartPages,
  matrixPages,
  rowPages,
  rowMorePages,
  groundPages,
  gatesPage,
  decisionPage,
  decidePages,
  localPage,
  withdrawPages,
  signingPages,
  remarkPages,
  remarksPage,
  draftPage,
];
