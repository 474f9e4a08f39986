import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, constants, gunzip, gzip, gzipSync } from 'node:zlib';

/** How a body is packed: the content codings of HTTP that we offer. */
export type Coding = 'br' | 'gzip' | 'identity';

type Bytes = Uint8Array<ArrayBuffer>;

const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/;

/** A window of 256 kB is wider than any answer of ours. The usual one of 4 MB takes memory for every answer that is being packed. */
const brotli = (quality: number, size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
});

/** The next better takes as long and twice the memory, those after it both. */
const GOOD = 6;

type Packed = Exclude<Coding, 'identity'>;

const compressBrotli = promisify(brotliCompress);

const packers: Record<Packed, (body: Uint8Array) => Promise<Uint8Array>> = {
  br: (body) => compressBrotli(body, brotli(GOOD, body.byteLength)),
  gzip: promisify(gzip),
};

/**
 * A tenth larger than by `packers`, for a quarter of the work. An answer as long as a reading page is packed as well as ever: that
 * takes some two milliseconds more, a fraction of what it took to make, and keeps the page within its weight for the first who asks.
 */
const lightPackers: Record<Packed, (body: Uint8Array) => Uint8Array> = {
  br: (body) => brotliCompressSync(body, brotli(body.byteLength > LONG_BYTES ? GOOD : 3, body.byteLength)),
  gzip: (body) => gzipSync(body, { level: body.byteLength > LONG_BYTES ? 6 : 3 }),
};

/** Longer than the pages that are not agreements read as documents. */
const LONG_BYTES = 64 * 1024;

/** Up to here, in bytes, packing lightly takes less time than handing the work to another thread does. */
const LIGHT_BYTES = 256 * 1024;

const unpackers: typeof packers = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };

/** The best coding that the caller takes (`Accept-Encoding`) and the type of content gains by. */
export function codingFor(accepts: string, contentType: string): Coding {
  if (!COMPRESSIBLE.test(contentType)) return 'identity';
  const offered = accepts.split(',').map((part) => part.trim().split(';'));
  const takes = (name: string) => offered.some(([coding, quality]) => coding === name && !/^\s*q=0(\.0*)?$/.test(quality ?? ''));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** Packs as well as pays for an answer that is sent many times. */
export async function pack(coding: Coding, body: Bytes): Promise<Bytes> {
  return coding === 'identity' ? body : new Uint8Array(await packers[coding](body));
}

/** Packs an answer that may never be sent again: at once, and lightly unless it is so long that it pays at the first time. */
export async function packFirst(coding: Coding, body: Bytes): Promise<{ body: Bytes; lightly: boolean }> {
  if (coding === 'identity' || body.byteLength > LIGHT_BYTES) return { body: await pack(coding, body), lightly: false };
  return { body: new Uint8Array(lightPackers[coding](body)), lightly: body.byteLength <= LONG_BYTES };
}

export async function unpack(coding: Coding, body: Bytes): Promise<Bytes> {
  return coding === 'identity' ? body : new Uint8Array(await unpackers[coding](body));
}
