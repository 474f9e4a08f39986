import { type Chunk, wordsOf } from './chunk.ts';
import { looksLikeHeading } from './heading-shape.ts';
import { sentenceStarts } from './split-sentences.ts';
import { DOCUMENT_WORDS } from './structure-words.ts';

const LONGEST = 300;

/** Makes the first chunk a heading of level 0 when it is the title of the document. Answers all chunks in order. */
export function findTitle(chunks: readonly Chunk[]): Chunk[] {
  const [first, ...rest] = chunks;
  if (!first || rest.length === 0 || rest.some((chunk) => chunk.kind === 'heading' && chunk.level === 0)) return [...chunks];
  const named = DOCUMENT_WORDS.test(wordsOf(first).toLowerCase());
  if (first.kind === 'heading') {
    const alone = rest.every((chunk) => chunk.kind !== 'heading' || chunk.level === null || chunk.level > (first.level ?? 0));
    const isTitle = first.level === 0 || named || (first.level !== null && alone && rest.some(({ kind }) => kind === 'heading'));
    return isTitle && first.number === null ? [{ ...first, level: 0 }, ...rest] : [...chunks];
  }
  if (first.kind !== 'paragraph' || !named) return [...chunks];
  const text = wordsOf(first);
  const isShort = text.length <= LONGEST && sentenceStarts(text).length === 1;
  const { lines, places } = first;
  if (!isShort || (!looksLikeHeading(text.slice(0, 60).replace(/\s\S*$/, '')) && /[:;,]$/.test(text))) return [...chunks];
  return [{ kind: 'heading', lines, places, lead: null, number: null, level: 0 }, ...rest];
}
