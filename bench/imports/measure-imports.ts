import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { parse } from 'yaml';
import { CountyFile } from '../../src/domain/counties/county-file.ts';
import { LawFile, TaxonomyFile } from '../../src/domain/counties/national-files.ts';
import { proposeTerms } from '../../src/domain/imports/proposals/propose-terms.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readAside } from '../../src/features/imports/read-aside.ts';
import { writeAgreementPdf } from '../../src/formats/agreement-pdf/write-agreement-pdf.ts';
import { projectRoot } from '../../src/platform/config/index.ts';
import { fortyPages } from '../documents/forty-pages.ts';
import { type Times, timed } from '../documents/measure-documents.ts';

/** What `--only` names it by. */
export const IMPORTS = 'import-40-pages';

export type ImportFigures = {
  readonly pages: number;
  readonly signs: number;
  readonly proposals: number;
  /** The file read on a thread of its own and laid out as a tree, and the proposals made. */
  readonly whole: Times;
  readonly read: Times;
  readonly propose: Times;
  /** The text alone, by the library, in the order of the file. */
  readonly floor: Times;
};

const AT = Temporal.Instant.from('2026-11-22T11:00:00Z');
const NAME = 'avtal.pdf';

async function knowledge() {
  const read = async (...path: string[]): Promise<unknown> => parse(await readFile(join(projectRoot, 'counties', ...path), 'utf8'));
  return {
    county: CountyFile.parse(await read('06-jonkoping', 'county.yaml')),
    taxonomy: TaxonomyFile.parse(await read('national', 'taxonomy.yaml')),
    law: LawFile.parse(await read('national', 'law.yaml')),
    day: Temporal.PlainDate.from('2026-11-22'),
  };
}

/** Imports a PDF of forty pages as an upload does, but for the rows kept, beside the least that reads the words of the same file. */
export async function measureImports(runs: number): Promise<ImportFigures> {
  const { document } = await fortyPages(AT);
  const pdf = await writeAgreementPdf(document);
  const known = await knowledge();
  const textOf = async () => {
    const answer = await readAside(NAME, pdf);
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer.text;
  };
  const text = await textOf();
  return {
    pages: text.pages.length,
    signs: text.raw.length,
    proposals: proposeTerms(text, known).length,
    whole: await timed(runs, async () => proposeTerms(await textOf(), known)),
    read: await timed(runs, textOf),
    propose: await timed(runs, () => proposeTerms(text, known)),
    floor: await timed(runs, async () => {
      const proxy = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
      await extractText(proxy, { mergePages: true });
      await proxy.loadingTask.destroy();
    }),
  };
}
