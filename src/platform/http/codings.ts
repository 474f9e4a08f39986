import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

/** How a body is packed: the content codings of HTTP that we offer. */
export type Coding = 'br' | 'gzip' | 'identity';

type Bytes = Uint8Array<ArrayBuffer>;

const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/;

/** A window of 256 kB is wider than any answer of ours. The usual one of 4 MB takes memory for every answer that is being packed. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 };

const compressBrotli = promisify(brotliCompress);

const packers: Record<Exclude<Coding, 'identity'>, (body: Uint8Array) => Promise<Uint8Array>> = {
  br: (body) => compressBrotli(body, { params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
  gzip: promisify(gzip),
};

const unpackers: typeof packers = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };

/** The best coding that the caller takes (`Accept-Encoding`) and the type of content gains by. */
export function codingFor(accepts: string, contentType: string): Coding {
  if (!COMPRESSIBLE.test(contentType)) return 'identity';
  const offered = accepts.split(',').map((part) => part.trim().split(';'));
  const takes = (name: string) => offered.some(([coding, quality]) => coding === name && !/^\s*q=0(\.0*)?$/.test(quality ?? ''));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

export async function pack(coding: Coding, body: Bytes): Promise<Bytes> {
  return coding === 'identity' ? body : new Uint8Array(await packers[coding](body));
}

export async function unpack(coding: Coding, body: Bytes): Promise<Bytes> {
  return coding === 'identity' ? body : new Uint8Array(await unpackers[coding](body));
}
