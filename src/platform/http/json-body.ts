import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { jsonFaults } from './fit-text.ts';
import { problem } from './problem.ts';

const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Reads a request body at the border: right media type, not compressed, not too large (counted while it arrives, whatever its
 * headers promise), valid UTF-8, valid JSON of text a person could have written; else a refusal before any handler. `maxBytes`: the same everywhere, or by
 * address.
 */
export function strictJson({ maxBytes }: { maxBytes: number | ((path: string) => number) }) {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next();
    const text = await readText(c, typeof maxBytes === 'number' ? maxBytes : maxBytes(c.req.path), utf8);
    if (typeof text !== 'string') return problem(c, text);
    // Hono keeps promises of what it has read here; the handler's c.req.json() finds this one.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
    return next();
  });
}

async function readText(c: Context<AppEnv>, maxBytes: number, utf8: TextDecoder): Promise<string | Refusal> {
  if (!JSON_IN_UTF8.test(c.req.header('content-type') ?? '') || isEncoded(c)) return refuse('media-type');
  // A caller that goes away in the middle has sent nothing to read.
  const body = await readAtMost(c, maxBytes).catch(() => new Uint8Array());
  if (!body) return refuse('too-large');
  try {
    const text = utf8.decode(body);
    const faults = jsonFaults(JSON.parse(text));
    return faults.length > 0 ? refuse('input-invalid', { faults }) : text;
  } catch {
    return refuse('not-json');
  }
}

function isEncoded(c: Context<AppEnv>): boolean {
  return !/^(identity)?$/i.test((c.req.header('content-encoding') ?? '').trim());
}

/** The whole body, or undefined as soon as it is larger than allowed. A body of stated length is read in one go: HTTP holds it to that. */
async function readAtMost(c: Context<AppEnv>, maxBytes: number): Promise<Uint8Array | undefined> {
  const stated = c.req.header('content-length');
  if (Number(stated ?? 0) > maxBytes) return undefined;
  const whole = stated === undefined ? await gather(c.req.raw.body, maxBytes) : new Uint8Array(await c.req.arrayBuffer());
  return whole && whole.byteLength <= maxBytes ? whole : undefined;
}

async function gather(stream: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array | undefined> {
  if (!stream) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.byteLength;
    if (size > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
