export { actionPlanPage } from './action-plan.page.tsx';
export { agreementPage } from './agreement.page.tsx';
export { agreementsApi } from './agreements.api.ts';
export { statusBody, summaryBody } from './api-answers.ts';
export { CitationBody } from './api-citations.ts';
export { AgreementSummary, PartyStatusBody, StatusBody } from './api-schemas.ts';
export { conditionBody } from './api-term-answers.ts';
export { ConditionBody } from './api-term-schemas.ts';
export { agreementsOfCountyOn, registeredOn, registerOn, rulesOn, versionOn } from './catalogue.ts';
export { rowChoices, sectionChoices } from './choices.ts';
export { diffApi } from './diff.api.ts';
export { diffPage } from './diff.page.tsx';
export { Runs as WordRuns } from './diff-text-parts.tsx';
export { documentsPage } from './documents.page.tsx';
export { heardApi } from './heard.api.ts';
export { findHeard } from './heard.sql.ts';
export { heardTexts } from './heard-texts.ts';
export { linksPage } from './links.page.ts';
export { listAgreements } from './list-agreements.ts';
export { marginTerms } from './margin-terms.ts';
export { allOutsideLinks } from './outside-links.ts';
export { levelNames, levelsGiven } from './participation-texts.ts';
export { PartyProviso, PartyStatusTag } from './party-parts.tsx';
export { partyStatusBody } from './party-status-body.ts';
export { PracticeText } from './practice-text.tsx';
export { practiceLabels, practiceTexts } from './practice-texts.ts';
export { registerPage } from './register.page.tsx';
export { statusOfParty } from './status-of-parties.ts';
export { type TaskRow, TaskTable } from './task-table.tsx';
export {
  actLabels,
  cadenceKindLabels,
  factLabel,
  kindLabels,
  refusals as agreementRefusals,
  statusLabels,
  statusSentence,
} from './texts.ts';
export { versionsPage } from './versions.page.tsx';
export { agreementsWorkedBy, type WorkedBy } from './worked-by.ts';
