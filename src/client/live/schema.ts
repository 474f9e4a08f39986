import { Fragment, type Node, Schema, Slice } from 'prosemirror-model';
import { LIVE_ITEM, LIVE_LINE } from '../../domain/drafts/live-form.ts';

/** The text of a section: lines, each a sentence or an item of a list. Nothing else can be written. */
export const schema = new Schema({
  topNode: 'doc',
  nodes: {
    doc: { content: `${LIVE_LINE}+` },
    [LIVE_LINE]: {
      content: 'text*',
      attrs: { [LIVE_ITEM]: { default: null } },
      parseDOM: [{ tag: 'li', attrs: { [LIVE_ITEM]: true } }, { tag: 'p' }],
      toDOM: (node) => ['p', isItem(node) ? { class: 'ov-live__item' } : {}, 0],
    },
    text: {},
  },
});

export const line = schema.nodes[LIVE_LINE] as NonNullable<(typeof schema.nodes)[string]>;

export function isItem(node: Node): boolean {
  return node.attrs[LIVE_ITEM] === true;
}

const ITEM = /^[-–•*]\s+/;

/** Lines of plain text, as they are pasted: items keep that they are. */
export function sliceOf(text: string): Slice {
  const lines = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const nodes = lines.map((one) => {
    const words = one.replace(ITEM, '').replace(/\s+/g, ' ');
    return line.create({ [LIVE_ITEM]: ITEM.test(one) ? true : null }, words ? schema.text(words) : null);
  });
  return nodes.length === 0 ? Slice.empty : new Slice(Fragment.from(nodes), 1, 1);
}

/** What is copied, as the form would have it. */
export function textOfSlice({ content }: Slice): string {
  const lines: string[] = [];
  content.forEach((node) => void lines.push(isItem(node) ? `- ${node.textContent}` : node.textContent));
  return lines.join('\n');
}
