import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure-installed.mjs';

/** How esbuild makes dist/main.js, dist/cli.js and the reader of files that runs beside them: our sources in one file each, the packages as they are in node_modules. */
export const bundle = {
  entryPoints: [
    { in: join(root, 'src', 'main.ts'), out: 'main' },
    { in: join(root, 'src', 'cli', 'main.ts'), out: 'cli' },
    { in: join(root, 'src', 'features', 'imports', 'read-worker.ts'), out: 'read-worker' },
  ].filter((entry) => existsSync(entry.in)),
  outdir: join(root, 'dist'),
  bundle: true,
  // Names are kept, for stack traces; without the blanks the program takes half a megabyte less of memory.
  minifyWhitespace: true,
  minifySyntax: true,
  packages: 'external',
  platform: 'node',
  target: 'node26',
  format: 'esm',
  sourcemap: true,
  sourcesContent: false,
  absWorkingDir: root,
  logLevel: 'warning',
};
