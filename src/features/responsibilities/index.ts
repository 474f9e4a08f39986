export { navigatorPage } from './navigator.page.tsx';
