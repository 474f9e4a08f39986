import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** A form of ours is never larger: texts have their own limits, and files their own doors. */
const MOST_BYTES = 64 * 1024;

/** What a form sent, field by field: the last value of each, files left out. A larger form than ours is refused with 413. */
export async function formOf(c: Context): Promise<Record<string, string>> {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (length > MOST_BYTES) throw new HTTPException(413);
  const text = await c.req.text();
  if (Buffer.byteLength(text) > MOST_BYTES) throw new HTTPException(413);
  return Object.fromEntries(new URLSearchParams(text));
}
