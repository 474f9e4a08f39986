export { indexPublished } from './index-published.ts';
export { rebuildSearch } from './rebuild.ts';
export { searchApi } from './search.api.ts';
export { searchPage } from './search.page.tsx';
