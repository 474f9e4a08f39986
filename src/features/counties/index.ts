export { chooseCountyPage } from './choose-county.page.ts';
export { countiesApi } from './counties.api.ts';
export { allCounties, allKnowledge, nationalFile } from './counties.ts';
export { municipalityOptions, placeOptions } from './place-options.ts';
export { municipalitiesOf, readCounties, readCounty, readNational } from './read-counties.ts';
export { shellOf } from './shell.ts';
