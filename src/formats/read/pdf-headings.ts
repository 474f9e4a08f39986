import { looksLikeHeading } from '../../domain/imports/heading-shape.ts';
import type { PageLine } from './pdf-fragments.ts';

/** So many kinds of headings a document has at most. */
const MOST_LEVELS = 6;

/** Bold lines of the size of the text are headings when most of them could be. */
const MOST = 0.6;

/** How the letters of a line look, as a number: larger for larger, and for bold of the same size. */
export function lookOf({ size, bold }: PageLine): number {
  return size + (bold ? 0.01 : 0);
}

/** Which look is which level of heading; 0 is the title, which stands once and first. Null where all headings look the same. Empty when all lines do. */
export function headingLooks(pages: readonly (readonly PageLine[])[]): ReadonlyMap<number, number | null> {
  const lines = pages.flat();
  const signs = new Map<number, number>();
  for (const line of lines) signs.set(lookOf(line), (signs.get(lookOf(line)) ?? 0) + wordsOf(line).length);
  const body = [...signs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const kept = [...signs.keys()]
    .filter((look) => look > body && (signs.get(look) ?? 0) < (signs.get(body) ?? 0))
    .filter((look) => look > body * 1.06 || areHeadings(lines.filter((line) => lookOf(line) === look)))
    .sort((a, b) => b - a);
  const [largest] = kept;
  const first = lines.find((line) => kept.includes(lookOf(line)));
  const isTitle = largest !== undefined && first && lookOf(first) === largest && placesOf(lines, largest) === 1;
  const levels = kept.slice(0, MOST_LEVELS + 1).map((look, index): [number, number] => [look, index + (isTitle ? 0 : 1)]);
  const isOne = levels.filter(([, level]) => level > 0).length === 1;
  return new Map(levels.map(([look, level]) => [look, isOne && level > 0 ? null : level]));
}

function wordsOf({ fragments }: PageLine): string {
  return fragments.map(({ text }) => text).join(' ');
}

function areHeadings(lines: readonly PageLine[]): boolean {
  return lines.filter((line) => line.fragments.length === 1 && looksLikeHeading(wordsOf(line))).length >= lines.length * MOST;
}

/** In how many places there are lines of a look. */
function placesOf(lines: readonly PageLine[], look: number): number {
  return lines.filter((line, index) => lookOf(line) === look && (index === 0 || lookOf(lines[index - 1] ?? line) !== look)).length;
}
