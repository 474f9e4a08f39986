import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** A form of ours is never larger: texts have their own limits, and files their own doors. */
const MOST_BYTES = 64 * 1024;

/**
 * What nobody can see and nobody means: control characters other than tabs and line breaks (the database cannot hold NUL), signs of no width, and
 * those that turn the direction of the text around, by which one name can be made to look like another.
 */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * What a form sent, with all values of each field in order, files left out; what nobody can see is taken away. More words than a form of ours has are refused
 * with 413.
 */
export async function fieldsOf(c: Context): Promise<URLSearchParams> {
  const text = isMultipart(c) ? await wordsOf(c) : await textOf(c);
  if (Buffer.byteLength(text) > MOST_BYTES) throw new HTTPException(413);
  return new URLSearchParams([...new URLSearchParams(text)].map(([name, value]) => [withoutUnseen(name), withoutUnseen(value)]));
}

function isMultipart(c: Context): boolean {
  return c.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
}

async function textOf(c: Context): Promise<string> {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (length > MOST_BYTES) throw new HTTPException(413);
  return c.req.text();
}

/** The words of a form that may have files with it, as a form without files sends them. How large the files may be is for their door to say. */
async function wordsOf(c: Context): Promise<string> {
  const form = await c.req.formData().catch(() => new FormData());
  return new URLSearchParams([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')).toString();
}

/** What a form sent, field by field: the last value of each, files left out. */
export async function formOf(c: Context): Promise<Record<string, string>> {
  return Object.fromEntries(await fieldsOf(c));
}

/** The text without what nobody can see and nobody means, made of whole characters. */
export function withoutUnseen(text: string): string {
  return text.toWellFormed().replaceAll(UNSEEN, '');
}
