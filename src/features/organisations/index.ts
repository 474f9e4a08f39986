export { countyPage } from './county.page.tsx';
export { municipalityPage } from './municipality.page.tsx';
