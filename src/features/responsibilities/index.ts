export { comparePage } from './compare.page.tsx';
export { matrixPage } from './matrix.page.tsx';
export { navigatorPage } from './navigator.page.tsx';
export { responsibilitiesApi } from './responsibilities.api.ts';
export { rolePage } from './role.page.tsx';
