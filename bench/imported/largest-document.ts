import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionsOf, sentencesIn } from '../../src/domain/agreements/sections.ts';
import type { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { projectRoot } from '../../src/platform/config/index.ts';

/** The source documents belong to their authors and lie outside the project. */
const FOLDER = join(projectRoot, '..', 'shared', 'seeds');
/** As many bytes as the largest of them has, for where they are not at hand. */
const BYTES = 25_466;

/** A file to import. `name`: which one it is, for whoever reads the figures. */
export type LargestDocument = { readonly name: string; readonly file: string; readonly bytes: Uint8Array };

/** The largest of the source documents; undefined where they are not at hand. */
export function largestSource(): LargestDocument | undefined {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];
  const files = names.map((file) => ({ name: `source document ${file.slice(0, 3)}`, file, bytes: readFileSync(join(FOLDER, file)) }));
  return files.toSorted((a, b) => b.bytes.length - a.bytes.length)[0];
}

/** A document of the same size, of the words of a shipped agreement, laid after each other until there are enough. */
export function generatedDocument(pattern: AgreementFile): LargestDocument {
  let text = `# ${pattern.title}\n`;
  while (text.length < BYTES)
    for (const { section, depth } of sectionsOf(pattern.sections))
      text += `\n${'#'.repeat(depth + 1)} ${section.heading}\n\n${sentencesIn(section)
        .map((sentence) => `${sentence.item ? '\n- ' : ''}${sentence.text}`)
        .join(' ')}\n`;
  return { name: 'generated document', file: 'avtal.md', bytes: Buffer.from(text).subarray(0, BYTES) };
}
