import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { table } from './schema.ts';

/** Says what tables are to those who do not see them: which one of the section it is, and that its first row is the headings. */
export function tableNames(name: string): Plugin {
  return new Plugin({ props: { decorations: ({ doc }) => DecorationSet.create(doc, namesIn(doc, name)) } });
}

function namesIn(doc: Node, name: string): Decoration[] {
  const found: Decoration[] = [];
  let count = 0;
  let before: Node | undefined;
  doc.forEach((node, at) => {
    // Two tables without a line between them are one when they are stored.
    const goesOn = before?.type === table;
    before = node;
    if (node.type !== table) return;
    if (!goesOn) count += 1;
    found.push(Decoration.node(at, at + node.nodeSize, { 'aria-label': name.replace('{nr}', String(count)) }));
    if (goesOn) return;
    node.firstChild?.forEach((cell, offset) => {
      const start = at + 2 + offset;
      found.push(Decoration.node(start, start + cell.nodeSize, { role: 'columnheader', class: 'ov-live__head' }));
    });
  });
  return found;
}
