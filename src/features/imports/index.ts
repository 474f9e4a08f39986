export { acceptedImport } from './accepted-import.ts';
export { MOST_REQUEST_BYTES } from './api-schemas.ts';
export { importsApi } from './imports.api.ts';
export { importsPage, MOST_UPLOAD_BYTES } from './imports.page.tsx';
export { proposalsApi } from './proposals.api.ts';
export { proposalsPage } from './proposals.page.tsx';
export { kindLabels as proposalKindLabels, proposalRefusals } from './proposals-texts.ts';
export { seedImport } from './seed-import.ts';
export { importRefusals } from './texts.ts';
