import type { AgreementDocument } from '../agreement-document.ts';
import { typeset } from '../pdf/typeset.ts';
import { TEMPLATE } from './template.ts';

/** The agreement as an accessible PDF: tagged, PDF/UA-1, in Swedish, with a title page, contents that lead to their pages, and bookmarks. */
export async function writeAgreementPdf({ madeAt, notice = undefined, ...said }: AgreementDocument): Promise<Uint8Array<ArrayBuffer>> {
  return typeset(TEMPLATE, { ...said, notice: notice ?? null }, madeAt);
}
