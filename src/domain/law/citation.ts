/**
 * A place inside an act. `chapter` and `section` as printed (`16`, `9 a`); only `chapter` = the whole chapter.
 * `paragraphs` are stycken and `items` punkter, both counted from 1.
 */
export type Provision = {
  chapter?: string;
  section?: string;
  paragraphs?: readonly number[];
  items?: readonly number[];
};

/**
 * What a citation points at. `number`: the text gives the number (`2025:400`, series `SFS`; `2012/13:77`, series `Prop.`).
 * `name`: it gives a name or abbreviation only; `candidates` are the sources that bear it, oldest first.
 */
export type CitedSource =
  | { kind: 'number'; series: string; number: string }
  | { kind: 'name'; name: string; candidates: readonly string[] };

/** A citation found in a text: `text` is exactly `slice(start, end)` in UTF-16 units. No provisions = the source as a whole. */
export type Citation = { start: number; end: number; text: string; source: CitedSource; provisions: readonly Provision[] };

/** The id a numbered source has in law.yaml: SFS by its bare number, others with their series in front. */
export function sourceId(series: string, number: string): string {
  if (series === 'SFS') return number;
  return series === 'EU' ? `(EU) ${number}` : `${series} ${number}`;
}

/** A provision as law.yaml writes it: `16:4`, `7 a`, `14 kap.`. Paragraphs and items are left out: they are not kept there. */
export function provisionKey(provision: Provision): string {
  const { chapter, section } = provision;
  if (section === undefined) return `${chapter ?? '?'} kap.`;
  return chapter === undefined ? section : `${chapter}:${section}`;
}

/** The reverse of `provisionKey`. */
export function provisionOf(key: string): Provision {
  if (key.endsWith(' kap.')) return { chapter: key.slice(0, -' kap.'.length) };
  const colon = key.indexOf(':');
  return colon < 0 ? { section: key } : { chapter: key.slice(0, colon), section: key.slice(colon + 1) };
}

/** How exact the citation is: the act as a whole, whole chapters, or provisions. */
export function citationLevel(citation: Citation): 'source' | 'chapter' | 'provision' {
  if (citation.provisions.length === 0) return 'source';
  return citation.provisions.some((provision) => provision.section !== undefined) ? 'provision' : 'chapter';
}
