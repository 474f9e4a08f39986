import type { NameNode } from './name-trie.ts';
import { at, type Scan } from './scan.ts';

/** A word broken over two lines: the hyphen is read as nothing when no name has one there. */
function isBrokenWord(scan: Scan, index: number): boolean {
  return at(scan, index)?.kind === 'dash' && at(scan, index + 1)?.kind === 'word' && scan.tokens[index + 1]?.gap === 'line';
}

/** The longest name that starts at `index`, and where it ends. `exact` compares capitals too (abbreviations). */
export function longestName(scan: Scan, root: NameNode, index: number, exact: boolean): { name: string; next: number } | undefined {
  let node: NameNode | undefined = root;
  let found: { name: string; next: number } | undefined;
  for (let i = index; node; i += 1) {
    const token = at(scan, i);
    if (!token || (i > index && token.gap === 'block')) break;
    let key = exact ? token.key : token.lower;
    if (!node.next.has(key) && token.kind === 'word' && isBrokenWord(scan, i + 1)) {
      key += exact ? (scan.tokens[i + 2]?.key ?? '') : (scan.tokens[i + 2]?.lower ?? '');
      i += 2;
    }
    node = node.next.get(key);
    if (node?.name !== undefined) found = { name: node.name, next: i + 1 };
  }
  return found;
}
