import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfDocument } from './pdf-document.ts';
import { TEMPLATE } from './template.ts';

let compiler: Promise<NodeCompiler> | undefined;

/**
 * The document as an accessible PDF: tagged, PDF/UA-1 (ISO 14289-1), in Swedish, its letters within it. Throws when it cannot be made so, which is a
 * fault of the template. The compiler takes some fifty megabytes and is loaded the first time it is needed; it keeps nothing of what it set.
 */
export async function writePdf(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  compiler ??= load();
  const typst = await compiler;
  const { madeAt, ...said } = document;
  try {
    const compiled = typst.compile({ mainFileContent: TEMPLATE, inputs: { document: JSON.stringify(said) } });
    if (!compiled.result) throw new Error(`the document does not compile: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return Uint8Array.from(
      typst.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt.epochMilliseconds / 1000) }),
    );
  } finally {
    typst.evictCache(0);
  }
}

async function load(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return Compiler.create({ workspace: import.meta.dirname });
}
