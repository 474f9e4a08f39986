import type { Context } from 'hono';
import type { AppEnv } from '../../platform/index.ts';

/** A file may have so many bytes; the form around it a little more. */
const MOST_BYTES = 1_000_000;

export type SentFile = { readonly text: string; readonly stamp: string; readonly fault?: 'fileMissing' | 'tooLarge' | 'notText' };

/** The text of a file that was sent, or else what was pasted. What it is called counts for nothing: it is text, or it is refused. */
export async function sentFile(c: Context<AppEnv>): Promise<SentFile> {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (length > 2 * MOST_BYTES) return { text: '', stamp: '', fault: 'tooLarge' };
  const body = await c.req.parseBody();
  const stamp = typeof body.stamp === 'string' ? body.stamp : '';
  const pasted = typeof body.text === 'string' ? body.text : '';
  const file = body.fil instanceof File && body.fil.size > 0 ? body.fil : undefined;
  if ((file?.size ?? 0) > MOST_BYTES || pasted.length > MOST_BYTES) return { text: '', stamp, fault: 'tooLarge' };
  const text = file ? textOf(new Uint8Array(await file.arrayBuffer())) : pasted;
  if (text === undefined) return { text: pasted, stamp, fault: 'notText' };
  return text.trim() === '' ? { text, stamp, fault: 'fileMissing' } : { text, stamp };
}

/** Bytes as text: UTF-8, or what Swedish Excel writes unless it is told. Undefined when they are no text at all. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
