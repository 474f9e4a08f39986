export { checkFolder, type SoundFolder } from './check-folder.ts';
export { type Change, loadFolders } from './load-folders.ts';
