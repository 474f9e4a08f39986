export { parseCertificate, type SealCertificate } from './certificate.ts';
export { checkSeal } from './check-seal.ts';
export { loadSeal, type Seal } from './seal-key.ts';
export { sealPdf } from './seal-pdf.ts';
