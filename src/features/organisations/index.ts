export { withUnitContacts } from './contacts-of-units.ts';
export { countyPage } from './county.page.tsx';
export { ensureOrganisations, municipalityId, regionId } from './ensure-organisations.ts';
export { municipalityPage } from './municipality.page.tsx';
export { organisationsApi } from './organisations.api.ts';
export { registerApi } from './register.api.ts';
export { insertOrganisation } from './register.sql.ts';
export { registerPages } from './register-pages.ts';
export { stampOf } from './stamp.ts';
