import type { PdfDocument } from './pdf-document.ts';
import { TEMPLATE } from './template.ts';
import { typeset } from './typeset.ts';

/** The document as an accessible PDF, in Swedish. */
export async function writePdf({ madeAt, ...said }: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  return typeset(TEMPLATE, said, madeAt);
}
