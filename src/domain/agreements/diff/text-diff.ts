import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { PlacedSentence } from '../sections.ts';
import { inPlace } from './in-place.ts';
import { type Matching, matchText, swapped } from './match-text.ts';
import { type Outline, type OutlineSection, outlineOf } from './outline.ts';
import { type WordRun, wordRuns } from './words.ts';

type Placed = Pick<PlacedSentence, 'cite' | 'text' | 'item'>;

/** One sentence of either text or of both. `moved`: it stands in another section, or in another order. `runs`: its words, marked. */
export type SentenceDiff =
  | {
      readonly kind: 'same' | 'changed';
      readonly from: Placed;
      readonly to: Placed;
      readonly moved: boolean;
      readonly runs: readonly WordRun[];
    }
  | { readonly kind: 'added'; readonly from: null; readonly to: Placed; readonly moved: false; readonly runs: readonly WordRun[] }
  | { readonly kind: 'removed'; readonly from: Placed; readonly to: null; readonly moved: false; readonly runs: readonly WordRun[] };

export type DiffHeading = { readonly id: string; readonly number: string | null; readonly heading: string; readonly depth: number };

/** `split`: new, and most of it came from a section that is named; `merged`: gone, and most of it went into a section that is named. */
export type SectionChange = 'added' | 'removed' | 'split' | 'merged' | 'moved' | 'renamed' | 'renumbered';

/** One section of either text or of both, with the sentences that stand in it now and those that were in it and are no more. */
export type SectionDiff = {
  readonly from: DiffHeading | null;
  readonly to: DiffHeading | null;
  readonly changes: readonly SectionChange[];
  /** The section that it was split from or merged into. */
  readonly other: DiffHeading | null;
  readonly heading: readonly WordRun[];
  readonly sentences: readonly SentenceDiff[];
};

type Text = Pick<AgreementFile, 'sections' | 'version'>;

/**
 * What changed in the text, in the reading order of the later one, with what is gone after what it stood after. Every sentence of both
 * texts is in it once. Read from `to` to `from` it says the same, with added and removed, split and merged in each other's place.
 */
export function diffText(from: Text, to: Text): SectionDiff[] {
  const [a, b] = [outlineOf(from.sections), outlineOf(to.sections)];
  const matching = comesFirst(from, to) ? matchText(a, b) : swapped(matchText(b, a));
  return laidOut(a, b, matching);
}

/** Matching is done from the earlier text to the later, whichever way it is asked, so that both ways tell the same. */
function comesFirst(a: Text, b: Text): boolean {
  if (a.version.from !== b.version.from) return a.version.from < b.version.from;
  if (a.version.label !== b.version.label) return a.version.label < b.version.label;
  return JSON.stringify(a.sections) <= JSON.stringify(b.sections);
}

function laidOut(from: Outline, to: Outline, matching: Matching): SectionDiff[] {
  const { sections } = matching;
  const removed = [...from.sections.keys()].filter((index) => sections.toOf(index) === undefined);
  const order = inPlace(to.sections.length, (index) => sections.fromOf(index), removed);
  return order.map(({ from: was, to: is }) => sectionDiff(from, to, matching, was, is));
}

function sectionDiff(from: Outline, to: Outline, matching: Matching, was: number | undefined, is: number | undefined): SectionDiff {
  const [a, b] = [was === undefined ? undefined : from.sections[was], is === undefined ? undefined : to.sections[is]];
  const other = a && b ? undefined : a ? wentTo(a, to, matching) : b && cameFrom(b, from, matching);
  return {
    from: headingOf(a),
    to: headingOf(b),
    changes: changesOf(a, b, was !== undefined && matching.movedSections.has(was), other !== undefined),
    other: headingOf(other),
    heading: wordRuns(a?.heading ?? '', b?.heading ?? ''),
    sentences: sentencesOf(from, to, matching, a, b),
  };
}

function changesOf(a: OutlineSection | undefined, b: OutlineSection | undefined, isMoved: boolean, hasOther: boolean): SectionChange[] {
  if (!a) return [hasOther ? 'split' : 'added'];
  if (!b) return [hasOther ? 'merged' : 'removed'];
  return [
    ...(isMoved ? ['moved' as const] : []),
    ...(a.heading === b.heading ? [] : ['renamed' as const]),
    ...(a.number === b.number ? [] : ['renumbered' as const]),
  ];
}

/** The sentences of a section where they stand now, and after what they stood those that are no more. */
function sentencesOf(
  from: Outline,
  to: Outline,
  { sentences, movedSentences }: Matching,
  a: OutlineSection | undefined,
  b: OutlineSection | undefined,
) {
  const now = b?.sentences ?? [];
  const first = now[0] ?? 0;
  const removed = (a?.sentences ?? []).filter((index) => sentences.toOf(index) === undefined);
  return inPlace(now.length, (index) => sentences.fromOf(first + index), removed).map(({ from: was, to: is }): SentenceDiff => {
    const [old, young] = [was === undefined ? undefined : from.sentences[was], is === undefined ? undefined : to.sentences[first + is]];
    const runs = wordRuns(old?.text ?? '', young?.text ?? '');
    if (!old || !young) {
      if (young) return { kind: 'added', from: null, to: placed(young), moved: false, runs };
      if (old) return { kind: 'removed', from: placed(old), to: null, moved: false, runs };
      throw new Error('a sentence of neither text');
    }
    const kind = old.shown === young.shown ? 'same' : 'changed';
    return { kind, from: placed(old), to: placed(young), moved: was !== undefined && movedSentences.has(was), runs };
  });
}

function placed({ cite, text, item }: PlacedSentence): Placed {
  return { cite, text, item };
}

function headingOf(section: OutlineSection | undefined): DiffHeading | null {
  return section ? { id: section.id, number: section.number ?? null, heading: section.heading, depth: section.depth } : null;
}

/** The section that most of a new section's sentences came from. */
function cameFrom(section: OutlineSection, from: Outline, { sentences }: Matching): OutlineSection | undefined {
  return mostOf(section, from, (index) => sentences.fromOf(index));
}

/** The section that most of a removed section's sentences went into. */
function wentTo(section: OutlineSection, to: Outline, { sentences }: Matching): OutlineSection | undefined {
  return mostOf(section, to, (index) => sentences.toOf(index));
}

function mostOf(section: OutlineSection, other: Outline, pairOf: (index: number) => number | undefined): OutlineSection | undefined {
  const counts = new Map<number, number>();
  for (const index of section.sentences) {
    const sentence = other.sentences[pairOf(index) ?? -1];
    if (sentence) counts.set(sentence.section, (counts.get(sentence.section) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  return most && most[1] * 2 >= section.sentences.length ? other.sections[most[0]] : undefined;
}
