export { searchApi } from './search.api.ts';
export { searchPage } from './search.page.tsx';
