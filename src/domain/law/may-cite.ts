import type { KnownStatutes } from './known-statutes.ts';
import type { NameNode } from './name-trie.ts';

/** `2025:400`, `2012/13:77`, `2016/679`: with no such number, only a name can make a citation. */
const NUMBER = /\d{4}[:/]\d/;
/** What can make a token differ from the letters it is written with: a soft hyphen, a composed letter, a word broken over lines. */
const UNPLAIN = /[^\0-\u00ac\u00ae-\u00ff\u2010-\u2026\u2212]|[-\u2010-\u2015\u2212]\s*[\r\n\u2028]/;
const SPACE = '[\\s\\u200b\\u2060\\ufeff]*';

type Names = { readonly exact: RegExp; readonly lower: RegExp };

/** Every name in a trie as one pattern, parts that begin alike written once, so that few letters are looked at. */
function patternOf(node: NameNode): string {
  const rest = [...node.next].map(([key, child]) => {
    const written = key === '-' ? '[-\\u2010-\\u2015\\u2212]' : RegExp.escape(key);
    return child.name === undefined ? `${written}${SPACE}${patternOf(child)}` : written;
  });
  return `(?:${rest.join('|')})`;
}

const made = new WeakMap<KnownStatutes, Names>();

function namesOf(known: KnownStatutes): Names {
  let names = made.get(known);
  if (!names) {
    const never = '[]';
    const pattern = (root: NameNode) => new RegExp(root.next.size > 0 ? patternOf(root) : never);
    names = { exact: pattern(known.abbreviations), lower: pattern(known.names) };
    made.set(known, names);
  }
  return names;
}

/**
 * False only when there is no citation in the text, which is so of most sentences and is seen some ten times as fast as the grammar
 * sees it: no number of an act, and no known name, not even as a part of a word.
 */
export function mayCite(text: string, known: KnownStatutes): boolean {
  if (NUMBER.test(text) || UNPLAIN.test(text)) return true;
  const { exact, lower } = namesOf(known);
  return exact.test(text) || lower.test(text.toLowerCase());
}
