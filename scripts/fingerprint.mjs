import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './ensure-installed.mjs';

const stamp = join(root, 'dist', '.built');

/** A hash of all that goes into dist: sources (not tests), the scripts that build, the versions of what is installed. */
export function fingerprint() {
  const hash = createHash('sha256');
  const files = [
    ...filesIn(join(root, 'src')),
    ...filesIn(join(root, 'scripts')),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.json'),
  ];
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Was dist made from sources with this fingerprint? */
export function isBuiltFrom(sources) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}

/** Notes what dist was made from, when all of it is made. */
export function noteBuiltFrom(sources) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
