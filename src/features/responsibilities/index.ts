export { compareApi } from './compare.api.ts';
export { comparePage } from './compare.page.tsx';
export { matrixPage } from './matrix.page.tsx';
export { navigatorPage } from './navigator.page.tsx';
export { navigatorOn } from './navigator-on.ts';
export { responsibilitiesApi } from './responsibilities.api.ts';
export { rolePage } from './role.page.tsx';
export { rolesApi } from './roles.api.ts';
