export { workApi } from './work.api.ts';
export { workPage } from './work.page.tsx';
