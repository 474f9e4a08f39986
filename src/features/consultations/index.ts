import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { answerFormPage } from './answer-form.page.ts';
import { compilationPage } from './compilation.page.tsx';
import { disposePage } from './dispose.page.tsx';
import { extendRoundPage } from './extend-round.page.ts';
import { givePages } from './give.page.tsx';
import { openRoundPage } from './open-round.page.ts';
import { roundPage } from './round.page.tsx';
import { roundsPage } from './rounds.page.tsx';
import { viewsPage } from './views.page.tsx';

export { awaitedConsultations } from './awaited.ts';
export { consultationsApi } from './consultations.api.ts';
export { type SeedAsked, seedConsultations, seedLocalConsultation } from './seed-consultations.ts';
export { refusals as consultationRefusals } from './texts-refusals.ts';

/** Every page of consultations. */
export const consultationPages: readonly Hono<AppEnv>[] = [
  roundsPage,
  openRoundPage,
  extendRoundPage,
  givePages,
  viewsPage,
  disposePage,
  compilationPage,
  answerFormPage,
  roundPage,
];
