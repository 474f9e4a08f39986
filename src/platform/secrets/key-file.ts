import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newKey, type PersonKeys, personKeysSchema } from './person-keys.ts';

/** The file's name within the folder. */
export const KEY_FILE = 'person-keys';

/** The file is there and is not what this program wrote. New keys would make every stored number unreadable, so none are made. */
export class KeyFileError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`The key file is damaged: ${file}`);
    this.name = 'KeyFileError';
    this.file = file;
  }
}

/**
 * The keys kept in `<folder>/person-keys`, made on the first call and the same ever after. For the embedded database, where nobody has
 * set the variables; with an external one the keys belong in the environment. Only the owner may read the file (mode 600, restored
 * when it has been widened). Two processes that start at once get the same keys. Throws `KeyFileError`, or the system's own error.
 */
export async function readOrCreateKeyFile(folder: string): Promise<PersonKeys> {
  const file = join(folder, KEY_FILE);
  const kept = (await readIfThere(file)) ?? (await create(folder, file));
  await chmod(file, 0o600);
  const parsed = personKeysSchema.safeParse(variablesOf(kept));
  if (!parsed.success) throw new KeyFileError(file);
  return { keys: parsed.data.PERSON_KEYS, hashKey: parsed.data.PERSON_HASH_KEY };
}

/** Written whole under another name and then linked: a link fails if another process was first, and never shows half a file. */
async function create(folder: string, file: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${randomUUID()}.new`;
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(`PERSON_KEYS=k1:${newKey()}\nPERSON_HASH_KEY=${newKey()}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(unfinished, file).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(file, 'utf8');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function variablesOf(content: string): Record<string, string> {
  const lines = content.split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
