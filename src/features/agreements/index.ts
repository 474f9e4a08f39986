export { agreementPage } from './agreement.page.tsx';
export { agreementsApi } from './agreements.api.ts';
export { statusBody } from './api-answers.ts';
export { StatusBody } from './api-schemas.ts';
export { type AgreementOn, agreementsOfCountyOn, findAgreementOn, registerOn } from './catalogue.ts';
export { listAgreements } from './list-agreements.ts';
export { registerPage } from './register.page.tsx';
export { kindLabels, statusLabels, statusSentence } from './texts.ts';
export { versionsPage } from './versions.page.tsx';
