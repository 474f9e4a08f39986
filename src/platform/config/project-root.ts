import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json, seen from the sources as well as from the bundle in dist: migrations and counties lie there. */
export const projectRoot = find(import.meta.dirname);

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
  return find(parent);
}
