import type { LawFile } from '../../domain/counties/national-files.ts';

export const ENTRY_KINDS = [
  'agreement',
  'duty',
  'section',
  'knowledge',
  'law',
  'county',
  'municipality',
  'body',
  'role',
  'related',
  'way',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A part of an entry's text; `anchor` is the id it has on the page the entry leads to. */
export type Part = { readonly text: string; readonly anchor?: string };

/** One findable thing, before its words are made ready. */
export type Entry = {
  readonly kind: EntryKind;
  readonly county?: string;
  readonly agreement?: string;
  readonly area?: string;
  /** The days on which this is what to read: from the first, until the one after the last. Absent = always. */
  readonly readable?: { readonly from?: string; readonly until?: string };
  readonly address: string;
  readonly title: string;
  /** Where it stands, in words; may be empty. */
  readonly place: string;
  readonly parts: readonly Part[];
  /** Other names of the same thing: as good as the title. */
  readonly alsoCalled?: readonly string[];
  /** Words that are not shown but should find it: actors. */
  readonly around?: readonly string[];
  /** What it cites: `law:…` lexemes, each with the texts it stands in, as bits (see `placeOf`); 0 when it stands in none of them. */
  readonly cites?: ReadonlyMap<string, number>;
};

/** How much each kind of entry counts: whole things before their parts, what is someone's duty before what is told. */
export const KIND_WEIGHT: Record<EntryKind, number> = {
  municipality: 1,
  county: 1,
  agreement: 0.95,
  duty: 0.9,
  section: 0.85,
  knowledge: 0.75,
  law: 0.85,
  body: 0.85,
  role: 0.8,
  way: 0.85,
  related: 0.65,
};

/** How strongly an entry holds a law that it cites, of 255: as a word in its text. */
export const CITED = 70;

/** What an entry is filtered by. */
export const marks = {
  kind: (kind: EntryKind) => `kind:${kind}`,
  area: (area: string) => `area:${area}`,
  place: (county: string | undefined) => `place:${county ?? 'all'}`,
  from: (day: string) => `from:${day}`,
  until: (day: string) => `until:${day}`,
};

export function marksOf({ kind, area, county, readable }: Entry): string[] {
  return [
    marks.kind(kind),
    marks.place(county),
    ...(area ? [marks.area(area)] : []),
    ...(readable?.from ? [marks.from(readable.from)] : []),
    ...(readable?.until ? [marks.until(readable.until)] : []),
  ];
}

/** What making entries of an agreement needs besides it; `cited` collects the laws its sentences cite. */
export type Surroundings = { readonly law: LawFile; readonly cited: Set<string> };
