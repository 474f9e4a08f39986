import type { z } from 'zod';
import type { Actor, AgreementFile, RelatedAgreement, Section, StaleFact } from '../counties/agreement-file.ts';
import type { ResponsibilityRow } from '../counties/responsibility.ts';
import { freeSlug, slugOf } from '../counties/slug.ts';
import type { ImportedText } from '../imports/imported-text.ts';
import type { CollectedTerms } from '../imports/proposals/terms-of.ts';
import { newAddresses, sectionsOf } from '../imports/sections-of.ts';
import { type DraftFile, type DraftText, findSection } from './draft-file.ts';
import type { LeftOut } from './left-out.ts';
import { type ImportedRow, rowsFrom } from './rows-from-import.ts';

/** What is known of an agreement that is brought in, beside its text. */
export type ImportedAgreement = {
  readonly slug: string;
  readonly county: string;
  readonly kind: 'county' | 'local';
  readonly parent?: string | undefined;
  readonly area: string;
  readonly outline: string;
  readonly title: string;
  readonly label: string;
  /** What the ids of its rows begin with: `JA` gives `JA-01`. */
  readonly prefix: string;
  readonly file: string;
};

/** The words that are put where the text has none. */
export type ImportWords = {
  readonly status: string;
  readonly opening: string;
  readonly duties: string;
  readonly strength: Readonly<Record<'should' | 'may', string>>;
};

/**
 * A working copy of an agreement that was read from a file: its sections under their own headings, and of its terms those that a person accepted, each
 * resting on the sentences it was read from. Nothing is put in the place of what is lacking. What cannot be held as it was accepted is left out and told.
 */
export function draftFromImport(
  text: ImportedText,
  { terms, responsibilities, citations, related, deepening, stale }: CollectedTerms,
  wanted: ImportedAgreement,
  words: ImportWords,
): { readonly draft: DraftFile; readonly leftOut: LeftOut[] } {
  const addressOf = newAddresses(text);
  const sections = withDeepening(sectionsOf(text, words.opening), deepening, addressOf);
  const said = (cites: readonly string[]) => wordsAt(sections, cites);
  const moved = responsibilities.map((row): ImportedRow => ({ ...row, cites: movedCites(row.cites, addressOf) }));
  const law = citations.map(({ text: cited, cites }) => ({ cited, cites: movedCites(cites, addressOf) }));
  const { rows, actors, groups, leftOut } = rowsFrom(moved, { prefix: wanted.prefix, sections, law, said, strength: words.strength });
  const { slug, county, kind, parent, area, outline, title, label, file } = wanted;
  const draft: DraftText = {
    slug,
    county,
    kind,
    ...(parent === undefined ? {} : { parent }),
    area,
    title,
    short: title,
    version: { label },
    source: { title, document: file, status: words.status, certainty: 'source' },
    header: {},
    outline,
    sections,
    terms: withMovedCites(terms, addressOf) as DraftText['terms'],
    acts: [],
    unknown: [],
    earlier: [],
    related: relatedFrom(related, addressOf),
    stale: staleFrom(stale, addressOf, said),
    matrix: { layout: 'groups', groups: groups.length > 0 ? groups : [{ id: 'ansvar', heading: words.duties }] },
    actors: actors satisfies Record<string, z.infer<typeof Actor>>,
    responsibilities: rows satisfies z.infer<typeof ResponsibilityRow>[],
    knowledge: [],
  };
  return { draft: { text: draft, children: { considered: [], text: '' }, influence: { text: '' }, spent: {} }, leftOut };
}

function movedCites(cites: readonly string[], addressOf: (address: string) => string): string[] {
  return [...new Set(cites.map(addressOf))];
}

/** The same with every citation at its new address, however deep it lies. */
function withMovedCites(value: unknown, addressOf: (address: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withMovedCites(one, addressOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'cites' && Array.isArray(inner) ? movedCites(inner.map(String), addressOf) : withMovedCites(inner, addressOf),
    ]),
  );
}

/** The words that citations lead to: a sentence, or the heading of a section. */
function wordsAt(sections: readonly Section[], cites: readonly string[]): string {
  return cites
    .flatMap((cite) => {
      const [id = '', sentence] = cite.split('.');
      const section = findSection(sections, id);
      const found = sentence === undefined ? section?.heading : section?.sentences[sentence];
      return found === undefined ? [] : [typeof found === 'string' ? found : found.text];
    })
    .join(' ');
}

function withDeepening(
  sections: readonly Section[],
  deepening: CollectedTerms['deepening'],
  addressOf: (address: string) => string,
): Section[] {
  const bySection = new Map([...deepening].map(([section, links]) => [addressOf(section), links]));
  const walk = (all: readonly Section[]): Section[] =>
    all.map((section) => ({ ...section, deepening: [...(bySection.get(section.id) ?? [])], sections: walk(section.sections) }));
  return walk(sections);
}

function relatedFrom(related: CollectedTerms['related'], addressOf: (address: string) => string): z.infer<typeof RelatedAgreement>[] {
  const taken = new Set<string>();
  return related.map(({ title, kind, about, cites }) => {
    const slug = freeSlug(slugOf(title) || 'dokument', (one) => taken.has(one));
    taken.add(slug);
    return { slug, title, kind, about: about ?? title, held: false, documents: [], cites: movedCites(cites, addressOf) };
  });
}

function staleFrom(
  stale: CollectedTerms['stale'],
  addressOf: (address: string) => string,
  said: (cites: readonly string[]) => string,
): z.infer<typeof StaleFact>[] {
  return stale.map(({ since, cites: read }, at) => {
    const cites = movedCites(read, addressOf);
    return { id: `passerat-${at + 1}`, since, text: said(cites) || since, cites };
  });
}

/** What an agreement must have and a draft does not: terms by their names, `summary`, `day` and `rows`; and terms that the text may have and nobody has accepted. */
export function lackingOf({ summary, version, terms, responsibilities }: DraftText): { readonly must: string[]; readonly may: string[] } {
  const held = new Set(Object.keys(terms).filter((name) => terms[name as keyof AgreementFile['terms']] !== undefined));
  const without = (names: readonly string[]) => names.filter((name) => !held.has(name));
  return {
    must: [
      ...without(['parties', 'target', 'validity', 'adoption']),
      ...(summary === undefined ? ['summary'] : []),
      ...(version.from === undefined ? ['day'] : []),
      ...(responsibilities.length === 0 ? ['rows'] : []),
      ...(responsibilities.some((row) => Object.keys(row.conditions).length > 0 && row['way-forward'] === undefined)
        ? ['way-forward']
        : []),
    ],
    may: without(['extension', 'cadences', 'ladders', 'duty-to-inform', 'local-agreements', 'termination', 'minor-amendment']),
  };
}
