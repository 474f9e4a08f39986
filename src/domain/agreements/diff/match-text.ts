import { matchSections } from './match-sections.ts';
import { matchSentences } from './match-sentences.ts';
import type { Outline } from './outline.ts';
import { Pairs } from './pairs.ts';
import { outOfOrder } from './similarity.ts';

/** What of one text is what of another, and what stands in another place among what surrounds it. Moved: places in the first text. */
export type Matching = {
  readonly sections: Pairs;
  readonly sentences: Pairs;
  readonly movedSections: ReadonlySet<number>;
  readonly movedSentences: ReadonlySet<number>;
};

/** Matches two texts, sections first. Sections that nothing told apart from new ones are matched by where their sentences went. */
export function matchText(from: Outline, to: Outline): Matching {
  const known = matchSections(from, to);
  const sentences = matchSentences(from, to, known);
  const sections = withFollowers(from, to, known, sentences);
  return {
    sections,
    sentences,
    movedSections: movedSections(from, to, sections),
    movedSentences: movedSentences(from, to, sections, sentences),
  };
}

/** The same matching read from the second text to the first. */
export function swapped({ sections, sentences, movedSections, movedSentences }: Matching): Matching {
  const through = (pairs: Pairs, places: ReadonlySet<number>) => new Set([...places].map((place) => pairs.toOf(place) ?? -1));
  return {
    sections: sections.swapped(),
    sentences: sentences.swapped(),
    movedSections: through(sections, movedSections),
    movedSentences: through(sentences, movedSentences),
  };
}

/** A free section of each text that share most of the sentences of both are one and the same, whatever it is called. */
function withFollowers(from: Outline, to: Outline, sections: Pairs, sentences: Pairs): Pairs {
  const shared = new Map<string, { from: number; to: number; score: number }>();
  for (const [a, b] of sentences.all()) {
    const [i, j] = [from.sentences[a]?.section ?? -1, to.sentences[b]?.section ?? -1];
    if (sections.toOf(i) !== undefined || sections.fromOf(j) !== undefined) continue;
    const key = `${i} ${j}`;
    const found = shared.get(key);
    shared.set(key, { from: i, to: j, score: (found?.score ?? 0) + 1 });
  }
  const all = new Pairs();
  for (const [a, b] of sections.all()) all.add(a, b);
  const most = [...shared.values()].sort((a, b) => b.score - a.score || a.from + a.to - b.from - b.to);
  for (const { from: i, to: j, score } of most) {
    const longest = Math.max(from.sections[i]?.sentences.length ?? 0, to.sections[j]?.sentences.length ?? 0);
    if (score * 2 > longest) all.add(i, j);
  }
  return all;
}

function movedSections(from: Outline, to: Outline, pairs: Pairs): Set<number> {
  const moved = new Set<number>();
  const siblings = new Map<number, number[]>();
  to.sections.forEach(({ parent }, index) => {
    const was = pairs.fromOf(index);
    if (was === undefined) return;
    const wasIn = from.sections[was]?.parent;
    const isIn = wasIn === undefined ? undefined : pairs.toOf(wasIn);
    if (isIn !== parent || (wasIn !== undefined && isIn === undefined)) moved.add(was);
    else siblings.set(parent ?? -1, [...(siblings.get(parent ?? -1) ?? []), was]);
  });
  for (const places of siblings.values()) addMoved(places, moved);
  return moved;
}

function movedSentences(from: Outline, to: Outline, sections: Pairs, pairs: Pairs): Set<number> {
  const moved = new Set<number>();
  for (const section of to.sections) {
    const stayed: number[] = [];
    for (const index of section.sentences) {
      const was = pairs.fromOf(index);
      if (was === undefined) continue;
      if (sections.toOf(from.sentences[was]?.section ?? -1) === to.sentences[index]?.section) stayed.push(was);
      else moved.add(was);
    }
    addMoved(stayed, moved);
  }
  return moved;
}

function addMoved(places: readonly number[], moved: Set<number>): void {
  for (const nth of outOfOrder(places)) {
    const place = places[nth];
    if (place !== undefined) moved.add(place);
  }
}
