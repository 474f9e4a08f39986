import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SealedLeaf } from '../../domain/audit/check-leaves.ts';
import { checkSealed } from '../../domain/audit/check-sealed.ts';
import { faultAt, faultOf } from '../../domain/audit/fault.ts';
import { checkpointFaults, type SignedCheckpoint } from './check-checkpoints.ts';
import { EXPORT_FILES } from './export-log.ts';
import { gatherFaults, type Verification } from './gather-faults.ts';
import { sha256Tree } from './hash.ts';
import { readNote, type TrustedKey } from './note.ts';

const CHUNK = 8_192;

/**
 * Tries an export with nothing but its files and the public keys that are trusted. Throws ENOENT when a file is missing. Two exports of the
 * same log fit together when the later one holds every checkpoint of the earlier.
 */
export async function verifyExport(folder: string, keys: readonly TrustedKey[]): Promise<Verification> {
  const found = gatherFaults();
  const checkpoints: SignedCheckpoint[] = [];
  const notes = (await readFile(join(folder, EXPORT_FILES.checkpoints), 'utf8')).split('\n').slice(0, -1);
  for (const note of notes) {
    const checkpoint = readCheckpoint(note, keys);
    if (checkpoint) checkpoints.push(checkpoint);
    else found.tell(faultOf('unreadable', { size: checkpoints.at(-1)?.size ?? 0, previous: 0 }));
  }
  const origins = new Set(checkpoints.map(({ origin }) => origin));
  for (const other of checkpoints.filter(({ origin }) => origins.size > 1 && origin !== checkpoints[0]?.origin)) {
    found.tell(faultOf('unreadable', other));
  }
  checkpoints.sort((a, b) => a.size - b.size);
  const signatures = checkpointFaults(checkpoints, keys);
  const check = checkSealed(sha256Tree, checkpoints, found.tell);
  let chunk: SealedLeaf[] = [];
  let count = 0;
  for await (const text of createInterface({
    input: createReadStream(join(folder, EXPORT_FILES.events)),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const leaf = readLeaf(text);
    if (leaf) chunk.push(leaf);
    else found.tell(faultAt('unreadable', count));
    count += 1;
    if (chunk.length === CHUNK) {
      check.add(chunk);
      chunk = [];
    }
  }
  check.add(chunk);
  const events = check.end();
  (await signatures).forEach(found.tell);
  return { ...found.answer(), events, checkpoints: checkpoints.length, waiting: 0 };
}

function readCheckpoint(text: string, keys: readonly TrustedKey[]): SignedCheckpoint | undefined {
  const note = readNote(unquoted(text), keys);
  if (!note) return undefined;
  return {
    ...note.checkpoint,
    rootBytes: Buffer.from(note.checkpoint.root, 'base64'),
    signature: note.signature,
    keyId: note.key?.id ?? '',
  };
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return '';
  }
}

const LEAF = /^\{"position":(\d{1,15}),"event":"([0-9a-f-]{36})","leaf":"([A-Za-z0-9+/]{43}=)","line":(null|\[.*\])\}$/;

/** The line is taken to the letter, so that nothing is lost or mended on the way to its hash. */
function readLeaf(text: string): SealedLeaf | undefined {
  const [, position, event, leaf, line] = LEAF.exec(text) ?? [];
  if (!position || !event || !leaf || !line) return undefined;
  return { position: Number(position), event, leaf: Buffer.from(leaf, 'base64'), now: line === 'null' ? undefined : sha256Tree.leaf(line) };
}
