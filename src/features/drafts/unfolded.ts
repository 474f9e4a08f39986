import { nextTexts } from './texts-next.ts';

const { sections, terms, rows } = nextTexts.ids;

/** The first word of a form's path, where that says that it belongs to another part than the terms: none for what is not folded. */
const BY_PATH: Readonly<Record<string, string | undefined>> = {
  avsnitt: sections,
  'nytt-avsnitt': sections,
  ansvar: rows,
  barn: undefined,
  delaktighet: undefined,
  avbryt: undefined,
};

/** The page of a working copy after a form was saved, with the part that leads to that form unfolded: whoever changes several things in a row goes on where they were. */
export function savedHref(here: string, path: string): string {
  const [first = ''] = path.split('/');
  return withPart(`${here}?klart=1`, first in BY_PATH ? BY_PATH[first] : terms);
}

/** The same after places (`section:syfte`) were approved; nothing unfolded where they are of several parts. */
export function approvedHref(here: string, places: readonly string[]): string {
  const [part, ...others] = new Set(places.map(partOfPlace));
  return withPart(`${here}?klart=godkant`, others.length === 0 ? part : undefined);
}

function partOfPlace(place: string): string | undefined {
  const [kind] = place.split(':');
  if (kind === 'section') return sections;
  if (kind === 'row') return rows;
  return kind === 'term' || kind === 'facts' || kind === 'outline' || kind === 'matrix' ? terms : undefined;
}

function withPart(href: string, part: string | undefined): string {
  return part === undefined ? href : `${href}&del=${part}`;
}
