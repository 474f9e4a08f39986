import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BackupKeys } from '../../secrets/index.ts';

// A sealed file: what it is, the salt of its backup, and then pieces of 64 KiB, each encrypted and authenticated (AES-256-GCM) with its number and whether
// it is the last. The key is of this file of this backup. So pieces cannot be changed, moved, left out or added, nor the file cut short, renamed, or taken
// from another backup; and nothing of it is handed on before it is tried.

const MAGIC = Buffer.from('overens-backup-2\n');
export const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
const PIECE = 64 * 1024;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

/** The file is not what was written: changed, cut short, of another name or backup, or under another key. */
export class NotAsSealed extends Error {
  override readonly name = 'NotAsSealed';
}

/** How a file is begun: its first bytes say what it is, and to which backup it belongs. */
function headerOf(salt: Uint8Array): Buffer {
  return Buffer.concat([MAGIC, salt]);
}

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(piece, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals what is written, piece by piece, and hands it to `take`. `end` must be called, or the file is no file. */
export function sealing(keys: BackupKeys, salt: Uint8Array, file: string, take: (bytes: Buffer) => Promise<void>) {
  const key = keys.fileKey(salt, file);
  const header = headerOf(salt);
  let waiting: Buffer = Buffer.alloc(0);
  let piece = 0;
  const give = async (plain: Buffer, last: boolean) => {
    const cipher = createCipheriv(CIPHER, key, nonceOf(piece, last), { authTagLength: TAG });
    cipher.setAAD(header);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    await take(piece === 0 ? Buffer.concat([header, sealed]) : sealed);
    piece += 1;
  };
  return {
    async write(bytes: Buffer): Promise<void> {
      waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
      let from = 0;
      for (; waiting.length - from > PIECE; from += PIECE) await give(waiting.subarray(from, from + PIECE), false);
      waiting = waiting.subarray(from);
    },
    end: () => give(waiting, true),
  };
}

/** What a sealed file holds, piece by piece. Throws `NotAsSealed`, or the system's own error. `salt`: of the backup it must belong to; any when absent. */
export async function* openSealed(path: string, file: string, keys: BackupKeys, salt?: Uint8Array): AsyncGenerator<Buffer, void> {
  let waiting: Buffer = Buffer.alloc(0);
  let opened: { key: KeyObject; header: Buffer } | undefined;
  let piece = 0;
  const open = (sealed: Buffer, last: boolean) => {
    if (!opened) throw new NotAsSealed();
    const plain = openPiece(opened, sealed, nonceOf(piece, last));
    piece += 1;
    return plain;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * PIECE })) {
    waiting = Buffer.concat([waiting, chunk as Buffer]);
    if (!opened && waiting.length >= HEADER_BYTES) {
      const own = waiting.subarray(MAGIC.length, HEADER_BYTES);
      if (!waiting.subarray(0, MAGIC.length).equals(MAGIC) || (salt && !own.equals(salt))) throw new NotAsSealed();
      opened = { key: keys.fileKey(own, file), header: Buffer.from(waiting.subarray(0, HEADER_BYTES)) };
      waiting = waiting.subarray(HEADER_BYTES);
    }
    let from = 0;
    for (; opened && waiting.length - from > PIECE + TAG; from += PIECE + TAG)
      yield open(waiting.subarray(from, from + PIECE + TAG), false);
    waiting = waiting.subarray(from);
  }
  yield open(waiting, true);
}

function openPiece({ key, header }: { key: KeyObject; header: Buffer }, sealed: Buffer, nonce: Buffer): Buffer {
  if (sealed.length < TAG) throw new NotAsSealed();
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new NotAsSealed();
  }
}

/** The salt of a sealed file's backup, as the file says it; undefined when it is no sealed file. */
export function saltOf(bytes: Buffer): Buffer | undefined {
  return bytes.length >= HEADER_BYTES && bytes.subarray(0, MAGIC.length).equals(MAGIC)
    ? bytes.subarray(MAGIC.length, HEADER_BYTES)
    : undefined;
}
