import type { Outline, OutlineSentence } from './outline.ts';
import { Pairs } from './pairs.ts';
import { alikePairs, bestPairs, likeness, type Scored } from './similarity.ts';

/** How alike two sentences must be: in the same section, under the same id there, and anywhere in the text. */
const NEAR = 0.5;
const SAME_ID = 0.25;
const FAR = 0.6;
/** Shorter sentences than this are common property: found elsewhere, they need not have come from there. */
const OWN_WORDS = 4;

type Placed = { readonly index: number; readonly sentence: OutlineSentence };

/**
 * Which sentence of one text is which of another, when the sections are known: the same words in the same section, words much alike
 * there, the same words elsewhere, words much alike elsewhere. What is left has been added or removed.
 */
export function matchSentences(from: Outline, to: Outline, sections: Pairs): Pairs {
  const pairs = new Pairs();
  for (const [a, b] of sections.all()) {
    const own = placed(from, from.sections[a]?.sentences ?? []);
    const theirs = placed(to, to.sections[b]?.sentences ?? []);
    pairSame(own, theirs, pairs);
    pairAlike(
      free(own, (index) => pairs.toOf(index)),
      free(theirs, (index) => pairs.fromOf(index)),
      pairs,
      near,
    );
  }
  const long = ({ sentence }: Placed) => sentence.bag().size >= OWN_WORDS;
  const left = () => free(placed(from, from.sentences.keys()), (index) => pairs.toOf(index)).filter(long);
  const right = () => free(placed(to, to.sentences.keys()), (index) => pairs.fromOf(index)).filter(long);
  pairSame(left(), right(), pairs);
  pairAlike(left(), right(), pairs, far);
  return pairs;
}

function placed({ sentences }: Outline, indexes: Iterable<number>): Placed[] {
  return [...indexes].flatMap((index) => {
    const sentence = sentences[index];
    return sentence ? [{ index, sentence }] : [];
  });
}

function free(all: readonly Placed[], paired: (index: number) => number | undefined): Placed[] {
  return all.filter(({ index }) => paired(index) === undefined);
}

/** The same words, in order: the first with the first. */
function pairSame(own: readonly Placed[], theirs: readonly Placed[], pairs: Pairs): void {
  const waiting = Map.groupBy(own, ({ sentence }) => sentence.shown);
  for (const { index, sentence } of theirs) {
    const first = waiting.get(sentence.shown)?.shift();
    if (first) pairs.add(first.index, index);
  }
}

function pairAlike(own: readonly Placed[], theirs: readonly Placed[], pairs: Pairs, score: typeof near): void {
  if (own.length === 0 || theirs.length === 0) return;
  for (const { from, to } of bestPairs(score(own, theirs))) {
    const [a, b] = [own[from], theirs[to]];
    if (a && b) pairs.add(a.index, b.index);
  }
}

/** In one section everything is compared: there are few, and a shared id speaks for a pair. */
function near(own: readonly Placed[], theirs: readonly Placed[]): Scored[] {
  return own.flatMap((a, from) =>
    theirs.flatMap((b, to) => {
      const score = likeness(a.sentence.bag(), b.sentence.bag());
      const isSameId = a.sentence.sentenceId === b.sentence.sentenceId;
      return score >= (isSameId ? SAME_ID : NEAR) ? [{ from, to, score: score + (isSameId ? 0.1 : 0) }] : [];
    }),
  );
}

function far(own: readonly Placed[], theirs: readonly Placed[]): Scored[] {
  return alikePairs(
    own.map(({ sentence }) => sentence.bag()),
    theirs.map(({ sentence }) => sentence.bag()),
    FAR,
  );
}
