import type { Context } from 'hono';

/** The name and bytes of the file in a multipart form; undefined when none was sent. What it is, its bytes tell later. */
export async function sentBytes(c: Context): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const form = await c.req.formData().catch(() => new FormData());
  const sent = form.get('fil');
  if (!(sent instanceof File) || sent.name === '') return undefined;
  return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
}
