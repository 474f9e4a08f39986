import type { FurnitureKind, Place } from './imported-text.ts';
import type { LineHint, SourceText } from './source-text.ts';

/**
 * A line that is not blank. `from` and `to` leave out the white space around it, `whole` has it all; `indent` counts what stands before;
 * `blank`: there is an empty line before it.
 */
export type Line = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly whole: Place;
  readonly indent: number;
  readonly blank: boolean;
  /** Ends with two spaces, by which Markdown asks for a new line. */
  readonly broken: boolean;
  readonly page: number;
  readonly hint: LineHint | undefined;
  furniture?: FurnitureKind;
};

/** The lines of a text that have something on them, in order. */
export function linesOf({ raw, pages, hints }: Pick<SourceText, 'raw' | 'pages' | 'hints'>): Line[] {
  const lines: Line[] = [];
  let blank = true;
  let page = 0;
  for (const { 0: whole, index } of raw.matchAll(/[^\n\r\f]+/g)) {
    const text = whole.trim();
    blank ||= lines.length === 0 || /\n[^\S\n]*\n|\r\r|\f/.test(raw.slice(lines.at(-1)?.to, index));
    if (text === '') continue;
    const from = index + whole.length - whole.trimStart().length;
    while ((pages[page + 1] ?? Number.POSITIVE_INFINITY) <= from) page += 1;
    const indent = [...whole.slice(0, from - index)].reduce((sum, sign) => sum + (sign === '\t' ? 4 : 1), 0);
    const places = { from, to: from + text.length, whole: { from: index, to: index + whole.length } };
    lines.push({ ...places, text, indent, blank, broken: /\S {2,}$/.test(whole), page, hint: hints.get(from) });
    blank = false;
  }
  return lines;
}

/** How wide the lines of a text run before they are broken; infinite where each line is a whole paragraph. */
export function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return wide > 160 ? Number.POSITIVE_INFINITY : Math.max(wide, 60);
}
