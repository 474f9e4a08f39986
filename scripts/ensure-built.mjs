import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, fail, node, root } from './ensure-installed.mjs';
import { fingerprint, isBuiltFrom } from './fingerprint.mjs';
import { withLock } from './with-lock.mjs';

/** Builds when dist is missing or was made from other sources. Ends the process with one line when the build fails. */
export async function ensureBuilt() {
  if (isBuiltFrom(fingerprint())) return;
  await withLock(root, async () => {
    if (isBuiltFrom(fingerprint())) return;
    console.error('Bygger …');
    const build = [join(root, 'scripts', 'build.mjs')];
    const { status, stdout, stderr } = spawnSync(node, build, { cwd: root, env: environment, encoding: 'utf8' });
    if (status !== 0) fail(`${stdout}${stderr}Bygget misslyckades: läs ovan.`);
  });
}
