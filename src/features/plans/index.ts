import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { answersForms } from './answers/answers-forms.page.ts';
import { calendarPage } from './calling/calendar.page.ts';
import { callingForms } from './calling/calling-forms.page.ts';
import { checksForm } from './checks/checks-forms.page.ts';
import { contentsForms } from './contents/contents-forms.page.ts';
import { copiesPage } from './copies/copies.page.tsx';
import { copiesForms } from './copies/copies-forms.page.ts';
import { ownCopiesPage } from './copies/own-copies.page.tsx';
import { ownPrintPage } from './copies/own-print.page.tsx';
import { printPage } from './copies/print.page.tsx';
import { followingForms } from './following/following-forms.page.ts';
import { ownFollowingForms } from './following/own-following-forms.page.tsx';
import { planForms } from './forms.page.ts';
import { handOverForms } from './handing-over/hand-over-forms.page.ts';
import { historyPage } from './history/history.page.tsx';
import { ownHistoryPage } from './history/own-history.page.tsx';
import { kindForms } from './kinds/kind-forms.page.ts';
import { notifyingForm } from './notifying/notifying-form.page.ts';
import { onPaperPage } from './on-paper/on-paper.page.tsx';
import { ownPlanForms } from './own/own-forms.page.ts';
import { ownManner } from './own/own-manner.page.ts';
import { planPage } from './plan.page.tsx';
import { plansPage } from './plans.page.tsx';
import { spokenForms } from './spoken/spoken-forms.page.ts';
import { ownSurveyPage } from './survey/own-survey.page.tsx';
import { surveyCodesPage } from './survey/survey-codes.page.tsx';
import { taskPage } from './tasks/task.page.tsx';
import { taskForms } from './tasks/task-forms.page.ts';
import { tasksPage } from './tasks/tasks.page.tsx';

export { answersApi } from './answers/answers.api.ts';
export { callingApi } from './calling/calling.api.ts';
export { planMeetingsApi } from './calling/meetings.api.ts';
export { remindSummonses } from './calling/remind-summonses.ts';
export { checksApi } from './checks/checks.api.ts';
export { planContentsApi } from './contents/contents.api.ts';
export { type SeedEstablished, seedEstablished } from './contents/seed-established.ts';
export { copiesApi } from './copies/copies.api.ts';
export { deliverCopies } from './copies/deliver-copies.ts';
export { type Loaded, loadPlan, lookAtPlan, standingOf, standingTo } from './load-plan.ts';

import { workspacePage } from './meeting/workspace.page.tsx';

export { insertChild as noteBorn } from './children.sql.ts';
export { followingApi } from './following/following.api.ts';
export { type SeedFollowUp, seedFollowUp } from './following/seed-following.ts';
export { type SeedHandOver, seedHandOver } from './handing-over/seed-hand-over.ts';
export { happeningsApi } from './history/happenings.api.ts';
export { kindsApi } from './kinds/kinds.api.ts';
export { liveNotes } from './meeting/live-notes.ts';
export { noteChild } from './note-child.ts';
export { notifyingApi } from './notifying/notifying.api.ts';
export { ownPlanPages } from './own/own.page.tsx';
export { isOwnPath, ownError } from './own/own-error.tsx';
export { ownForm } from './own/own-form.tsx';
export { EXIT_HREF, ownPage } from './own/own-page.tsx';
export { Name } from './own/own-parts.tsx';
export { ownRefusal } from './own/own-refusal.tsx';
export type { OwnSection } from './own/own-section.ts';
export { type Manner, mannerOf } from './own/words/manner.ts';
export { ownPlanHref, planHref, spokenHref } from './plan-href.ts';
export { plansApi } from './plans.api.ts';
export { listParties, type PartyRow } from './plans.sql.ts';
export { type SeedPlan, seedPlan } from './seed-plans.ts';
export { spokenApi, spokenParams } from './spoken/spoken.api.ts';
export { type SpokenSection, spokenPages } from './spoken/spoken.page.tsx';
export type { StandingFacts } from './standing.sql.ts';
export { planStepsApi } from './steps.api.ts';
export { type SeedTask, seedTask } from './tasks/seed-tasks.ts';
export { tasksApi } from './tasks/tasks.api.ts';
export { dataKindTexts } from './texts.ts';
export { refusals as planRefusals } from './texts-refusals.ts';
export { waitingPlans } from './waiting-plans.ts';

export { ownManner };

/** Every page of plans but the individual's own, which shows what other rooms know of it; those with fixed addresses first. */
export const planPages: readonly Hono<AppEnv>[] = [
  plansPage,
  tasksPage,
  taskPage,
  taskForms,
  planForms,
  callingForms,
  calendarPage,
  contentsForms,
  answersForms,
  followingForms,
  ownFollowingForms,
  handOverForms,
  historyPage,
  ownHistoryPage,
  surveyCodesPage,
  ownSurveyPage,
  checksForm,
  notifyingForm,
  kindForms,
  workspacePage,
  copiesForms,
  copiesPage,
  ownCopiesPage,
  printPage,
  ownPrintPage,
  onPaperPage,
  planPage,
  ownPlanForms,
  spokenForms,
];
