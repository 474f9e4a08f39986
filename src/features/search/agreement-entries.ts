import { isTold } from '../../domain/agreements/local-ways.ts';
import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import type { Practice } from '../../domain/counties/local-practice.ts';
import type { LawFile } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { citedLexemes } from '../../domain/search/law-lexemes.ts';
import { placeOf } from '../../domain/search/presence.ts';
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
    ...wayEntries(file, common),
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
  const parts = [...texts, ...row.methods].flatMap((text) => (text === undefined ? [] : [{ text }]));
  const references = row.law.flatMap((reference) => parseLawReference(reference, law) ?? []);
  const cites = citesOf(parts, law, writtenOn);
  for (const citation of [...references, ...citationsIn(row.activity, law)]) note(cites, citedLexemes(citation, law, writtenOn), 0);
  return {
    ...common,
    kind: 'duty',
    address: `/avtal/${file.slug}/ansvar#${row.id}`,
    title: row.activity,
    place: file.matrix.groups.find(({ id }) => id === row.group)?.heading ?? '',
    parts,
    around: actors.flatMap(({ name, short }) => [name, short ?? '']),
    cites,
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
    const cites = citesOf(sentences, around.law, writtenOn);
    for (const lexeme of cites.keys()) around.cited.add(lexeme);
    const entry: Entry = {
      ...common,
      kind: 'section',
      address: `/avtal/${file.slug}#${section.id}`,
      title: section.heading,
      place: above.join(' – '),
      parts: [...sentences, ...(section.note ? [{ text: section.note }] : []), ...section.deepening.map(({ title }) => ({ text: title }))],
      cites,
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

/**
 * How, by whom and when a local agreement says that things are done, each where the action plan has it: a duty as it is met here, an answer under its
 * section. What nothing is written of is not there to find.
 */
function wayEntries({ slug, local, sections }: AgreementFile, common: Common): Entry[] {
  const headings = new Map(sectionsOf(sections).map(({ section }) => [section.id, section.heading]));
  const entry = (anchor: string, [title, place]: [string, string], practice: Practice): Entry[] => {
    const { how, by, when, evidence, reason } = practice;
    const texts = [how, by.map(({ name }) => name).join(', '), when, evidence?.title, reason];
    const parts = texts.flatMap((text) => (text ? [{ text }] : []));
    return isTold(practice) ? [{ ...common, kind: 'way', address: `/avtal/${slug}/handlingsplan#${anchor}`, title, place, parts }] : [];
  };
  return [
    ...Object.entries(local?.rows ?? {}).flatMap(([id, practice]) => entry(`row-${id}`, [practice.activity, ''], practice)),
    ...Object.entries(local?.answers ?? {}).flatMap(([id, practice]) =>
      entry(`question-${id}`, [practice.question, headings.get(practice.section) ?? ''], practice),
    ),
  ];
}

/** The lexemes of the laws cited in texts, each with the texts it stands in. */
function citesOf(texts: readonly Part[], law: LawFile, writtenOn: Temporal.PlainDate): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, { text }] of texts.entries())
    for (const citation of citationsIn(text, law)) note(found, citedLexemes(citation, law, writtenOn), placeOf(index));
  return found;
}

function note(found: Map<string, number>, lexemes: readonly string[], place: number): void {
  for (const lexeme of lexemes) found.set(lexeme, (found.get(lexeme) ?? 0) | place);
}

function citationsIn(text: string, law: LawFile) {
  return parseCitations(text, knownStatutes(law));
}
