export { lagrumPage } from './lagrum.page.tsx';
export { lawApi } from './law.api.ts';
export { lawOfAgreement } from './law-of-agreement.tsx';
export { lawReferenceProps } from './law-reference.ts';
export { readLaw } from './read-law.ts';
