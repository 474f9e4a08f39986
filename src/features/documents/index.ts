export { documentsApi } from './documents.api.ts';
export { downloadPage } from './download.page.ts';
export { sealVersion } from './seal-version.ts';
export { documentRefusals } from './texts.ts';
export { verifyPage } from './verify.page.tsx';
