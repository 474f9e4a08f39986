import type { Context } from 'hono';
import { type AppEnv, readUpload } from '../../platform/index.ts';

/** A file may have so many bytes; the form around it a little more. */
const MOST_BYTES = 1_000_000;

export type SentFile = { readonly text: string; readonly stamp: string; readonly fault?: 'fileMissing' | 'tooLarge' | 'notText' };

/** The text of a file that was sent, or else what was pasted. What it is called counts for nothing: it is text, or it is refused. */
export async function sentFile(c: Context<AppEnv>): Promise<SentFile> {
  const sent = await readUpload(c, { field: 'fil', mostBytes: MOST_BYTES });
  const { stamp = '', text: pasted = '' } = sent.fields;
  const fault = 'fault' in sent ? sent.fault : undefined;
  if (fault === 'file-too-large' || pasted.length > MOST_BYTES) return { text: '', stamp, fault: 'tooLarge' };
  if (fault === 'file-not-text') return { text: pasted, stamp, fault: 'notText' };
  const text = 'text' in sent ? sent.text : pasted;
  return text.trim() === '' ? { text, stamp, fault: 'fileMissing' } : { text, stamp };
}
