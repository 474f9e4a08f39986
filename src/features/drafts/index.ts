import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { decidePages } from './decide-pages.tsx';
import { decisionPage } from './decision.page.tsx';
import { draftPage } from './draft.page.tsx';
import { draftsPage } from './drafts.page.tsx';
import { gatesPage } from './gates.page.tsx';
import { groundPages } from './ground-pages.tsx';
import { openPages } from './open.page.ts';
import { rowPages } from './row-pages.tsx';
import { sectionPages } from './section.page.tsx';
import { termPages } from './term-pages.tsx';

export { awaitedDecisions } from './awaited.ts';
export { draftsApi } from './drafts.api.ts';
export { seedDrafts } from './seed-drafts.ts';
export { refusals as draftRefusals } from './texts-refusals.ts';

/** Every page of working copies; those with fixed addresses first. */
export const draftPages: readonly Hono<AppEnv>[] = [
  openPages,
  draftsPage,
  sectionPages,
  termPages,
  rowPages,
  groundPages,
  gatesPage,
  decisionPage,
  decidePages,
  draftPage,
];
