export { refusals as consentRefusals } from './texts-refusals.ts';
