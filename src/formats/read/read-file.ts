import type { SourceText } from '../../domain/imports/source-text.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type FileKind, type KindRefusal, kindOfFile } from './file-kind.ts';
import { MOST_BYTES, MOST_SIGNS } from './limits.ts';
import { type DocxRefusal, readDocx } from './read-docx.ts';
import { type PdfRefusal, readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';

export type FileRefusal = KindRefusal | DocxRefusal | PdfRefusal | ReturnType<typeof tooLarge>;
const tooLarge = () => refuse('file-too-large', { megabytes: MOST_BYTES / 1024 / 1024 });

/** What was read of a file: which kind it is, and its text as a source. */
export type ReadFile = { readonly kind: FileKind; readonly source: SourceText };

/**
 * Reads a text, Markdown, Word or PDF file. Its name says what it should be and its bytes must agree. Refuses `file-empty`, `file-too-large`,
 * `file-kind-unknown`, `file-not-what-it-says`, `file-encrypted`, `file-broken`, `file-unpacks-too-large`, `file-too-many-pages` and
 * `file-without-text`.
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile | FileRefusal> {
  if (bytes.length > MOST_BYTES) return tooLarge();
  const kind = kindOfFile(name, bytes);
  if (isRefusal(kind)) return kind;
  const source = await (kind === 'pdf' ? readPdf(bytes) : kind === 'docx' ? readDocx(bytes) : readText(bytes, kind));
  if (isRefusal(source)) return source;
  if (source.raw.trim() === '') return refuse('file-empty');
  return source.raw.length > MOST_SIGNS ? tooLarge() : { kind, source: { ...source, raw: source.raw.toWellFormed() } };
}
