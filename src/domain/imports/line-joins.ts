import type { Notation } from './imported-text.ts';
import type { Line } from './lines.ts';
import { UNFINISHED } from './structure-words.ts';

/** How the lines of a text are broken: by which notation, and at which width. */
export type Breaking = { readonly notation: Notation; readonly width: number };

/** A line with a label of its own: `Källa: …`. */
const LABEL = /^\p{Lu}[\p{L}-]+: \S/u;

/** Does a line go on in the next? `between`: there is page furniture between them. */
export function goesOn(line: Line, next: Line, between: boolean, { notation, width }: Breaking): boolean {
  const isSmall = /^[\p{Ll}(]/u.test(next.text);
  const unfinished = isUnfinished(line.text);
  if (between) return /^\p{Ll}/u.test(next.text) && !isTerminated(line.text);
  if (next.blank) return unfinished && /^\p{Ll}/u.test(next.text);
  if (LABEL.test(next.text) && isTerminated(line.text)) return false;
  if (isSmall || unfinished || isOpen(line.text)) return true;
  if (notation === 'markdown') return !line.broken;
  return !endsEarly(line, next, width);
}

/** So long a line of a heading was broken by the edge. */
const LONG_HEADING = 45;

/** Does a heading go on in the next line, which looks the same? */
export function headingGoesOn(line: Line | undefined, next: Line, level: number | null): boolean {
  if (!line || next.blank) return false;
  return level === 0 || /^[\p{Ll}(]/u.test(next.text) || isUnfinished(line.text) || line.text.length > LONG_HEADING;
}

/** Letters differ in width: a line is surely short of the edge at this share of the longest lines. */
const SURE = 0.92;

/** Does a line end before it had to: short, or after a full stop with room for the next word? */
export function endsEarly(line: Line, next: Line, width: number): boolean {
  if (line.text.length < width * 0.8) return true;
  return isTerminated(line.text) && line.text.length + 1 + (next.text.split(' ')[0]?.length ?? 0) < width * SURE;
}

/** Does it end as a sentence does? */
export function isTerminated(text: string): boolean {
  return /[.!?:][”"'’»)]*$/.test(text);
}

function isUnfinished(text: string): boolean {
  return UNFINISHED.has(text.split(' ').at(-1) ?? '') || /[\p{L}\d]-$/u.test(text);
}

/** Is there a parenthesis that has not been closed? */
function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}
