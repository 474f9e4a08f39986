import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database, Tx } from '../db/index.ts';
import { checkpointOfRow } from './check-checkpoints.ts';
import { type TrustedKey, writeNote } from './note.ts';
import { readLeaves } from './read-leaves.ts';
import { readCheckpoints } from './sealed.sql.ts';
import { pemOf } from './signing-key.ts';

/** The files of an export. */
export const EXPORT_FILES = { events: 'events.ndjson', checkpoints: 'checkpoints.ndjson', key: 'public-key.pem' } as const;

const CHUNK = 1_024;

/**
 * Writes the sealed log to a folder, which is made if needed and must not hold an export already (EEXIST otherwise): a line for each event
 * (`{"position", "leaf", "line"}`, the line as it was sealed), one for each signed checkpoint (a JSON string: a signed note), and the first of the
 * public keys. The others are earlier ones, for the checkpoints signed with them. Answers how many of each.
 */
export async function exportLog(
  database: Pick<Database, 'asOwner'>,
  folder: string,
  keys: readonly [TrustedKey, ...TrustedKey[]],
): Promise<{ events: number; checkpoints: number }> {
  await mkdir(folder, { recursive: true });
  return database.asOwner(async (tx) => {
    const checkpoints = (await readCheckpoints(tx)).map(checkpointOfRow);
    const events = checkpoints.at(-1)?.size ?? 0;
    const notes = checkpoints.map((checkpoint) => {
      const key = keys.find(({ id }) => id === checkpoint.keyId) ?? keys[0];
      return `${JSON.stringify(writeNote(checkpoint, checkpoint.signature, key))}\n`;
    });
    await writeFile(join(folder, EXPORT_FILES.key), pemOf(keys[0].key), { flag: 'wx' });
    await writeFile(join(folder, EXPORT_FILES.checkpoints), notes.join(''), { flag: 'wx', mode: 0o600 });
    const file = createWriteStream(join(folder, EXPORT_FILES.events), { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(linesOf(tx, events)), file);
    return { events, checkpoints: checkpoints.length };
  });
}

async function* linesOf(tx: Tx, size: number): AsyncGenerator<string> {
  for (let from = 0; from < size; from += CHUNK) {
    const leaves = await readLeaves(tx, from, Math.min(from + CHUNK, size), { withLines: true });
    yield leaves
      .map(({ position, event, leaf, line = 'null' }) => {
        return `{"position":${position},"event":"${event}","leaf":"${leaf.toString('base64')}","line":${line}}\n`;
      })
      .join('');
  }
}
