import type { Context } from 'hono';

/** `file-missing`: none was sent, or an empty one. `file-too-large`. `file-not-text`: its bytes are no text, whatever it is called. */
type UploadFault = 'file-missing' | 'file-too-large' | 'file-not-text';

/** The fields of a form, and the file in it as text or what is wrong with it. */
type Upload = { readonly fields: Readonly<Record<string, string>> } & ({ readonly text: string } | { readonly fault: UploadFault });

/** How files begin that are something else than text and yet might be read as such. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, and with it xlsx, docx, ods
  [0x50, 0x4b, 0x05, 0x06],
  [0x25, 0x50, 0x44, 0x46], // pdf
  [0x4d, 0x5a, 0x90], // Windows programs
  [0x7f, 0x45, 0x4c, 0x46], // Linux programs
  [0xcf, 0xfa, 0xed, 0xfe], // macOS programs
  [0xd0, 0xcf, 0x11, 0xe0], // xls, doc
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // rtf
];

/**
 * Reads the text file of a multipart form, at most `mostBytes`. What it is called and what it says it is count for nothing: its bytes are text in UTF-8
 * or Windows-1252, or it is refused. Answers the text and the other fields of the form, or the fault.
 */
export async function readUpload(c: Context, { field, mostBytes }: { field: string; mostBytes: number }): Promise<Upload> {
  const form = await c.req.formData().catch(() => new FormData());
  const sent = form.get(field);
  const fields = Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  if (!(sent instanceof File) || sent.size === 0) return { fields, fault: 'file-missing' };
  if (sent.size > mostBytes) return { fields, fault: 'file-too-large' };
  const text = textOf(new Uint8Array(await sent.arrayBuffer()));
  return text === undefined ? { fields, fault: 'file-not-text' } : { fields, text };
}

/**
 * Reads the file of a multipart form as it is, at most `mostBytes`; whoever asks finds out from its bytes what it is. Answers the bytes, or what is wrong.
 */
export async function readSentFile(
  c: Context,
  { field, mostBytes }: { field: string; mostBytes: number },
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly fault: 'file-missing' | 'file-too-large' }> {
  const form = await c.req.formData().catch(() => new FormData());
  const sent = form.get(field);
  if (!(sent instanceof File) || sent.size === 0) return { fault: 'file-missing' };
  if (sent.size > mostBytes) return { fault: 'file-too-large' };
  return { bytes: new Uint8Array(await sent.arrayBuffer()) };
}

/** Bytes as text: UTF-8, or Windows-1252, which Swedish spreadsheets write. Undefined when they are something else. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return undefined;
  if (bytes.some((byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // These five are no signs at all in Windows-1252.
    return bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) ? undefined : new TextDecoder('windows-1252').decode(bytes);
  }
}
