export { countyPage } from './county.page.tsx';
export { municipalityPage } from './municipality.page.tsx';
export { type PlaceContact, readPlace } from './read-place.ts';
