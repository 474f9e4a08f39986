export { workPage } from './work.page.tsx';
