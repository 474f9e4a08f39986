import type { SourceText } from './source-text.ts';

/** From so many headings with number signs, a text is Markdown whatever its file is called. */
const ENOUGH = 2;

/** A text file as a source: Markdown when it says so or shows it, pages where there are form feeds. */
export function sourceOfText(raw: string, called: 'markdown' | 'text'): SourceText {
  const signs = raw.match(/^#{1,6}[ \t]+\S/gm) ?? [];
  const notation = called === 'markdown' || signs.length >= ENOUGH ? 'markdown' : 'plain';
  const pages = [0, ...[...raw.matchAll(/\f/g)].map(({ index }) => index + 1)].filter((start) => start < Math.max(raw.length, 1));
  return { raw, pages, notation, hints: new Map() };
}
