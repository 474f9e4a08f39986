import { buildTree } from './build-tree.ts';
import { findFurniture } from './find-furniture.ts';
import { findHeadings, levelHeadings } from './find-headings.ts';
import { findTitle } from './find-title.ts';
import type { Furniture, ImportedText } from './imported-text.ts';
import { linesOf, widthOf } from './lines.ts';
import { wordsIn } from './make-sentences.ts';
import { readChunks } from './read-chunks.ts';
import type { SourceText } from './source-text.ts';

/**
 * Lays the tree of sections, paragraphs, lists, tables and sentences over the characters of a file. Signs and styles are followed where there are
 * any; otherwise headings are known by their look. Nothing is lost and nothing invented: what belongs to the page is told as furniture.
 */
export function structureText(source: SourceText): ImportedText {
  const { raw, notation, pages } = source;
  const lines = linesOf(source);
  findFurniture(lines);
  const furniture: Furniture[] = lines.flatMap((line) =>
    line.furniture ? [{ kind: line.furniture, text: line.text, place: { from: line.from, to: line.to } }] : [],
  );
  const { chunks, marks } = readChunks(lines, raw, { notation, width: widthOf(lines.filter((line) => !line.furniture)) });
  for (const place of marks) furniture.push({ kind: 'mark', text: raw.slice(place.from, place.to), place });
  const titled = findTitle(chunks);
  const isStyled = notation !== 'plain' && titled.filter((chunk) => chunk.kind === 'heading' && chunk.level !== 0).length > 0;
  const all = isStyled ? titled : findHeadings(titled);
  levelHeadings(all);
  const { title, opening, sections } = buildTree(all, { raw, notation, known: wordsIn(raw) }, furniture);
  furniture.sort((a, b) => a.place.from - b.place.from);
  return { raw, notation, pages: pages.length > 0 ? [...pages] : [0], title, opening, sections, furniture };
}
