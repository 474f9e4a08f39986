import type { Chunk } from './chunk.ts';
import type { Furniture, ImportedBlock, ImportedItem, ImportedSection, ImportedSentence } from './imported-text.ts';
import { type Making, makeHeading, makeSentences } from './make-sentences.ts';
import { slugs } from './slugs.ts';

type Growing = { -readonly [Key in keyof ImportedSection]: ImportedSection[Key] } & { blocks: ImportedBlock[]; sections: Growing[] };
type Tree = { title: ImportedSentence | null; opening: ImportedBlock[]; sections: ImportedSection[] };

/** The tree of the chunks: sections by the levels of their headings, and in each its blocks. Signs without words are added to the furniture. */
export function buildTree(chunks: readonly Chunk[], making: Making, furniture: Furniture[]): Tree {
  const slug = slugs();
  const tree: Tree & { sections: Growing[] } = { title: null, opening: [], sections: [] };
  const open: { level: number; section: Growing }[] = [];
  let body: Chunk[] = [];
  const close = () => {
    const at = open.at(-1)?.section;
    (at?.blocks ?? tree.opening).push(...blocksOf(body, making, at?.id ?? 'opening', furniture));
    body = [];
  };
  for (const chunk of chunks) {
    if (chunk.kind !== 'heading') {
      body.push(chunk);
      continue;
    }
    close();
    const level = chunk.level ?? 1;
    if (level === 0 && tree.title === null && open.length === 0) {
      tree.title = makeHeading(chunk.places, chunk.lead, making, 'title');
      continue;
    }
    const { text, places } = makeHeading(chunk.places, chunk.lead, making, '');
    const id = slug(text);
    const section: Growing = { id, number: chunk.number, heading: { id, text, places }, blocks: [], sections: [] };
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    (open.at(-1)?.section.sections ?? tree.sections).push(section);
    open.push({ level, section });
  }
  close();
  return tree;
}

function blocksOf(chunks: readonly Chunk[], making: Making, section: string, furniture: Furniture[]): ImportedBlock[] {
  let count = 0;
  const idOf = () => `${section}.a${++count}`;
  const sentences = (places: Parameters<typeof makeSentences>[0]) => makeSentences(places, making, idOf, furniture);
  const blocks: ImportedBlock[] = [];
  for (let index = 0; index < chunks.length; ) {
    const chunk = chunks[index];
    const run = chunk ? runFrom(chunks, index) : [];
    index += Math.max(run.length, 1);
    if (chunk?.kind === 'paragraph') blocks.push({ kind: 'paragraph', sentences: sentences(chunk.places) });
    if (chunk?.kind === 'item') {
      const depths = depthsOf(run);
      const items: ImportedItem[] = run.flatMap((one, nth) =>
        one.kind === 'item' ? [{ marker: one.lead, depth: depths[nth] ?? 0, sentences: sentences(one.places) }] : [],
      );
      blocks.push({ kind: 'list', ordered: chunk.ordered, items });
    }
    if (chunk?.kind === 'row') {
      const rows = run.flatMap((one) => (one.kind === 'row' ? [{ cells: one.cells.map(sentences) }] : []));
      blocks.push({ kind: 'table', head: headRows(run, making.raw), rows });
    }
  }
  return blocks.filter((block) => block.kind !== 'paragraph' || block.sentences.length > 0);
}

/** The items of one list, or the rows of one table, from a place on. */
function runFrom(chunks: readonly Chunk[], start: number): Chunk[] {
  const first = chunks[start];
  const run: Chunk[] = [];
  for (let index = start; index < chunks.length; index++) {
    const chunk = chunks[index];
    if (!chunk) break;
    const together =
      (first?.kind === 'item' &&
        chunk.kind === 'item' &&
        chunk.list === first.list &&
        (chunk.ordered === first.ordered || isUnder(chunk, first))) ||
      (first?.kind === 'row' && chunk.kind === 'row' && chunk.table === first.table && chunk.cells.length === first.cells.length);
    if (!together && chunk !== first) break;
    run.push(chunk);
  }
  return run;
}

function isUnder(chunk: Chunk, first: Chunk): boolean {
  if (chunk.kind === 'item' && chunk.depth !== null) return chunk.depth > 0;
  return (chunk.lines[0]?.indent ?? 0) > (first.lines[0]?.indent ?? 0) + 1;
}

/** How deep each item lies: as the file says, or by how far it is moved in. */
function depthsOf(items: readonly Chunk[]): number[] {
  const indents: number[] = [];
  return items.map((item) => {
    if (item.kind === 'item' && item.depth !== null) return item.depth;
    const indent = item.lines[0]?.indent ?? 0;
    while (indents.length > 1 && indent < (indents.at(-1) ?? 0) - 1) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + 1) indents.push(indent);
    return indents.length - 1;
  });
}

/** How many rows are headings: those the file says, or else the first, unless it is already a row of facts (`Version: 2`). */
function headRows(rows: readonly Chunk[], raw: string): number {
  const [first] = rows;
  if (first?.kind !== 'row' || rows.length < 2) return 0;
  const body = rows.findIndex((row) => row.kind === 'row' && !row.head);
  if (body > 0) return body;
  const cells = first.cells.map((places) => places.map(({ from, to }) => raw.slice(from, to)).join(' '));
  return cells.some((cell) => /^(<b>|\*\*)?[^:]{1,40}:(<\/b>|\*\*)?(\s|$)/.test(cell)) ? 0 : 1;
}
