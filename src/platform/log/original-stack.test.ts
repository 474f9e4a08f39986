import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { originalStack } from './original-stack.ts';

let folder: string;
let bundle: string;
/** The stack of an error thrown in the bundle. */
let thrown: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overens-stack-'));
  await writeFile(
    join(folder, 'source.ts'),
    'type Gone = { one: string };\n\nexport const fail = (): Gone => {\n  throw new Error("fel");\n};\n',
  );
  bundle = join(folder, 'out.js');
  await build({ entryPoints: [join(folder, 'source.ts')], outfile: bundle, sourcemap: true, format: 'esm', minifyWhitespace: true });
  const column = (await readFile(bundle, 'utf8')).indexOf('throw') + 1;
  thrown = `Error: fel\n    at fail (${pathToFileURL(bundle)}:1:${column})`;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('names the place in the source that was bundled', () => {
  expect(originalStack(thrown)).toBe(`Error: fel\n    at fail (${pathToFileURL(join(folder, 'source.ts'))}:4:3)`);
});

test('leaves a place without a map as it is', () => {
  const stack = 'Error: fel\n    at run (file:///ingen/fil.js:1:2)\n    at node:internal/main:3:4';
  expect(originalStack(stack)).toBe(stack);
});

test('is what the log writes of an error', () => {
  const lines: string[] = [];
  const error = Object.assign(new Error('fel'), { stack: thrown });
  createLog('info', { write: (line) => lines.push(line) }).error({ err: error }, 'x');
  expect(JSON.parse(lines.join('')).err).toMatchObject({ message: 'fel', stack: expect.stringContaining('source.ts:4:3') });
});
