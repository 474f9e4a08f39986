import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { environment, fail, node, root } from './ensure-installed.mjs';
import { withLock } from './with-lock.mjs';

const stamp = join(root, 'dist', '.built');

/** Builds when dist is missing or was made from other sources. Ends the process with one line when the build fails. */
export async function ensureBuilt() {
  if (isBuilt(fingerprint())) return;
  await withLock(root, async () => {
    const sources = fingerprint();
    if (isBuilt(sources)) return;
    console.error('Bygger …');
    const { status, stdout, stderr } = spawnSync(node, [join(root, 'scripts', 'build.mjs')], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0) fail(`${stdout}${stderr}Bygget misslyckades: läs ovan.`);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, sources);
  });
}

function isBuilt(sources) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}

/** A hash of all that goes into dist: sources (not tests), the scripts that build, the versions of what is installed. */
function fingerprint() {
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

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
