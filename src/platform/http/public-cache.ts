import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Coding, codingFor, pack, packFirst, unpack } from './codings.ts';
import type { AppEnv } from './env.ts';
import { watchWritten } from './written-page.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A body as it is sent. `lightly`: packed in a hurry, to be packed better when it is asked for again. */
type Body = { bytes: Bytes; lightly: boolean };

/** A kept answer, packed in the ways that were asked for: mostly in one, and a page takes a seventh of its room. */
type Kept = { headers: [string, string][]; etag: string; bodies: Map<Coding, Body>; bytes: number };

/**
 * Public answers are pure functions of the loaded data's revision, the day, the address and the remembered county.
 * They are kept under exactly those, packed, and answered with an ETag and 304: lightly the first time, since most addresses are
 * asked for once, and better behind the back of the second who asks. Whatever the method, the use-cases behind
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
    const runtime = c.get('runtime');
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
    const key = `${c.get('county') ?? ''} ${pathname}${search}`;
    let entry = kept.get(key);
    const isAgain = entry !== undefined;
    if (entry) {
      kept.delete(key);
      kept.set(key, entry);
    } else {
      const textOf = watchWritten(c);
      await next();
      if (c.res.status !== 200 || c.res.headers.has('set-cookie') || c.res.headers.get('cache-control') === 'no-store') return;
      entry = await newEntry(key, c.res, textOf(c.res), codingOf(c, c.res.headers));
      if (epoch === today) {
        bytes += entry.bytes - (kept.get(key)?.bytes ?? 0);
        kept.set(key, entry);
        forgetUntilItFits();
      }
    }
    c.res = undefined;
    const used = entry;
    const onGrow = (grown: number) => {
      if (kept.get(key) !== used) return;
      bytes += grown;
      forgetUntilItFits();
    };
    const coding = codingOf(c, new Headers(entry.headers));
    c.res = await answer(c, entry, coding, onGrow);
    if (isAgain && entry.bodies.get(coding)?.lightly) void packBetter(entry, coding, onGrow);
  });
}

/** What an entry takes beside its bodies: headers, maps, ids. */
const ENTRY_BYTES = 2_000;

function codingOf(c: Context<AppEnv>, headers: Headers): Coding {
  return codingFor(c.req.header('accept-encoding') ?? '', headers.get('content-type') ?? '');
}

async function newEntry(key: string, response: Response, text: string | undefined, coding: Coding): Promise<Kept> {
  const plain = text === undefined ? new Uint8Array(await response.arrayBuffer()) : new TextEncoder().encode(text);
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  const body = await bodyOf(coding, plain);
  const bytes = ENTRY_BYTES + 2 * key.length + body.bytes.byteLength;
  return { headers: [...response.headers], etag, bodies: new Map([[coding, body]]), bytes };
}

async function bodyOf(coding: Coding, plain: Bytes): Promise<Body> {
  const { body, lightly } = await packFirst(coding, plain);
  return { bytes: body, lightly };
}

async function answer(c: Context<AppEnv>, entry: Kept, coding: Coding, onGrow: (bytes: number) => void): Promise<Response> {
  const headers = new Headers(entry.headers);
  headers.set('etag', entry.etag);
  headers.set('cache-control', headers.get('cache-control') ?? 'no-cache');
  headers.set('vary', 'accept-encoding, cookie');
  if (matches(c.req.header('if-none-match'), entry.etag)) return new Response(null, { status: 304, headers });
  const body = entry.bodies.get(coding) ?? (await bodyOf(coding, await plainOf(entry)));
  if (!entry.bodies.has(coding)) put(entry, coding, body, onGrow);
  if (coding !== 'identity') headers.set('content-encoding', coding);
  headers.set('content-length', String(body.bytes.byteLength));
  return new Response(body.bytes, { status: 200, headers });
}

/** Puts a better packed body in the place of the one that was packed in a hurry; if that fails, the one there is still good. */
async function packBetter(entry: Kept, coding: Coding, onGrow: (bytes: number) => void): Promise<void> {
  const hurried = entry.bodies.get(coding);
  if (!hurried) return;
  hurried.lightly = false;
  const bytes = await pack(coding, await unpack(coding, hurried.bytes)).catch(() => hurried.bytes);
  put(entry, coding, { bytes, lightly: false }, onGrow);
}

function put(entry: Kept, coding: Coding, body: Body, onGrow: (bytes: number) => void): void {
  const grown = body.bytes.byteLength - (entry.bodies.get(coding)?.bytes.byteLength ?? 0);
  entry.bodies.set(coding, body);
  entry.bytes += grown;
  onGrow(grown);
}

async function plainOf({ bodies }: Kept): Promise<Bytes> {
  const [first] = bodies;
  if (!first) throw new Error('a kept answer has no body');
  return unpack(first[0], first[1].bytes);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => plain(tag) === plain(etag));
}
