import type { Child } from 'hono/jsx';
import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import { cellPlaces, rowsIn } from '../../domain/agreements/table-text.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import type { AgreementSection, MarginTerm, TocItem } from '../../ui/index.ts';
import { SectionAnswers } from './local-part.tsx';
import { marginTerms } from './margin-terms.ts';

/** Turns a sentence, known by its place, or the part of it that begins at `from`, into what is shown: plain text, or text with its law citations marked. */
export type ShowText = (text: string, place: string, from?: number) => Child;

/** The sections as they are shown. A cited whole section puts its term beside the section's first sentence. */
export function documentSections(agreement: AgreementFile, showText: ShowText): AgreementSection[] {
  const margin = marginTerms(agreement);
  // A cell that is not written as it reads, with a bar in it, has nothing marked.
  const shownCells = (text: string, cite: string, width: number) => {
    const places = cellPlaces(text);
    const cells = Array.from({ length: width }, (_, nth) => {
      const { cell = '', from } = places[nth] ?? {};
      return from === undefined ? cell : showText(cell, cite, from);
    });
    return { text: '', cells };
  };
  const build = (section: Section): AgreementSection => {
    const sentences = sentencesIn(section);
    const rows = rowsIn(section);
    return {
      id: section.id,
      number: section.number,
      heading: section.heading,
      sentences: sentences.map(({ cite, text, item }, index) => ({
        id: cite,
        ...(rows.get(cite) ? shownCells(text, cite, rows.get(cite)?.length ?? 0) : { text: showText(text, cite) }),
        item,
        terms: termsAt(margin, cite, index === 0 ? section.id : undefined),
      })),
      after: (
        <>
          <SectionAnswers section={section} local={agreement.local} />
          <After section={section} unplaced={sentences.length === 0 ? (margin.get(section.id) ?? []) : []} />
        </>
      ),
      sections: section.sections.map(build),
    };
  };
  return agreement.sections.map(build);
}

function termsAt(margin: Map<string, MarginTerm[]>, cite: string, sectionId: string | undefined): MarginTerm[] {
  return [...(sectionId ? (margin.get(sectionId) ?? []) : []), ...(margin.get(cite) ?? [])];
}

function After({ section, unplaced }: { section: Section; unplaced: readonly MarginTerm[] }) {
  if (!section.note && section.deepening.length === 0 && unplaced.length === 0) return null;
  return (
    <>
      {unplaced.map((term) => (
        <p>
          <strong>{term.label}:</strong> {term.value}
        </p>
      ))}
      {section.note && <p>{section.note}</p>}
      {section.deepening.map(({ title, url, knowledge }) => (
        <p>
          Fördjupning: <Deepening title={title} href={knowledge ? `/kunskap/${knowledge}` : url} />
        </p>
      ))}
    </>
  );
}

function Deepening({ title, href }: { title: string; href: string | undefined }) {
  if (!href) return <>{title}</>;
  return (
    <a class="govuk-link" href={href}>
      {title}
    </a>
  );
}

/** The contents: chapters with their sections, two levels. */
export function tocOf(agreement: AgreementFile): TocItem[] {
  return agreement.sections.map((section) => ({
    href: `#${section.id}`,
    label: section.heading,
    number: section.number,
    items: section.sections.map(({ id, heading, number }) => ({ href: `#${id}`, label: heading, number })),
  }));
}

const headings = new WeakMap<AgreementFile, ReadonlyMap<string, string>>();

/** Where a cited place is on the page, and what to call the link. */
export function citeLink(agreement: AgreementFile, cite: string): { href: string; label: string } {
  let bySection = headings.get(agreement);
  if (!bySection) {
    bySection = new Map(sectionsOf(agreement.sections).map(({ section }) => [section.id, section.heading]));
    headings.set(agreement, bySection);
  }
  return { href: `#${cite}`, label: bySection.get(cite.split('.')[0] ?? '') ?? cite };
}
