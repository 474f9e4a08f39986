import { canonicalDetails } from '../../domain/audit/line.ts';
import { sha256 } from './hash.ts';
import { LINE_COLUMNS } from './sealed-rows.sql.ts';

/**
 * A leaf as the database holds it. `own`: the hash that its event holds, when it is another than the leaf's. `ms`: when the event says it happened,
 * since 1970. `now`: the hash of its canonical line; undefined without an event, and for one with something in it that we never write: then the
 * event is to be read by itself. `line`: that line, when it was asked for.
 */
export type UnpackedLeaf = {
  readonly position: number;
  readonly event: string;
  readonly leaf: Buffer;
  readonly own: Buffer | undefined;
  readonly ms: number | undefined;
  readonly now: Buffer | undefined;
  readonly line: string | undefined;
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const HIGH = Uint8Array.from(HEX, (hex) => hex.charCodeAt(0));
const LOW = Uint8Array.from(HEX, (hex) => hex.charCodeAt(1));
const [QUOTE, COMMA, DASH, BACKSLASH, SPACE] = [0x22, 0x2c, 0x2d, 0x5c, 0x20];
const BEGIN = Buffer.from('\u0000["overens-audit-1",');
const NULL = Buffer.from('null');
const NO_DETAILS = Buffer.from('{}]');

/** PostgreSQL counts microseconds from here. */
const YEAR_2000 = Date.UTC(2000, 0, 1);
const YEAR_10000 = Date.UTC(10_000, 0, 1);

/** Kept, and filled anew for each event. */
let scratch = Buffer.alloc(0);

/**
 * Reads the records of `readSealedRows`, and hashes the canonical line of each. Four bytes of a record say how many columns follow, eight of each its
 * type and length.
 */
export function unpackLeaves(packed: Buffer, { withLines = false } = {}): UnpackedLeaf[] {
  // A uuid of 16 bytes becomes 38, and an instant of eight a quoted 24; everything else becomes shorter.
  if (scratch.length < packed.length * 2) scratch = Buffer.allocUnsafe(packed.length * 2);
  const line = scratch;
  const leaves: UnpackedLeaf[] = [];
  for (let at = 0; at < packed.length; ) {
    const position = int64(packed, at + 12);
    const id = at + 28;
    let to = writeUuid(line, write(line, 0, BEGIN), packed, id);
    const event = line.toString('latin1', to - 37, to - 1);
    line[to++] = COMMA;
    const leaf = packed.subarray(id + 24, id + 56);
    at = id + 56;
    const ownLength = packed.readInt32BE(at + 4);
    at += 8;
    const own = ownLength < 0 ? undefined : packed.subarray(at, at + ownLength);
    at += Math.max(0, ownLength) + 8;
    const ms = packed.readInt32BE(at - 4) < 0 ? undefined : int64(packed, at) / 1000 + YEAR_2000;
    if (ms !== undefined) at += 8;
    let usual = ms !== undefined && Number.isInteger(ms) && ms >= 0 && ms < YEAR_10000;
    if (usual) to += line.write(`"${new Date(ms ?? 0).toISOString()}",`, to, 'latin1');
    for (const { uuid } of LINE_COLUMNS) {
      const length = packed.readInt32BE(at + 4);
      at += 8;
      if (length < 0) to = write(line, to, NULL);
      else if (uuid) to = writeUuid(line, to, packed, at);
      else {
        usual &&= isPlain(packed, at, at + length);
        to = writeText(line, to, packed, at, at + length);
      }
      line[to++] = COMMA;
      at += Math.max(0, length);
    }
    const length = packed.readInt32BE(at + 4);
    at += 8;
    if (length === 2) to = write(line, to, NO_DETAILS);
    else if (length > 2 && usual) to += line.write(`${canonicalDetails(JSON.parse(packed.toString('utf8', at, at + length)))}]`, to);
    at += Math.max(0, length);
    const now = usual ? sha256(line.subarray(0, to)) : undefined;
    leaves.push({ position, event, leaf, own, ms, now, line: now && withLines ? line.toString('utf8', 1, to) : undefined });
  }
  return leaves;
}

// Each is handed what it needs, and answers where the next byte goes: a few hundred million bytes go through here.

function int64(packed: Buffer, at: number): number {
  return packed.readInt32BE(at) * 2 ** 32 + packed.readUInt32BE(at + 4);
}

function write(line: Buffer, to: number, constant: Buffer): number {
  for (let i = 0; i < constant.length; i++) line[to + i] = constant[i] ?? 0;
  return to + constant.length;
}

function writeUuid(line: Buffer, start: number, packed: Buffer, from: number): number {
  let to = start;
  line[to++] = QUOTE;
  for (let i = 0; i < 16; i++) {
    const byte = packed[from + i] ?? 0;
    if (i === 4 || i === 6 || i === 8 || i === 10) line[to++] = DASH;
    line[to++] = HIGH[byte] ?? 0;
    line[to++] = LOW[byte] ?? 0;
  }
  line[to++] = QUOTE;
  return to;
}

function writeText(line: Buffer, start: number, packed: Buffer, from: number, end: number): number {
  let to = start;
  line[to++] = QUOTE;
  for (let at = from; at < end; at++) line[to++] = packed[at] ?? 0;
  line[to++] = QUOTE;
  return to;
}

/** Does JSON write the text as it stands, between quotation marks? */
function isPlain(packed: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const byte = packed[at] ?? 0;
    if (byte < SPACE || byte === QUOTE || byte === BACKSLASH) return false;
  }
  return true;
}
