import { type Citation, type CitedSource, type Provision, sourceId } from './citation.ts';
import { formatProvisions } from './format-provisions.ts';
import type { KnownSource, KnownStatutes } from './known-statutes.ts';

/** What is written of a source and its provisions; `Citation` fits, and so does a counterpart. */
export type Cited = Pick<Citation, 'source' | 'provisions'>;

const SERIES_IN_TEXT = new Map([
  ['Prop.', 'prop.'],
  ['Skr.', 'skr.'],
  ['Dir.', 'dir.'],
  ['EU', '(EU)'],
]);

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function knownOf(source: CitedSource, known: KnownStatutes): KnownSource | undefined {
  if (source.kind === 'number') return known.sources.get(sourceId(source.series, source.number));
  return known.sources.get(source.candidates.at(-1) ?? '');
}

function numbered(series: string, number: string): string {
  return join([SERIES_IN_TEXT.get(series) ?? series, number]);
}

function titled({ definite }: KnownSource, number: string): string {
  return `${definite.before} (${number})${definite.after}`;
}

/** `socialtjänstlagen (2025:400)`, `lagen (1991:1128) om psykiatrisk tvångsvård`, `SOSFS 2011:9`. A name of several acts stays without number. */
function sourceText(source: CitedSource, known: KnownStatutes): string {
  const entry = knownOf(source, known);
  if (source.kind === 'number') {
    if (source.series !== 'SFS') return numbered(source.series, source.number);
    return entry ? titled(entry, source.number) : `SFS ${source.number}`;
  }
  if (entry?.abbreviation === undefined) return source.name;
  return source.candidates.length === 1 ? titled(entry, entry.id) : `${entry.definite.before}${entry.definite.after}`;
}

/** The Swedish standard form: `7 kap. 2 § socialtjänstlagen (2025:400)`. A name that several acts have borne stays without number. */
export function formatCitation(cited: Cited, known: KnownStatutes): string {
  return join([formatProvisions(cited.provisions), sourceText(cited.source, known)]);
}

/** `SoL` when it means this act today, `SoL (2001:453)` when a later act has the name, the number when there is no abbreviation. */
function shortSource(source: CitedSource, known: KnownStatutes): string {
  if (source.kind === 'name') return source.name;
  const id = sourceId(source.series, source.number);
  const abbreviation = known.sources.get(id)?.abbreviation;
  if (abbreviation === undefined) return source.series === 'SFS' ? source.number : numbered(source.series, source.number);
  return known.candidates.get(abbreviation)?.at(-1) === id ? abbreviation : `${abbreviation} (${id})`;
}

/** The short form, name first: `SoL 7 kap. 2 §`. */
export function formatCitationShort(cited: Cited, known: KnownStatutes): string {
  return join([shortSource(cited.source, known), formatProvisions(cited.provisions)]);
}

/** An act of law.yaml by id, with provisions, as something that can be formatted. */
export function citedOf(id: string, provisions: readonly Provision[]): Cited {
  const match = /^(?:(.+) )?(\d{4}(?:\/\d+)?(?::\d+)?)$/.exec(id);
  const series = match?.[1] === '(EU)' ? 'EU' : (match?.[1] ?? 'SFS');
  return { source: { kind: 'number', series, number: match?.[2] ?? id }, provisions };
}
