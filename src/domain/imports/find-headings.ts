import { type Chunk, wordsOf } from './chunk.ts';
import { HEADING_NUMBER, looksLikeHeading } from './heading-shape.ts';
import { headingOf } from './read-chunks.ts';
import { AUTHORITY, CHAPTERS } from './structure-words.ts';

/** From so many short lines in a row, all but the first are the items of a list. */
const RUN = 3;

/** In a text without signs or styles: which chunks are headings by their look and place. Answers all chunks in order. */
export function findHeadings(chunks: readonly Chunk[]): Chunk[] {
  const could = chunks.map((chunk, index) => couldBe(chunk, index, chunks));
  for (let index = chunks.length - 1; index >= 0 && could[index]; index--) could[index] = false;
  const found: Chunk[] = [];
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index];
    const line = chunk?.lines[0];
    if (!chunk || !line || !could[index]) {
      if (chunk) found.push(chunk);
      continue;
    }
    let end = index + 1;
    while (could[end] && !chunks[end]?.lines[0]?.blank && chunks[end]?.kind === 'paragraph') end += 1;
    found.push(asHeading(chunk));
    const run = chunks.slice(index + 1, end);
    if (run.length + 1 < RUN) continue;
    const heads = run.length + 1 > RUN && AUTHORITY.test(run[0]?.lines[0]?.text.toLowerCase() ?? '') ? 1 : 0;
    found.push(...run.slice(0, heads).map(asHeading), ...run.slice(heads).map(asItem));
    index = end - 1;
  }
  return found;
}

function couldBe(chunk: Chunk, index: number, chunks: readonly Chunk[]): boolean {
  const text = wordsOf(chunk);
  const next = chunks[index + 1];
  if (chunk.kind === 'item') return isNumbered(chunk) && looksLikeHeading(text) && !isBesideNumber(index, chunks);
  if (chunk.kind !== 'paragraph' || !looksLikeHeading(text)) return false;
  return !(next?.kind === 'item' && !next.lines[0]?.blank && /^\p{Ll}/u.test(next.lines[0]?.text.replace(/^\S+\s+/, '') ?? ''));
}

function isNumbered(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'item' && chunk.lead !== null && HEADING_NUMBER.test(chunk.lines[0]?.text ?? '');
}

/** Is it one of several numbered lines with nothing between? Then they are a list. */
function isBesideNumber(index: number, chunks: readonly Chunk[]): boolean {
  return [chunks[index - 1], chunks[index + 1]].some((other) => other?.kind === 'item' && other.ordered);
}

function asHeading(chunk: Chunk): Chunk {
  const line = chunk.lines[0];
  if (!line || chunk.kind === 'row') return chunk;
  const heading = headingOf(line, 0, null);
  if (heading.kind !== 'heading') return chunk;
  return { ...heading, lines: chunk.lines, places: [...heading.places, ...chunk.places.slice(1)] };
}

function asItem(chunk: Chunk): Chunk {
  if (chunk.kind !== 'paragraph') return chunk;
  return { kind: 'item', lines: chunk.lines, places: chunk.places, lead: null, ordered: false, depth: 0, list: null };
}

/**
 * Gives every heading without a level one: by its number, or else one below a heading that nothing stands between, the highest for a chapter that
 * agreements have, and otherwise that of the heading before.
 */
export function levelHeadings(chunks: readonly Chunk[]): void {
  let before: Chunk | undefined;
  let level = 1;
  for (const chunk of chunks) {
    if (chunk.kind === 'heading' && chunk.level === null) {
      const text = chunk.lines
        .map((line) => line.text)
        .join(' ')
        .toLowerCase();
      if (chunk.number) chunk.level = chunk.number.split('.').length;
      else if (before?.kind === 'heading' && before.level !== 0) chunk.level = Math.min((before.level ?? level) + 1, 6);
      else chunk.level = CHAPTERS.some((pattern) => pattern.test(text)) ? 1 : level;
    }
    if (chunk.kind === 'heading' && chunk.level !== null && chunk.level > 0) level = chunk.level;
    before = chunk;
  }
}
