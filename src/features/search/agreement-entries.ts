import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { citedLexemes } from '../../domain/search/law-lexemes.ts';
import type { Entry, Part, Surroundings } from './entry.ts';

type Common = Required<Pick<Entry, 'county' | 'agreement' | 'area' | 'readable'>>;

/** Everything findable in one version of an agreement. `until`: the day from which another version is the one to read. */
export function agreementEntries(file: AgreementFile, readable: NonNullable<Entry['readable']>, around: Surroundings): Entry[] {
  const common: Common = { county: file.county, agreement: file.slug, area: file.area, readable };
  return [
    agreementEntry(file, common),
    ...file.responsibilities.map((row) => dutyEntry(file, row, common, around)),
    ...sectionEntries(file, file.sections, [], common, around),
    ...relatedEntries(file, common),
  ];
}

function agreementEntry(file: AgreementFile, common: Common): Entry {
  return {
    ...common,
    kind: 'agreement',
    address: `/avtal/${file.slug}`,
    title: file.short,
    place: '',
    parts: [{ text: file.summary }, { text: file.title }, { text: file.terms.target.description }],
  };
}

function dutyEntry(file: AgreementFile, row: ResponsibilityRow, common: Common, { law }: Surroundings): Entry {
  const actors = row.actors.flatMap(({ actor }) => file.actors[actor] ?? []);
  const texts = [
    row.plain,
    row['conditions-text'],
    row['way-forward'],
    ...row.warnings,
    ...row.conflicts.map(({ text }) => text),
    row.note,
  ];
  const writtenOn = Temporal.PlainDate.from(file.version.from);
  const references = row.law.flatMap((reference) => parseLawReference(reference, law) ?? []);
  return {
    ...common,
    kind: 'duty',
    address: `/avtal/${file.slug}/ansvar#${row.id}`,
    title: row.activity,
    place: file.matrix.groups.find(({ id }) => id === row.group)?.heading ?? '',
    parts: [...texts, ...row.methods].flatMap((text) => (text === undefined ? [] : [{ text }])),
    around: actors.flatMap(({ name, short }) => [name, short ?? '']),
    cites: [...references.flatMap((reference) => citedLexemes(reference, law, writtenOn)), ...citesOf([row.activity], law, writtenOn)],
  };
}

function sectionEntries(
  file: AgreementFile,
  sections: readonly Section[],
  above: readonly string[],
  common: Common,
  around: Surroundings,
): Entry[] {
  const writtenOn = Temporal.PlainDate.from(file.version.from);
  return sections.flatMap((section) => {
    const sentences: Part[] = sentencesIn(section).map(({ text, cite }) => ({ text, anchor: cite }));
    const entry: Entry = {
      ...common,
      kind: 'section',
      address: `/avtal/${file.slug}#${section.id}`,
      title: section.heading,
      place: above.join(' – '),
      parts: [...sentences, ...(section.note ? [{ text: section.note }] : []), ...section.deepening.map(({ title }) => ({ text: title }))],
      cites: citesOf(
        sentences.map(({ text }) => text),
        around.law,
        writtenOn,
        around.cited,
      ),
    };
    return [entry, ...sectionEntries(file, section.sections, [...above, section.heading], common, around)];
  });
}

/** Agreements, routines and forms that this one refers to; they are found where it refers to them. Those held are found themselves. */
function relatedEntries(file: AgreementFile, common: Common): Entry[] {
  const sections = new Map(sectionsOf(file.sections).map(({ section }) => [section.id, section.heading]));
  return file.related
    .filter(({ held }) => !held)
    .map(({ title, about, documents, registry, cites }) => ({
      ...common,
      kind: 'related',
      address: `/avtal/${file.slug}${cites?.[0] ? `#${cites[0]}` : ''}`,
      title,
      place: sections.get(cites?.[0]?.split('.')[0] ?? '') ?? '',
      parts: [about, ...documents, registry ?? ''].filter((text) => text !== '').map((text) => ({ text })),
    }));
}

/** The lexemes of the laws cited in texts; `cited` collects those of sentences, which the page of law shows. */
function citesOf(texts: readonly string[], law: Surroundings['law'], writtenOn: Temporal.PlainDate, cited?: Set<string>): string[] {
  const known = knownStatutes(law);
  const lexemes = texts.flatMap((text) => parseCitations(text, known)).flatMap((citation) => citedLexemes(citation, law, writtenOn));
  for (const lexeme of lexemes) cited?.add(lexeme);
  return lexemes;
}
