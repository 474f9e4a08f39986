import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../src/platform/config/index.ts';

/** A script of the bench as one file: it reaches sources with JSX in them, which Node does not read. Answers where the file is. */
export async function bundled(script: string): Promise<string> {
  const outfile = join(projectRoot, 'var', 'bench', `${basename(script, '.ts')}.mjs`);
  await build({
    entryPoints: [join(projectRoot, 'bench', script)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  return outfile;
}
