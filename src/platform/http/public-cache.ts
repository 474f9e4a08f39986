import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

type Encoding = 'br' | 'gzip' | 'identity';
type Kept = { headers: [string, string][]; etag: string; bodies: Map<Encoding, Uint8Array<ArrayBuffer>>; bytes: number };

const brotli = promisify(brotliCompress);

/** A window of 256 kB is wider than any answer of ours. The usual one of 4 MB takes memory for every answer that is being compressed. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 };

const compress: Record<Exclude<Encoding, 'identity'>, (body: Uint8Array) => Promise<Uint8Array>> = {
  br: (body) => brotli(body, { params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
  gzip: promisify(gzip),
};

const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/;

/**
 * Public answers are pure functions of the loaded data's revision, the day, the address and the remembered county.
 * They are kept under exactly those, compressed once, and answered with an ETag and 304. Whatever the method, the use-cases behind
 * are told the revision, so that what they remember under it needs no question to the database.
 * A load raises the revision, so no answer outlives its data; `maxBytes` bounds the memory.
 */
export function publicCache({ maxBytes }: { maxBytes: number }) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  let epoch = '';

  const forgetUntilItFits = () => {
    for (const [key, entry] of kept) {
      if (bytes <= maxBytes) return;
      kept.delete(key);
      bytes -= entry.bytes;
    }
  };

  return createMiddleware<AppEnv>(async (c, next) => {
    const { runtime } = c.var;
    const revision = await runtime.database.revision();
    c.set('revision', revision);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const today = `${revision} ${runtime.clock.today()}`;
    if (today !== epoch) {
      kept.clear();
      bytes = 0;
      epoch = today;
    }
    const { pathname, search } = new URL(c.req.url);
    const key = `${c.var.county ?? ''} ${pathname}${search}`;
    let entry = kept.get(key);
    if (entry) {
      kept.delete(key);
      kept.set(key, entry);
    } else {
      await next();
      if (c.res.status !== 200 || c.res.headers.has('set-cookie') || c.res.headers.get('cache-control') === 'no-store') return;
      entry = await keep(key, c.res);
      if (epoch === today) {
        bytes += entry.bytes - (kept.get(key)?.bytes ?? 0);
        kept.set(key, entry);
        forgetUntilItFits();
      }
    }
    c.res = undefined;
    const used = entry;
    c.res = await answer(c, entry, (grown) => {
      if (kept.get(key) !== used) return;
      bytes += grown;
      forgetUntilItFits();
    });
  });
}

/** What an entry takes beside its bodies: headers, maps, ids. */
const ENTRY_BYTES = 2_000;

async function keep(key: string, response: Response): Promise<Kept> {
  const body = new Uint8Array(await response.arrayBuffer());
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return {
    headers: [...response.headers],
    etag,
    bodies: new Map([['identity', body]]),
    bytes: ENTRY_BYTES + 2 * key.length + body.byteLength,
  };
}

async function answer(c: Context<AppEnv>, entry: Kept, onGrow: (bytes: number) => void): Promise<Response> {
  const headers = new Headers(entry.headers);
  headers.set('etag', entry.etag);
  headers.set('cache-control', headers.get('cache-control') ?? 'no-cache');
  headers.set('vary', 'accept-encoding, cookie');
  if (matches(c.req.header('if-none-match'), entry.etag)) return new Response(null, { status: 304, headers });
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '', headers.get('content-type') ?? '');
  let body = entry.bodies.get(encoding);
  if (!body) {
    body = new Uint8Array(await compress[encoding as 'br' | 'gzip'](entry.bodies.get('identity') ?? new Uint8Array()));
    if (!entry.bodies.has(encoding)) {
      entry.bodies.set(encoding, body);
      entry.bytes += body.byteLength;
      onGrow(body.byteLength);
    }
  }
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.byteLength));
  return new Response(body, { status: 200, headers });
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => plain(tag) === plain(etag));
}

function encodingFor(accepts: string, contentType: string): Encoding {
  if (!COMPRESSIBLE.test(contentType)) return 'identity';
  const offered = accepts.split(',').map((part) => part.trim().split(';'));
  const takes = (name: string) => offered.some(([coding, quality]) => coding === name && !/^\s*q=0(\.0*)?$/.test(quality ?? ''));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
