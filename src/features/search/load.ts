export { rebuildSearch } from './rebuild.ts';
