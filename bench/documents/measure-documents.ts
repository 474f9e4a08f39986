import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAgreementDocx } from '../../src/formats/agreement-docx/write-agreement-docx.ts';
import { writeAgreementPdf } from '../../src/formats/agreement-pdf/write-agreement-pdf.ts';
import { typeset } from '../../src/formats/pdf/typeset.ts';
import { checkSeal, loadSeal, sealPdf } from '../../src/platform/seal/index.ts';
import { fortyPages } from './forty-pages.ts';

/** What `--only` names it by. */
export const DOCUMENTS = 'agreement-40-pages';

/** Milliseconds: the first of a new process, and the median and 95th percentile of the rest. */
export type Times = { readonly first: number; readonly p50: number; readonly p95: number };
export type DocumentFigures = {
  readonly pages: number;
  readonly kilobytes: number;
  readonly pdf: Times;
  readonly floor: Times;
  readonly docx: Times;
  readonly seal: Times;
  readonly verify: Times;
};

const AT = Temporal.Instant.from('2026-11-22T11:00:00Z');
/** The same sentences by the same compiler, with nothing around them but what makes the file accessible. */
const FLOOR = `#let d = json(bytes(sys.inputs.document))
#set document(title: d.title)
#set text(lang: "sv", size: 11pt)
#for line in d.lines { par(line) }`;

/** Sets an agreement of forty pages as PDF and as Word, seals it and tries the seal, beside the least that sets the same sentences. */
export async function measureDocuments(runs: number): Promise<DocumentFigures> {
  const { document, lines } = await fortyPages(AT);
  const pdf = await writeAgreementPdf(document);
  const folder = await mkdtemp(join(tmpdir(), 'overens-bench-'));
  const seal = await loadSeal({ folder, mayMake: true, now: AT });
  await rm(folder, { recursive: true });
  if (!seal || seal === 'unusable') throw new Error('the seal that we make can be read');
  const words = { reason: 'Förseglad', field: 'Sigill' };
  const sealed = await sealPdf(pdf, seal, words, AT);
  return {
    pages:
      Buffer.from(pdf)
        .toString('latin1')
        .split(/\/Type \/Page\b/).length - 1,
    kilobytes: Math.round(sealed.length / 1000),
    pdf: await timed(runs, () => writeAgreementPdf(document)),
    floor: await timed(runs, () => typeset(FLOOR, { title: document.title, lines }, AT)),
    docx: await timed(runs, () => writeAgreementDocx(document)),
    seal: await timed(runs, () => sealPdf(pdf, seal, words, AT)),
    verify: await timed(runs, () => checkSeal(sealed, [seal.certificate])),
  };
}

/** The first of a new process, then so many more. */
export async function timed(runs: number, run: () => unknown): Promise<Times> {
  const times: number[] = [];
  for (let nth = 0; nth <= runs; nth++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  const [first = 0, ...rest] = times;
  const sorted = rest.sort((a, b) => a - b);
  return { first, p50: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}
