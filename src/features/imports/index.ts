export { MOST_REQUEST_BYTES } from './api-schemas.ts';
export { importsApi } from './imports.api.ts';
export { importsPage, MOST_UPLOAD_BYTES } from './imports.page.tsx';
export { proposalsPage } from './proposals.page.tsx';
export { importRefusals } from './texts.ts';
