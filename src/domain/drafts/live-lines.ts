import { diffArrays } from 'diff';

/** What a section says, as its form shows it: the heading, and the sentences one a line. */
export type SectionText = { readonly heading: string; readonly lines: string };

/** A part of a text that another has in its place: where it begins, how many characters it takes away, and what it puts there. */
export type Edit = { readonly at: number; readonly removed: number; readonly inserted: string };

/** More differences than this within one passage, and it counts as written anew. */
const MOST_STEPS = 1000;

/** How one text became another, by lines and within them by words, in order. */
export function editsBetween(before: string, after: string): Edit[] {
  const lines = compared(before.match(/[^\n]*\n|[^\n]+/g) ?? [], after.match(/[^\n]*\n|[^\n]+/g) ?? [], 0);
  return lines.flatMap((edit) => {
    const removed = before.slice(edit.at, edit.at + edit.removed);
    return compared(removed.match(WORDS) ?? [], edit.inserted.match(WORDS) ?? [], edit.at);
  });
}

const WORDS = /[\p{L}\p{N}]+|[\s\S]/gu;

function compared(before: string[], after: string[], from: number): Edit[] {
  const parts = diffArrays(before, after, { maxEditLength: MOST_STEPS }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const edits: { at: number; removed: number; inserted: string }[] = [];
  let at = from;
  let open: { at: number; removed: number; inserted: string } | undefined;
  for (const { value, added, removed } of parts) {
    const text = value.join('');
    if (!added && !removed) {
      at += text.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { at, removed: 0, inserted: '' };
      edits.push(open);
    }
    if (added) open.inserted += text;
    else {
      open.removed += text.length;
      at += text.length;
    }
  }
  return edits.filter(({ removed, inserted }) => removed > 0 || inserted !== '');
}

/**
 * What two who began from the same text have made of it together. What either has taken away is gone, what either has put in is there; where both have put
 * in the same it is there once, and where both have put in something at the same place that of `theirs` comes first.
 */
export function mergeTexts(base: string, theirs: string, mine: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const sides = [editsBetween(base, theirs), editsBetween(base, mine)];
  const cuts = [...new Set([0, base.length, ...sides.flat().flatMap(({ at, removed }) => [at, at + removed])])].sort((a, b) => a - b);
  let merged = '';
  for (const [nth, at] of cuts.entries()) {
    const put = [...new Set(sides.flatMap((edits) => edits.find((edit) => edit.at === at)?.inserted ?? []))].filter((text) => text !== '');
    for (const text of put) merged += between(merged, text, put.length > 1) + text;
    const end = cuts[nth + 1] ?? at;
    const isGone = sides.some((edits) => edits.some((edit) => edit.at <= at && at < edit.at + edit.removed));
    if (!isGone) merged += base.slice(at, end);
  }
  return merged;
}

/** Two words that were put in at the same place are not one. */
function between(before: string, after: string, both: boolean): string {
  return both && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
}

/** As `mergeTexts`, for both parts of a section. */
export function mergeSections(base: SectionText, theirs: SectionText, mine: SectionText): SectionText {
  return { heading: mergeTexts(base.heading, theirs.heading, mine.heading), lines: mergeTexts(base.lines, theirs.lines, mine.lines) };
}
