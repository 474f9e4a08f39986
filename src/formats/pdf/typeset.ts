import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler: Promise<NodeCompiler> | undefined;

/**
 * Sets a document by a template in Typst as an accessible PDF: tagged, PDF/UA-1 (ISO 14289-1), its letters within it. `said` reaches the template as
 * JSON (`sys.inputs.document`), never as markup. Throws when it cannot be made so, which is a fault of the template. The compiler takes some fifty megabytes
 * and is loaded the first time it is needed; it keeps nothing of what it set. The same input gives the same bytes.
 */
export async function typeset(template: string, said: object, madeAt: Temporal.Instant): Promise<Uint8Array<ArrayBuffer>> {
  compiler ??= load();
  const typst = await compiler;
  try {
    const compiled = typst.compile({ mainFileContent: template, inputs: { document: JSON.stringify(said) } });
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
