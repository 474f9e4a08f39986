import { Fragment, type Node, Schema, Slice } from 'prosemirror-model';
import { cellsOf, rowText } from '../../domain/agreements/table-text.ts';
import { LIVE_CELL, LIVE_ITEM, LIVE_LINE, LIVE_ROW, LIVE_TABLE } from '../../domain/drafts/live-form.ts';

/** The text of a section: lines, each a sentence or an item of a list, and tables of cells. Nothing else can be written. */
export const schema = new Schema({
  topNode: 'doc',
  nodes: {
    doc: { content: `(${LIVE_LINE} | ${LIVE_TABLE})+` },
    [LIVE_LINE]: {
      content: 'text*',
      attrs: { [LIVE_ITEM]: { default: null } },
      parseDOM: [{ tag: 'li', attrs: { [LIVE_ITEM]: true } }, { tag: 'p' }],
      toDOM: (node) => ['p', isItem(node) ? { class: 'ov-live__item' } : {}, 0],
    },
    // What others do at the same time may leave a table without rows, or a row without cells: nothing is seen of it.
    [LIVE_TABLE]: {
      content: `${LIVE_ROW}*`,
      isolating: true,
      selectable: false,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', { class: 'ov-live__table' }, ['tbody', 0]],
    },
    [LIVE_ROW]: { content: `${LIVE_CELL}*`, selectable: false, parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    [LIVE_CELL]: {
      content: 'text*',
      isolating: true,
      selectable: false,
      parseDOM: [{ tag: 'td' }, { tag: 'th' }],
      toDOM: () => ['td', 0],
    },
    text: {},
  },
});

const typeOf = (name: string) => schema.nodes[name] as NonNullable<(typeof schema.nodes)[string]>;
export const line = typeOf(LIVE_LINE);
export const table = typeOf(LIVE_TABLE);
export const row = typeOf(LIVE_ROW);
export const cell = typeOf(LIVE_CELL);

export function isItem(node: Node): boolean {
  return node.attrs[LIVE_ITEM] === true;
}

/** A row with these words in its cells. */
export function rowWith(words: readonly string[]): Node {
  return row.create(
    null,
    words.map((one) => cell.create(null, one === '' ? null : schema.text(one))),
  );
}

const ITEM = /^[-–•*]\s+/;

/** Lines of plain text, as they are pasted: items keep that they are, and rows between bars are a table. */
export function sliceOf(text: string): Slice {
  const lines = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const nodes: Node[] = [];
  for (const one of lines) {
    const cells = cellsOf(one);
    const last = nodes.at(-1);
    if (cells && last?.type === table) nodes[nodes.length - 1] = last.copy(last.content.addToEnd(rowWith(cells)));
    else if (cells) nodes.push(table.create(null, rowWith(cells)));
    else {
      const words = one.replace(ITEM, '').replace(/\s+/g, ' ');
      nodes.push(line.create({ [LIVE_ITEM]: ITEM.test(one) ? true : null }, words ? schema.text(words) : null));
    }
  }
  const open = (node: Node | undefined) => (node?.type === line ? 1 : 0);
  return nodes.length === 0 ? Slice.empty : new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1)));
}

/** The same as words of one line, for a cell. */
export function cellSliceOf(text: string): Slice {
  const words = text.replace(/\s+/g, ' ');
  return words === '' ? Slice.empty : new Slice(Fragment.from(schema.text(words)), 0, 0);
}

/** What is copied, as the form would have it; from within one cell its words alone. */
export function textOfSlice({ content, openStart }: Slice): string {
  let inner = content;
  for (let depth = 0; depth < openStart && inner.childCount === 1; depth++) {
    const node = inner.child(0);
    if (node.type === cell) return node.textContent;
    if (node.type === line) break;
    inner = node.content;
  }
  const lines: string[] = [];
  const write = (node: Node): void => {
    if (node.type === table) node.content.forEach(write);
    else if (node.type === row) lines.push(rowText(wordsOf(node)));
    else lines.push(isItem(node) ? `- ${node.textContent}` : node.textContent);
  };
  if (inner.firstChild?.type === cell) return wordsOf(row.create(null, inner)).join(' ');
  inner.forEach(write);
  return lines.join('\n');
}

/** The words of the cells of a row. */
export function wordsOf(of: Node): string[] {
  return Array.from({ length: of.childCount }, (_, nth) => of.child(nth).textContent);
}
