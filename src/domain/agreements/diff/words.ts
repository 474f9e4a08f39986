import { diffArrays } from 'diff';

/** A stretch of words that both texts have, or only the later (`added`) or the earlier (`removed`). */
export type WordRun = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Numbers with their signs, words with their hyphens, white space, and anything else by itself. */
const TOKENS = /\d+(?:[.,:-]\d+)*|[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|\s+|./gsu;

/** White space folded: what the eye does not see is no change. */
export function folded(text: string): string {
  return /\s\s|[^\S ]|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** The words of a text in lower case, without signs. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(TOKENS) ?? []).filter((token) => /[\p{L}\p{N}]/u.test(token));
}

/** A text as it is compared where its wording does not matter: words alone, in lower case. */
export function normal(text: string): string {
  return wordsOf(text).join(' ');
}

/**
 * What changed between two texts, word by word: `same` and `removed` together are the one, `same` and `added` the other, white space folded.
 * Between two changes there is always a word. Read backwards it is the same, with added and removed in each other's place.
 */
export function wordRuns(from: string, to: string): WordRun[] {
  const [earlier, later] = [folded(from), folded(to)];
  if (earlier === later) return earlier === '' ? [] : [{ kind: 'same', text: later }];
  // One direction is worked out and the other is its mirror: the library breaks ties differently the other way.
  const runs = earlier < later ? runsBetween(earlier, later) : runsBetween(later, earlier).map(mirrored);
  return joined(runs);
}

function runsBetween(from: string, to: string): WordRun[] {
  return diffArrays(from.match(TOKENS) ?? [], to.match(TOKENS) ?? []).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

function mirrored({ kind, text }: WordRun): WordRun {
  return { kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'same', text };
}

/** Changes with nothing but white space between them are one change: first what went, then what came. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  runs.forEach((run, index) => {
    if (run.kind === 'removed') removed += run.text;
    else if (run.kind === 'added') added += run.text;
    else if (/^\s+$/.test(run.text) && (removed !== '' || added !== '') && index < runs.length - 1) {
      removed += run.text;
      added += run.text;
    } else {
      close();
      result.push(run);
    }
  });
  close();
  return result;
}
