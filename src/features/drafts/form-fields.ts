import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { Section } from '../../domain/counties/agreement-file.ts';
import type { Conditions } from '../../domain/counties/conditions.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Fact } from '../../domain/counties/national-files.ts';
import { type TypedConditions, typedConditions } from '../../domain/drafts/condition-form.ts';
import type { DraftText } from '../../domain/drafts/draft-file.ts';
import type { FormField, Values } from '../forms/index.ts';
import { rowTexts, termTexts } from './texts-terms.ts';

type Labels = Readonly<Record<string, string>>;

/** The choices of a field, from what each value is called. */
export function options(labels: Labels): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** What was typed in a field with one thing a line. */
export function linesIn(values: Values, name: string): string[] {
  return values
    .one(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Longer chapters are opened section by section. */
const MOST_IN_GROUP = 20;

/** The sentences of the text to choose what something rests on among, chapter by chapter; what it rests on now and is gone (`chosen`) last. */
export function citesField({ sections }: DraftText, chosen: readonly string[]): FormField {
  const { label, hint, gone } = termTexts.cites;
  const groups = sections.flatMap((chapter) => {
    const within = sectionsOf([chapter]).map(({ section }) => section);
    const heading = [chapter.number, chapter.heading].filter(Boolean).join(' ');
    const isShort = within.length === 1 || within.flatMap(sentencesIn).length <= MOST_IN_GROUP;
    if (isShort) return [{ heading, options: within.flatMap((section) => citesOfSection(section, section !== chapter)) }];
    return within.map((section) => ({
      heading: section === chapter ? heading : `${heading} › ${section.heading}`,
      options: citesOfSection(section, false),
    }));
  });
  const known = new Set(groups.flatMap((group) => group.options.map(({ value }) => value)));
  const strange = chosen.filter((cite) => !known.has(cite)).map((cite) => ({ value: cite, label: cite }));
  return {
    kind: 'picks',
    name: 'cites',
    label,
    hint,
    groups: [...groups, ...(strange.length > 0 ? [{ heading: gone, options: strange }] : [])],
  };
}

/** A section as a whole, named where it stands among others, and each of its sentences. */
function citesOfSection(section: Section, named: boolean): { value: string; label: string }[] {
  const { whole, wholeOf } = termTexts.cites;
  const sentences = sentencesIn(section).map(({ cite, text }) => ({ value: cite, label: text }));
  return [{ value: section.id, label: named ? wholeOf(section.heading) : whole }, ...sentences];
}

/** The citations that were chosen. A script may also send several in one, with commas or line breaks between. */
export function citesIn(values: Values): string[] {
  return [...new Set(values.all('cites').flatMap((cite) => cite.split(/[\s,]+/).filter(Boolean)))];
}

/** Where something stands among others, to be chosen: first, or after one of them. `own`: where it stands now, when it does. */
export function placeField(label: string, titles: readonly string[], own: number | undefined): FormField {
  const others = titles.map((title, index) => ({ value: String(index), label: termTexts.after(title) }));
  return {
    kind: 'select',
    name: 'after',
    label,
    options: [{ value: '-1', label: termTexts.first }, ...others.filter(({ value }) => value !== String(own))],
  };
}

/** The joint bodies of the county, as choices. */
export function bodyOptions(county: CountyFile | undefined): { value: string; label: string }[] {
  return county?.bodies.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}

/** Who decides, to be chosen among the parties, the bodies of the county and the seats in them; what is chosen now and is none of them last. */
export function decidersField(
  field: { readonly name: string; readonly label: string; readonly hint?: string; readonly optional?: boolean },
  county: CountyFile | undefined,
  chosen: readonly string[],
): FormField {
  const { parties, eachParty, bodies, seats, other } = termTexts.deciders;
  const places = (county?.bodies ?? []).flatMap((body) =>
    body.seats.map(({ id, title }) => ({ value: `${body.id}.${id}`, label: `${body.name}: ${title}` })),
  );
  const groups = [
    { heading: parties, options: [{ value: 'each-party', label: eachParty }] },
    { heading: bodies, options: bodyOptions(county) },
    ...(places.length > 0 ? [{ heading: seats, options: places }] : []),
  ];
  const known = new Set(groups.flatMap((group) => group.options.map(({ value }) => value)));
  const strange = chosen.filter((one) => !known.has(one)).map((one) => ({ value: one, label: one }));
  return { kind: 'picks', ...field, groups: [...groups, ...(strange.length > 0 ? [{ heading: other, options: strange }] : [])] };
}

/** The facts of a situation, to choose conditions among: the options of each, and of a number the least and the most. */
export function conditionFields(name: string, label: string, facts: readonly Fact[]): FormField[] {
  const { yes, no, number } = rowTexts;
  const groups = facts.flatMap((fact) => {
    if (fact.type === 'number') return [];
    const choices = fact.type === 'yes-no' ? options({ yes, no }) : fact.options.map(({ id, label }) => ({ value: id, label }));
    return [{ heading: fact.label, options: choices.map(({ value, label }) => ({ value: `${fact.id}:${value}`, label })) }];
  });
  const numbers = facts.flatMap((fact): FormField[] => {
    if (fact.type !== 'number') return [];
    const base = { kind: 'text', width: 3, optional: true } as const;
    return [
      { ...base, name: `${name}-${fact.id}-min`, label: number.min(fact.label, fact.unit) },
      { ...base, name: `${name}-${fact.id}-max`, label: number.max(fact.label, fact.unit) },
    ];
  });
  return [{ kind: 'picks', name, label, optional: true, groups }, ...numbers];
}

/** The conditions as those fields show them. */
export function conditionValues(name: string, conditions: Conditions | undefined): Record<string, string | readonly string[]> {
  const { picks, numbers } = typedConditions(conditions ?? {});
  const edges = Object.entries(numbers).flatMap(([fact, { min, max }]) => [
    [`${name}-${fact}-min`, min],
    [`${name}-${fact}-max`, max],
  ]);
  return { [name]: picks, ...Object.fromEntries(edges) };
}

/** What was chosen in those fields. */
export function conditionsIn(name: string, values: Values, facts: readonly Fact[]): TypedConditions {
  const numbers = facts.map(({ id }) => [id, { min: values.one(`${name}-${id}-min`), max: values.one(`${name}-${id}-max`) }] as const);
  return { picks: [...values.all(name)], numbers: Object.fromEntries(numbers) };
}
