import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
let project = '';

/** The lint rules broken by the given files, in a project of their own under the real configuration. */
async function broken(files: Record<string, string>): Promise<string[]> {
  for (const [path, code] of Object.entries(files)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), code);
  }
  const run = promisify(execFile)(process.execPath, [biome, 'lint', '--reporter=json', 'src'], { cwd: project });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  for (const path of Object.keys(files)) await rm(join(project, path));
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string }[] };
  return diagnostics.map(({ category }) => category);
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'overens-imports-'));
  const config = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>;
  delete config.$schema;
  delete config.vcs;
  await writeFile(join(project, 'biome.json'), JSON.stringify(config));
  await cp(join(root, 'package.json'), join(project, 'package.json'));
});

afterAll(() => rm(project, { recursive: true, force: true }));

const use = (specifier: string) => `import { x } from '${specifier}';\n\nexport const y = x;\n`;

describe('imports point one way, and a planted violation is caught', () => {
  test.each([
    ['domain reaching the platform', 'src/domain/law/planted.ts', '../../platform/index.ts'],
    ['domain reaching a feature', 'src/domain/law/planted.ts', '../../features/law/index.ts'],
    ['domain doing I/O', 'src/domain/law/planted.ts', 'node:fs'],
    ['platform reaching a feature', 'src/platform/planted.ts', '../features/law/index.ts'],
    ['platform reaching ui', 'src/platform/http/planted.ts', '../../ui/index.ts'],
    ['ui reaching a feature', 'src/ui/planted.ts', '../features/law/index.ts'],
    ['ui reaching the platform', 'src/ui/components/planted.tsx', '../../platform/index.ts'],
    ['a feature reaching the inside of another', 'src/features/agreements/planted.ts', '../law/read-law.ts'],
    ['a part of a feature reaching the inside of another', 'src/features/agreements/part/planted.ts', '../../law/read-law.ts'],
    ['a part of a feature reaching the pool', 'src/features/agreements/part/planted.ts', '../../../platform/db/database.ts'],
    ['a feature reaching the pool', 'src/features/agreements/planted.ts', '../../platform/db/database.ts'],
    ['a feature reaching the driver', 'src/features/agreements/planted.ts', 'pg'],
    ['a feature reaching the composition root', 'src/features/agreements/planted.ts', '../../app.tsx'],
    ['a command reaching the composition root', 'src/cli/planted.ts', '../app.tsx'],
  ])('%s is refused', async (_what, path, specifier) => {
    expect(await broken({ [path]: use(specifier) })).toEqual(['lint/style/noRestrictedImports']);
  });

  test.each([
    ['a feature using the platform', 'src/features/agreements/planted.ts', '../../platform/index.ts'],
    ['a feature using another by its index', 'src/features/agreements/planted.ts', '../law/index.ts'],
    ['a part of a feature using its feature', 'src/features/agreements/part/planted.ts', '../read-agreement.ts'],
    ['a part of a feature using another by its index', 'src/features/agreements/part/planted.ts', '../../law/index.ts'],
    ['a part of a feature using domain', 'src/features/agreements/part/planted.ts', '../../../domain/refusal.ts'],
    ['a part of a feature using the platform', 'src/features/agreements/part/planted.ts', '../../../platform/index.ts'],
    ['a feature using domain', 'src/features/agreements/planted.ts', '../../domain/refusal.ts'],
    ['a feature using ui', 'src/features/agreements/planted.ts', '../../ui/index.ts'],
    ['domain using domain', 'src/domain/law/planted.ts', '../refusal.ts'],
    ['domain using zod', 'src/domain/law/planted.ts', 'zod'],
  ])('%s is allowed', async (_what, path, specifier) => {
    expect(await broken({ [path]: use(specifier) })).toEqual([]);
  });

  test('a cycle of imports is refused, types included', async () => {
    const found = await broken({
      'src/domain/a.ts': "import type { B } from './b.ts';\n\nexport type A = B | 1;\n",
      'src/domain/b.ts': "import type { A } from './a.ts';\n\nexport type B = A | 2;\n",
    });
    expect(new Set(found)).toEqual(new Set(['lint/suspicious/noImportCycles']));
  });
});
