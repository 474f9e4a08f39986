/**
 * `npm run generate`: writes every file that is made from others and checked in. A test fails when one of them is stale.
 * Arguments limit it to some of them: `npm run generate -- permissions schemas`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, environment, fail, node, root } from './ensure-installed.mjs';

/** Script by what it writes, in an order where none needs one that comes later. */
const generators = {
  'db-types': 'generate-db-types.ts',
  schemas: 'generate-schemas.ts',
  openapi: 'generate-openapi.ts',
  permissions: 'generate-permissions.ts',
};

await ensureInstalled();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in generators));
if (unknown) fail(`There is no generator ${unknown}. Generators: ${Object.keys(generators).join(', ')}.`);
for (const name of asked.length > 0 ? asked : Object.keys(generators)) {
  const script = join(root, 'scripts', generators[name]);
  const args = ['--import', './scripts/tsx-hooks.mjs', script];
  const { status } = spawnSync(node, args, { cwd: root, env: environment, stdio: 'inherit' });
  if (status !== 0) fail(`The generator ${name} failed: read above.`);
}
