export { backUp } from './back-up.ts';
export type { Manifest } from './manifest.ts';
export { reachDatabase } from './reach.ts';
export { refusesChanged } from './refuses-changed.ts';
export { restore } from './restore.ts';
export { backupRefusals } from './texts.ts';
