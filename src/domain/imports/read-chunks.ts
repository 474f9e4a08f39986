import { type Chunk, placeOf } from './chunk.ts';
import { headingNumber } from './heading-shape.ts';
import type { Place } from './imported-text.ts';
import { type Breaking, endsEarly, goesOn, headingGoesOn, isTerminated } from './line-joins.ts';
import type { Line } from './lines.ts';
import { isIndented, rowOf } from './read-cells.ts';

const BULLET = /^[-–—•·▪◦‣*+](?:\s+(?=\S)|(?=[”"]))/;
const ORDINAL = /^(?:\d{1,2}[.)]|[a-zåäö][.)]|\(?[a-z0-9]{1,2}\)|[ivx]{1,4}[.)])\s+(?=\S)/;

/** The pieces of a text in order, and the signs between cells, which are no words. */
export function readChunks(lines: readonly Line[], raw: string, breaking: Breaking): { readonly chunks: Chunk[]; readonly marks: Place[] } {
  const chunks: Chunk[] = [];
  const marks: Place[] = [];
  let between = false;
  let cut = false;
  for (const line of lines) {
    if (line.furniture) {
      between ||= line.furniture !== 'mark';
      cut ||= line.furniture === 'mark';
      continue;
    }
    const last = chunks.at(-1);
    const started = startOf(line, last, raw, breaking);
    if (started?.kind === 'row') marks.push(...started.marks);
    if (started) continueRow(chunks, started.chunk, raw);
    else if (last && !cut && joins(last, line, between, breaking)) {
      last.lines.push(line);
      if (last.kind !== 'row') last.places.push(placeOf(line));
    } else chunks.push({ kind: 'paragraph', lines: [line], places: [placeOf(line)] });
    between = false;
    cut = false;
  }
  return { chunks, marks };
}

type Started = { readonly kind: 'row' | 'other'; readonly chunk: Chunk; readonly marks: Place[] };

/** What a line begins by its own signs or its hint; undefined when it is plain text. */
function startOf(line: Line, last: Chunk | undefined, raw: string, breaking: Breaking): Started | undefined {
  const other = (chunk: Chunk): Started => ({ kind: 'other', chunk, marks: [] });
  const { hint, text } = line;
  if (hint?.kind === 'heading') {
    const goesOnFrom = last?.kind === 'heading' && last.level === hint.level && headingGoesOn(last.lines.at(-1), line, hint.level);
    return goesOnFrom ? undefined : other(headingOf(line, 0, hint.level));
  }
  if (hint?.kind === 'item') {
    const { ordered, depth, list } = hint;
    return other({ kind: 'item', lines: [line], places: [placeOf(line)], lead: null, ordered, depth, list });
  }
  if (breaking.notation === 'markdown' && !hint) {
    const signs = /^#{1,6}\s+(?=\S)/.exec(text)?.[0];
    if (signs) return other(headingOf(line, signs.length, signs.trim().length));
  }
  const tabs = raw.slice(line.whole.from, line.whole.to).trim().split('\t').length - 1;
  const row = hint?.kind === 'paragraph' ? undefined : rowOf(line, raw);
  const item = markerOf(line, last, breaking);
  if (row && !(item && tabs < 2) && (!isIndented(line, raw) || (last?.kind === 'row' && last.cells.length === row.cells.length))) {
    const { table, head } = hint?.kind === 'row' ? hint : { table: null, head: false };
    const chunk: Chunk = { kind: 'row', lines: [line], cells: row.cells.map((cell) => [cell]), table, head };
    return { kind: 'row', chunk, marks: row.marks };
  }
  return item && other(item);
}

/** A heading of a line whose words begin after some signs; its number is taken from them. */
export function headingOf(line: Line, signs: number, level: number | null): Chunk {
  const { number, length } = headingNumber(line.text.slice(signs));
  const body = line.text.slice(signs + length).replace(/\s+#+$/, '').length;
  const from = line.from + signs + length;
  const lead = signs + length > 0 ? { from: line.from, to: from } : null;
  return { kind: 'heading', lines: [line], places: [{ from, to: from + body }], lead, number, level };
}

function markerOf(line: Line, last: Chunk | undefined, breaking: Breaking): Chunk | undefined {
  const before = last?.lines.at(-1);
  const bullet = BULLET.exec(line.text)?.[0];
  const marker = bullet ?? ORDINAL.exec(line.text)?.[0];
  if (!marker || /^\*\S/.test(line.text)) return undefined;
  if (last?.kind === 'paragraph' && before && !line.blank && !before.furniture && breaking.notation !== 'markdown') {
    const broken = !isTerminated(before.text) && !endsEarly(before, line, breaking.width) && !/[:;]$/.test(before.text);
    if (broken && (bullet === undefined || /^[-–—]/.test(bullet))) return undefined;
  }
  const to = line.from + marker.trimEnd().length;
  const places = [{ from: line.from + marker.length, to: line.to }];
  return { kind: 'item', lines: [line], places, lead: { from: line.from, to }, ordered: !bullet, depth: null, list: null };
}

function joins(last: Chunk, line: Line, between: boolean, breaking: Breaking): boolean {
  const before = last.lines.at(-1);
  if (!before || last.kind === 'row') return false;
  if (last.kind === 'heading') return line.hint?.kind === 'heading';
  if (breaking.notation === 'styled' && line.hint && line.blank && line.page === before.page) return false;
  const isUnder = last.kind === 'item' && !line.blank && line.indent > (last.lines[0]?.indent ?? 0) + 1;
  return isUnder || goesOn(before, line, between, breaking);
}

/** Adds a chunk; a row without a first cell whose words go on from those above is put with them, as where a page ended within a row. */
function continueRow(chunks: Chunk[], chunk: Chunk, raw: string): void {
  const last = chunks.at(-1);
  if (chunk.kind !== 'row' || last?.kind !== 'row' || chunk.cells.length !== last.cells.length || chunk.table !== null) {
    chunks.push(chunk);
    return;
  }
  const texts = chunk.cells.map((places) => places.map(({ from, to }) => raw.slice(from, to)).join(''));
  const goesOnFrom = texts[0] === '' && texts.some((text) => text !== '') && texts.every((text) => text === '' || /^\p{Ll}/u.test(text));
  const crosses = texts.every((text) => text.length < 4);
  if (!goesOnFrom || crosses) chunks.push(chunk);
  else for (const [index, places] of chunk.cells.entries()) last.cells[index]?.push(...places.filter(({ from, to }) => to > from));
}
