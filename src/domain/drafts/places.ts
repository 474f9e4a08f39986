import type { Section } from '../counties/agreement-file.ts';
import type { DraftText } from './draft-file.ts';

/**
 * The parts of a draft that are written and approved each by itself: `facts`, `outline` (which sections, in which order), `section:<id>`,
 * `term:<name>`, `matrix` (actors and headings), `row:<id>`, and of a local agreement `practice:<row of the parent>` and `answer:<question>`; each with
 * what it holds.
 */
export function placesOf(text: DraftText): Map<string, unknown> {
  const { sections, terms, responsibilities, title, short, summary, version, actors, matrix } = text;
  const places = new Map<string, unknown>([
    ['facts', { title, short, summary, from: version.from, to: version.to }],
    ['outline', sections.map(treeOf)],
  ]);
  for (const section of flat(sections)) {
    const { sections: _, ...own } = section;
    places.set(`section:${section.id}`, own);
  }
  for (const [name, term] of Object.entries(terms)) if (term !== undefined) places.set(`term:${name}`, term);
  places.set('matrix', { actors, matrix });
  for (const row of responsibilities) places.set(`row:${row.id}`, row);
  for (const [id, practice] of Object.entries(text.local?.rows ?? {})) places.set(`practice:${id}`, practice);
  for (const [id, answer] of Object.entries(text.local?.answers ?? {})) places.set(`answer:${id}`, answer);
  return places;
}

/** What a place holds, written in one way only: the same content gives the same text. Absent is told apart from empty. */
export function writtenOut(value: unknown): string {
  if (value === undefined) return '-';
  return JSON.stringify(inOrder(value));
}

/** The places that are not as in the version that the draft began from: what both sides have to approve. All of them when it began from none. */
export function changedPlaces(text: DraftText, base: DraftText | undefined): string[] {
  const now = placesOf(text);
  if (!base) return [...now.keys()];
  const before = placesOf(base);
  const all = new Set([...now.keys(), ...before.keys()]);
  return [...all].filter((place) => writtenOut(now.get(place)) !== writtenOut(before.get(place)));
}

type Tree = { readonly id: string; readonly number: string | undefined; readonly sections: readonly Tree[] };

function treeOf({ id, number, sections }: Section): Tree {
  return { id, number, sections: sections.map(treeOf) };
}

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flat(section.sections)]);
}

/** Keys sorted everywhere but among sentences, whose order is the text. */
function inOrder(value: unknown, kept = false): unknown {
  if (Array.isArray(value)) return value.map((one) => inOrder(one));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = kept ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([key, inner]) => [key, inOrder(inner, key === 'sentences')]);
}
