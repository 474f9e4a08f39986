import { type Kept, keeping } from '../../ui/index.ts';

/** Where what a link takes along is put in: into one to the agreement itself (`own`), or to another place of the service; after which sign. */
type Opening = { readonly own: boolean; readonly joint: '?' | '&amp;' };

/** HTML cut where its links within the service take something along. */
export type Pieces = readonly (string | Opening)[];

/** The HTML of an agreement's text, cut so that it can be put together for any day and version. */
export function piecesOf(html: string, slug: string): Pieces {
  const pieces: (string | Opening)[] = [];
  let from = 0;
  for (const found of html.matchAll(/ href="(\/[^"#]*)/g)) {
    const href = found[1] ?? '';
    const end = found.index + found[0].length;
    const own = href.startsWith(`/avtal/${slug}/`) || href === `/avtal/${slug}`;
    pieces.push(html.slice(from, end), { own, joint: href.includes('?') ? '&amp;' : '?' });
    from = end;
  }
  return [...pieces, html.slice(from)];
}

/** Put together with the links leading to the day that was asked about, and those to the agreement itself to the version that is read. */
export function joinKeeping(pieces: Pieces, kept: Kept): string {
  const own = takenAlong(kept);
  const other = takenAlong({ datum: kept.datum });
  let html = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') html += piece;
    else {
      const along = piece.own ? own : other;
      if (along) html += piece.joint + along;
    }
  }
  return html;
}

/** What stands after `?` in an address that takes this along, as it is written in HTML. */
function takenAlong(kept: Kept): string {
  return keeping('', kept).slice(1).replaceAll('&', '&amp;');
}
