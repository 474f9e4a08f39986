import { createHash, randomBytes } from 'node:crypto';

/** A new id: a UUID of version 7, which sorts by the moment it was made (RFC 9562 §5.7). */
export function newId(now: Temporal.Instant = Temporal.Now.instant()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.epochMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  return asUuid(bytes);
}

/** The id of something that is known by a name: the same in every database (a UUID of version 8 over SHA-256, RFC 9562 §5.8). */
export function stableId(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  return asUuid(bytes);
}

/** Sixteen bytes as a UUID of the variant that RFC 9562 §4.1 names. */
function asUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
