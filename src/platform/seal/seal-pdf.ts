import type { PDFDict as Dictionary } from '@cantoo/pdf-lib';
import { signDetached } from './cms.ts';
import type { Seal } from './seal-key.ts';

/** What a reader of PDF shows about the signature: texts without personal data. */
export type SealWords = { readonly reason: string; readonly field: string };

/** Room for the signature with its certificate, in bytes. An RSA certificate of 4096 bits with its signature takes some 2.5 kB. */
const ROOM = 6_144;
/** Signatures there are, and the file is only to be added to (ISO 32000-1, 12.7.2). */
const SIGNATURES_EXIST_AND_APPEND_ONLY = 3;
/** Hidden, printed with the page, locked (ISO 32000-1, 12.5.3): nothing is to be seen of it, so nothing needs a place in the tags (ISO 14289-1, 7.18.1). */
const HIDDEN_PRINT_LOCKED = 2 + 4 + 128;

/**
 * Seals a PDF: a signature (PAdES B-B, ETSI EN 319 142-1) over every byte of the file but itself, added after what is there, so that tags and everything
 * else stay as they were. Throws when the file is no PDF that can be added to.
 */
export async function sealPdf(pdf: Uint8Array, seal: Seal, words: SealWords, at: Temporal.Instant): Promise<Uint8Array<ArrayBuffer>> {
  const prepared = await withRoom(pdf, seal, words, at);
  const [{ SignPdf }, { Signer }] = await Promise.all([import('@signpdf/signpdf'), import('@signpdf/utils')]);
  class OurSigner extends Signer {
    override async sign(signed: Buffer): Promise<Buffer> {
      return Buffer.from(signDetached(signed, seal));
    }
  }
  return Uint8Array.from(await new SignPdf().sign(Buffer.from(prepared), new OurSigner()));
}

/** The file with a signature field on its first page, and room left for the signature. */
async function withRoom(pdf: Uint8Array, { certificate }: Seal, words: SealWords, at: Temporal.Instant): Promise<Uint8Array> {
  // Some thirty megabytes of memory, loaded when there is something to seal.
  const { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } = await import(
    '@cantoo/pdf-lib'
  );
  const document = await PDFDocument.load(pdf, {
    forIncrementalUpdate: true,
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context, catalog } = document;
  const page = document.getPage(0);
  const range = PDFArray.withContext(context);
  range.push(PDFNumber.of(0));
  for (const _ of [1, 2, 3]) range.push(PDFName.of('*'.repeat(10)));
  const signature = PDFDict.withContext(context);
  const said: [string, Parameters<Dictionary['set']>[1]][] = [
    ['Type', PDFName.of('Sig')],
    ['Filter', PDFName.of('Adobe.PPKLite')],
    ['SubFilter', PDFName.of('ETSI.CAdES.detached')],
    ['ByteRange', range],
    ['Contents', PDFHexString.of('0'.repeat(ROOM * 2))],
    ['M', PDFString.fromDate(new Date(at.epochMilliseconds))],
    ['Name', PDFHexString.fromText(certificate.subject)],
    ['Reason', PDFHexString.fromText(words.reason)],
  ];
  for (const [name, value] of said) signature.set(PDFName.of(name), value);
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      F: HIDDEN_PRINT_LOCKED,
      T: PDFHexString.fromText(words.field),
      TU: PDFHexString.fromText(words.reason),
      V: context.register(signature),
      P: page.ref,
    }),
  );
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  page.node.set(PDFName.of('Annots'), context.obj([...(annotations?.asArray() ?? []), field]));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: SIGNATURES_EXIST_AND_APPEND_ONLY, Fields: [field] }));
  context.snapshot?.markRefForSave(page.ref);
  const root = context.trailerInfo.Root;
  if (root instanceof PDFRef) context.snapshot?.markRefForSave(root);
  return document.commit({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
}
