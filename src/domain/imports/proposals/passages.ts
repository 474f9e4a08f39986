import type { ImportedBlock, ImportedSection, ImportedSentence, ImportedText } from '../imported-text.ts';

/** Where in a table a cell stands. `head`: the text of the head cell above it; `label`: the first cell of its row. */
export type Cell = { readonly table: number; readonly row: number; readonly column: number; readonly head: string; readonly label: string };

/** One sentence with all that tells what it is about: its headings, the sentence that leads the list it stands in, its cell. */
export type Passage = {
  readonly index: number;
  /** Its address in the document, which a term cites: `giltighetstid.a1`. */
  readonly address: string;
  readonly sentence: ImportedSentence;
  readonly text: string;
  readonly role: 'title' | 'heading' | 'sentence' | 'item' | 'cell';
  readonly section: string;
  /** From the outermost heading in. */
  readonly headings: readonly string[];
  /** The last sentence before the list an item stands in. */
  readonly lead: Passage | undefined;
  /** Is it the first sentence of its item, cell or paragraph? */
  readonly isFirst: boolean;
  /** Its place in an ordered list, from 1. */
  readonly ordinal: number | undefined;
  readonly cell: Cell | undefined;
};

type Walk = { readonly all: Passage[]; tables: number };
type Where = { readonly section: string; readonly headings: readonly string[] };
type Extra = Partial<Pick<Passage, 'lead' | 'ordinal' | 'cell' | 'isFirst'>>;

function add(walk: Walk, where: Where, role: Passage['role'], sentence: ImportedSentence, extra: Extra = {}): Passage {
  const passage: Passage = {
    index: walk.all.length,
    address: sentence.id,
    sentence,
    text: sentence.text,
    role,
    section: where.section,
    headings: where.headings,
    lead: extra.lead,
    isFirst: extra.isFirst ?? true,
    ordinal: extra.ordinal,
    cell: extra.cell,
  };
  walk.all.push(passage);
  return passage;
}

function addTable(walk: Walk, where: Where, block: Extract<ImportedBlock, { kind: 'table' }>): void {
  const table = walk.tables++;
  const textOf = (row: number, column: number) => (block.rows[row]?.cells[column] ?? []).map(({ text }) => text).join(' ');
  for (const [row, { cells }] of block.rows.entries())
    for (const [column, sentences] of cells.entries())
      for (const sentence of sentences) {
        const head = block.head > 0 ? textOf(0, column) : '';
        add(walk, where, 'cell', sentence, { cell: { table, row, column, head, label: textOf(row, 0) } });
      }
}

/** The sentence a list hangs on; a list right after another list, or after a heading, hangs on the last sentence of its own section. */
function addBlocks(walk: Walk, where: Where, blocks: readonly ImportedBlock[]): void {
  let lead: Passage | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const sentence of block.sentences) lead = add(walk, where, 'sentence', sentence);
    } else if (block.kind === 'table') addTable(walk, where, block);
    else {
      let inner = lead;
      for (const [at, item] of block.items.entries())
        for (const [nth, sentence] of item.sentences.entries()) {
          const own: Extra = { lead: inner, isFirst: nth === 0, ordinal: block.ordered ? at + 1 : undefined };
          const passage = add(walk, where, 'item', sentence, own);
          if (sentence.text.trimEnd().endsWith(':')) inner = passage;
        }
      lead = inner ?? lead;
    }
  }
}

function addSection(walk: Walk, outer: readonly string[], section: ImportedSection): void {
  const headings = [...outer, section.heading.text];
  const where: Where = { section: section.id, headings };
  add(walk, where, 'heading', section.heading);
  addBlocks(walk, where, section.blocks);
  for (const inner of section.sections) addSection(walk, headings, inner);
}

/** Every sentence of a text in the order of reading, each with its context. Page furniture is left out. */
export function passagesOf(text: ImportedText): Passage[] {
  const walk: Walk = { all: [], tables: 0 };
  const opening: Where = { section: 'opening', headings: text.title ? [text.title.text] : [] };
  if (text.title) add(walk, opening, 'title', text.title);
  addBlocks(walk, opening, text.opening);
  for (const section of text.sections) addSection(walk, [], section);
  return walk.all;
}
