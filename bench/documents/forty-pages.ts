import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { sentencesOf } from '../../src/domain/agreements/sections.ts';
import { AgreementFile, type Section } from '../../src/domain/counties/agreement-file.ts';
import { textBlocks } from '../../src/features/documents/text-blocks.ts';
import type { AgreementDocument } from '../../src/formats/agreement-document.ts';
import { projectRoot } from '../../src/platform/config/index.ts';

const PATTERN = join(projectRoot, 'counties', '06-jonkoping', 'agreements', 'missbruk-beroende.yaml');
/** So many of the shipped one make forty pages on paper. */
const COPIES = 4;

/** An agreement of forty pages as a document, and its sentences. */
export async function fortyPages(madeAt: Temporal.Instant): Promise<{ document: AgreementDocument; lines: string[] }> {
  const pattern = AgreementFile.parse(parse(await readFile(PATTERN, 'utf8')));
  const sections = Array.from({ length: COPIES }, (_, nth) => pattern.sections.map((section) => renamed(section, nth))).flat();
  const document: AgreementDocument = {
    title: pattern.title,
    kind: 'Länsöverenskommelse',
    notice: undefined,
    facts: [],
    contents: 'Innehåll',
    blocks: textBlocks({ sections }),
    running: pattern.short,
    page: { label: 'Sida', of: 'av' },
    madeAt,
  };
  return { document, lines: sentencesOf({ sections }).map(({ text }) => text) };
}

function renamed(section: Section, nth: number): Section {
  return { ...section, id: `${section.id}-${nth}`, sections: section.sections.map((inner) => renamed(inner, nth)) };
}
