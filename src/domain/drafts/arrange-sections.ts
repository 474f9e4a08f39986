import type { Section } from '../counties/agreement-file.ts';
import { freeSlug, slugOf } from '../counties/slug.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { citesOf } from './cites.ts';
import { type DraftFile, findSection, mapSection } from './draft-file.ts';

/** A new section: after another on the same level, or as the last one inside it. Without `beside` it is the last chapter. */
export type NewSection = { readonly heading: string; readonly beside?: string | undefined; readonly where: 'after' | 'inside' };

/** Adds an empty section; its id is made from the heading. Refuses `section-not-found`. Answers the draft and the id. */
export function addSection(
  draft: DraftFile,
  { heading, beside, where }: NewSection,
): { draft: DraftFile; id: string } | Refusal<'section-not-found'> {
  const { sections } = draft.text;
  if (beside !== undefined && !findSection(sections, beside)) return refuse('section-not-found', { section: beside });
  const id = freeId(draft, heading);
  const section: Section = { id, heading: heading.trim(), sentences: {}, deepening: [], sections: [] };
  if (beside === undefined) return { id, draft: withSections(draft, [...sections, section]) };
  const inside = (parent: Section) => ({ ...parent, sections: [...parent.sections, section] });
  return { id, draft: withSections(draft, where === 'inside' ? mapSection(sections, beside, inside) : after(sections, beside, section)) };
}

/** Moves a section one step among those beside it. Refuses `section-not-found`; the first stays first and the last last. */
export function moveSection(draft: DraftFile, id: string, to: 'up' | 'down'): DraftFile | Refusal<'section-not-found'> {
  if (!findSection(draft.text.sections, id)) return refuse('section-not-found', { section: id });
  return withSections(draft, moved(draft.text.sections, id, to === 'up' ? -1 : 1));
}

/** Takes a section away with those inside it. Refuses `section-not-found`, and `section-cited` while a term or a row rests on it. */
export function removeSection(draft: DraftFile, id: string): DraftFile | Refusal<'section-not-found' | 'section-cited'> {
  const section = findSection(draft.text.sections, id);
  if (!section) return refuse('section-not-found', { section: id });
  const ids = new Set(idsOf(section));
  const cited = citesOf(draft.text).filter(({ cite }) => ids.has(cite.split('.')[0] ?? ''));
  if (cited.length > 0) return refuse('section-cited', { places: [...new Set(cited.map(({ place }) => place))] });
  const spent = { ...Object.fromEntries([...ids].map((one) => [one, 0])), ...draft.spent };
  return withSections(
    { ...draft, spent },
    mapSection(draft.text.sections, id, () => undefined),
  );
}

function withSections(draft: DraftFile, sections: Section[]): DraftFile {
  return { ...draft, text: { ...draft.text, sections } };
}

function after(sections: readonly Section[], beside: string, section: Section): Section[] {
  return sections.flatMap((one) => {
    if (one.id === beside) return [one, section];
    return [{ ...one, sections: after(one.sections, beside, section) }];
  });
}

function moved(sections: readonly Section[], id: string, step: -1 | 1): Section[] {
  const from = sections.findIndex((section) => section.id === id);
  const to = from + step;
  const [one, other] = [sections[from], sections[to]];
  if (from >= 0) return one && other ? sections.with(from, other).with(to, one) : [...sections];
  return sections.map((section) => ({ ...section, sections: moved(section.sections, id, step) }));
}

function idsOf(section: Section): string[] {
  return [section.id, ...section.sections.flatMap(idsOf)];
}

/** An id that no section has, nor has had: a counter for each is kept also when it is gone. */
function freeId(draft: DraftFile, heading: string): string {
  const taken = new Set([...draft.text.sections.flatMap(idsOf), ...Object.keys(draft.spent)]);
  return freeSlug(slugOf(heading) || 'avsnitt', (slug) => taken.has(slug));
}
