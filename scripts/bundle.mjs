import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure-installed.mjs';

/**
 * The packages that are put into our files with ours: those of which we use a small part, or which come in hundreds of small files. A program in one file starts sooner and
 * takes a tenth less of memory. What is put in must come with all that shares its types (`zod` and what describes it, `yjs` and its protocols), or there would be two of it.
 */
const within =
  /^(kysely|zod|@hono\/zod-openapi|@hono\/zod-validator|@asteasolutions\/zod-to-openapi|hono|@hono\/node-server|yjs|lib0|y-protocols|openid-client|oauth4webapi|jose|pg-boss|cron-parser|luxon|rrule-temporal|serialize-error|non-error)(\/|$)/;

/** Every other package stays as it is in node_modules. */
const packages = {
  name: 'packages',
  setup: (build) =>
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || within.test(path) ? undefined : { path, external: true },
    ),
};

/**
 * Writes what is left of signs beyond ASCII, in patterns, as escapes: with one such sign Node holds every letter of the file in two bytes. Columns of the
 * source map are some letters off to the right of them.
 */
const oneByte = {
  name: 'one-byte',
  setup: (build) =>
    build.onEnd(({ metafile }) => {
      for (const out of Object.keys(metafile?.outputs ?? {}).filter((path) => path.endsWith('.js'))) {
        const file = join(root, out);
        const escaped = readFileSync(file, 'utf8').replace(/[^\0-\x7f]/gu, (sign) =>
          sign.length > 1 ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        writeFileSync(file, escaped);
      }
    }),
};

/** How esbuild makes dist/main.js, dist/cli.js and the reader of files that runs beside them. */
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
  plugins: [packages, oneByte],
  metafile: true,
  platform: 'node',
  target: 'node26',
  format: 'esm',
  sourcemap: true,
  sourcesContent: false,
  absWorkingDir: root,
  logLevel: 'warning',
};
