export { auditApi } from './audit.api.ts';
export { logPage } from './log.page.tsx';
export { ownExtractPage } from './own-extract.page.tsx';
export { ownLooks, ownPlanLooksPage } from './own-plan-looks.page.tsx';
export { patternsPage } from './patterns.page.tsx';
export { samplePage } from './sample.page.tsx';
export { samplesPage } from './samples.page.tsx';
export { refusals as auditRefusals } from './texts.ts';
export { whyPage } from './why/why.page.tsx';
