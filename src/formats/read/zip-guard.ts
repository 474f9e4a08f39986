import { inflateRawSync } from 'node:zlib';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { MOST_RATIO, MOST_UNPACKED } from './limits.ts';

export type ZipRefusal = Refusal<'file-broken' | 'file-encrypted' | 'file-unpacks-too-large'>;
type Entry = { readonly name: string; readonly bytes: Buffer; readonly method: number; readonly declared: number };

const MOST_ENTRIES = 5_000;

/**
 * Unpacks the parts of a zip file within limits, before anything else does: what a file says of its own sizes counts for nothing. Answers the parts
 * that were asked for. Refuses `file-broken`, `file-encrypted` and `file-unpacks-too-large`.
 */
export function unpackGuarded(bytes: Uint8Array, wanted: readonly string[]): Map<string, Buffer> | ZipRefusal {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if ('refused' in entries) return entries;
  const most = Math.min(MOST_UNPACKED, Math.max(bytes.length * MOST_RATIO, 1024 * 1024));
  let left = most;
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    if (entry.declared > left) return refuse('file-unpacks-too-large');
    const part = inflated(entry, left);
    if (part === undefined) return refuse('file-broken');
    if (part === 'too-large' || part.length > left) return refuse('file-unpacks-too-large');
    left -= part.length;
    if (wanted.includes(entry.name)) found.set(entry.name, part);
  }
  return found;
}

function inflated({ bytes, method }: Entry, most: number): Buffer | 'too-large' | undefined {
  if (method === 0) return bytes;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(bytes, { maxOutputLength: most + 1 });
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : undefined;
  }
}

function entriesOf(zip: Buffer): Entry[] | ZipRefusal {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > zip.length) return refuse('file-broken');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return refuse('file-unpacks-too-large');
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return refuse('file-broken');
    const flags = zip.readUInt16LE(at + 8);
    const [packed, declared, nameLength, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    if ((flags & 1) === 1) return refuse('file-encrypted');
    if (local + 30 > zip.length || zip.readUInt32LE(local) !== 0x04034b50) return refuse('file-broken');
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (start + packed > zip.length) return refuse('file-broken');
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, bytes: zip.subarray(start, start + packed), method: zip.readUInt16LE(at + 10), declared });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
