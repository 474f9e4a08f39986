/** `npm run build`: bundles the program and the command into dist, and builds what browsers fetch. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { ensureInstalled, environment, fail, node, root } from './ensure-installed.mjs';
import { fingerprint, noteBuiltFrom } from './fingerprint.mjs';

await ensureInstalled();
const sources = fingerprint();
const { build } = await import('esbuild');
await build(bundle).catch(() => fail('Bygget av programmet misslyckades.'));
const styles = [join(root, 'scripts', 'build-styles.mjs')];
const { status } = spawnSync(node, styles, { cwd: root, env: environment, stdio: 'inherit' });
if (status !== 0) fail('Bygget av stilmallen misslyckades.');
noteBuiltFrom(sources);
