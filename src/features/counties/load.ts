/** Reading, checking and loading data folders: for the start, the commands and the tests, not for requests. */
export { checkFolder, type SoundFolder } from './check-folder.ts';
export { listCounties } from './counties.sql.ts';
export { type Change, loadFolders } from './load-folders.ts';
export { readDataFolders } from './read-data-folders.ts';
