import type { LawFile } from '../../domain/counties/national-files.ts';

export const ENTRY_KINDS = ['agreement', 'duty', 'section', 'knowledge', 'law', 'county', 'municipality', 'body', 'related'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A part of an entry's text; `anchor` is the id it has on the page the entry leads to. */
export type Part = { readonly text: string; readonly anchor?: string };

/** One findable thing, before its words are made ready. `readable`: first day, and the day after the last. */
export type Entry = {
  readonly kind: EntryKind;
  readonly county?: string;
  readonly agreement?: string;
  readonly area?: string;
  readonly readable?: { readonly from?: string; readonly until?: string };
  readonly address: string;
  readonly title: string;
  /** Where it stands, in words; may be empty. */
  readonly place: string;
  readonly parts: readonly Part[];
  /** Words that are not shown but should find it: actors, names of laws. */
  readonly around?: readonly string[];
  /** `law:…` lexemes of what it cites. */
  readonly cites?: readonly string[];
};

/** How much each kind of entry counts: whole things before their parts, what is someone's duty before what is told. */
export const KIND_WEIGHT: Record<EntryKind, number> = {
  municipality: 1.2,
  county: 1.2,
  agreement: 1.15,
  duty: 1.1,
  section: 1,
  knowledge: 0.9,
  law: 1,
  body: 1,
  related: 0.8,
};

/** What making entries of an agreement needs besides it; `cited` collects the laws its sentences cite. */
export type Surroundings = { readonly law: LawFile; readonly cited: Set<string> };
