/**
 * White space between a token and the one before it. `glued` = none, `line` = at most one line break (the sources break
 * lines inside citations), `block` = a blank line or a page break, which no citation crosses.
 */
export type Gap = 'glued' | 'space' | 'line' | 'block';

export type TokenKind = 'word' | 'number' | 'section' | 'dash' | 'mark';

/** A piece of text with its place in UTF-16 units. `key` is what rules compare: composed, without soft hyphens, for words as written. */
export type Token = { kind: TokenKind; key: string; lower: string; start: number; end: number; gap: Gap };

/** One class of characters per alternative, so that no input can make it go back. */
const PIECE = /[\s\u200b\u2060\ufeff]+|\p{L}[\p{L}\p{M}\u00ad]*|\d+|§+|[-\u2010-\u2015\u2212]|./gsu;
const SPACE = /^[\s\u200b\u2060\ufeff]/u;
const BREAKS = /\r\n?|[\n\u2028]/g;
const PAGE = /[\f\v\u2029]/;

function kindOf(piece: string): TokenKind {
  if (/^\p{L}/u.test(piece)) return 'word';
  if (/^\d/.test(piece)) return 'number';
  if (piece.startsWith('§')) return 'section';
  return /^[-\u2010-\u2015\u2212]$/u.test(piece) ? 'dash' : 'mark';
}

function gapOf(space: string): Gap {
  if (PAGE.test(space)) return 'block';
  const breaks = space.match(BREAKS)?.length ?? 0;
  if (breaks > 1) return 'block';
  return breaks === 1 ? 'line' : 'space';
}

function keyOf(kind: TokenKind, piece: string): string {
  if (kind === 'dash') return '-';
  return kind === 'word' ? piece.replaceAll('\u00ad', '').normalize('NFC') : piece;
}

/** The text as tokens, in one pass. Never fails; every offset is a UTF-16 index into `text`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 'block';
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    if (SPACE.test(piece)) {
      gap = gapOf(piece);
      continue;
    }
    const kind = kindOf(piece);
    const key = keyOf(kind, piece);
    const start = match.index;
    tokens.push({ kind, key, lower: kind === 'word' ? key.toLowerCase() : key, start, end: start + piece.length, gap });
    gap = 'glued';
  }
  return tokens;
}
