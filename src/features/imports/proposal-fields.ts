import type { CountyFile } from '../../domain/counties/county-file.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import type { TaxonomyFile } from '../../domain/counties/national-files.ts';
import { adoptionSteps } from '../../domain/counties/terms.ts';
import { actorPatterns } from '../../domain/imports/proposals/actor-patterns.ts';
import { type FoundActor, findActors } from '../../domain/imports/proposals/find-actors.ts';
import { dayAfter } from '../../domain/imports/proposals/find-dates.ts';
import type { ProposalKind, ProposedActor, ValueOf } from '../../domain/imports/proposals/proposal.ts';
import { modeOf } from '../../domain/imports/proposals/responsibility/mode.ts';
import { type FormField, given, type Values } from '../forms/index.ts';
import { documentLabels, partLabels as labels, valueLabels } from './proposals-texts.ts';

/** What a form needs to know beside the value: the bodies to choose among, and the words for actors. */
export type FieldKnowledge = { readonly county: CountyFile; readonly taxonomy: TaxonomyFile };

/** One kind's form: its fields, the value in them, and the value that what was typed makes. It is parsed by the use-case. */
type KindForm<Kind extends ProposalKind> = {
  readonly fields: (known: FieldKnowledge) => readonly FormField[];
  readonly show: (value: ValueOf<Kind>) => Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly read: (typed: Values, value: ValueOf<Kind>, known: FieldKnowledge) => unknown;
};

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const choices = (...values: string[]) => values.map((value) => ({ value, label: valueLabels[value] ?? value }));
const maybe = (name: string, value: string) => (value === '' ? {} : { [name]: value });
const text = (name: string, label: string, optional?: true): FormField => ({
  kind: 'text',
  name,
  label,
  ...(optional ? { optional } : {}),
});
const lines = (name: string, label: string, hint?: string): FormField => ({
  kind: 'lines',
  name,
  label,
  hint: hint === '' ? undefined : (hint ?? labels.onePerLine),
});
const perhaps = (field: FormField): FormField => ({ ...field, optional: true });
const select = (name: string, label: string, ...values: string[]): FormField => ({
  kind: 'select',
  name,
  label,
  options: choices(...values),
});
const day = (name: string, label: string): FormField => ({ kind: 'day', name, label, hint: labels.dayHint });
const bodies = ({ county }: FieldKnowledge): FormField => ({
  kind: 'select',
  name: 'body',
  label: labels.body,
  optional: true,
  options: [{ value: '', label: labels.none }, ...county.bodies.map(({ id, name }) => ({ value: id, label: name }))],
});

/** The actors of the lines: one that was there keeps what is known of it, another is looked up in the vocabulary. */
function actorsOf(typed: string, before: readonly ProposedActor[], known: FieldKnowledge): ProposedActor[] {
  const patterns = actorPatterns(known);
  return linesOf(typed).map((name) => {
    const same = before.find((one) => one.name === name);
    const found: FoundActor | undefined = findActors(name, patterns)[0];
    const fresh = found ?? { actor: 'named', authority: 'unknown' as const, performers: [] };
    return same ?? { actor: fresh.actor, name, authority: fresh.authority, performers: [...fresh.performers], role: 'responsible' };
  });
}

const forms: { readonly [Kind in ProposalKind]: KindForm<Kind> } = {
  parties: {
    fields: () => [lines('municipalities', labels.municipalities, labels.municipalitiesHint)],
    show: ({ municipalities }) => ({ municipalities: municipalities === 'all' ? labels.allMunicipalities : municipalities.join('\n') }),
    read: (typed, value) => {
      const all = typed.one('municipalities').toLowerCase() === labels.allMunicipalities;
      return { ...value, municipalities: all ? 'all' : linesOf(typed.one('municipalities')) };
    },
  },
  target: {
    fields: () => [
      lines('description', labels.description),
      perhaps(text('age', labels.age)),
      perhaps(lines('vulnerable', labels.vulnerable)),
    ],
    show: ({ description, conditions, vulnerable }) => {
      const age = conditions?.age;
      return { description, age: age && 'min' in age ? String(age.min) : '', vulnerable: vulnerable.join('\n') };
    },
    read: (typed, { conditions = {}, ...value }) => {
      const { age: _, ...rest } = conditions;
      const age = typed.one('age') === '' ? {} : { age: { min: Number(typed.one('age')) } };
      return {
        ...value,
        description: typed.one('description'),
        conditions: { ...rest, ...age },
        vulnerable: linesOf(typed.one('vulnerable')),
      };
    },
  },
  validity: {
    fields: () => [day('from', labels.from), perhaps(day('to', labels.to))],
    show: ({ from, to }) => ({ from, to }),
    read: (typed) => ({ from: typed.one('from'), ...maybe('to', typed.one('to')) }),
  },
  extension: {
    fields: () => [
      text('months', labels.months),
      { kind: 'checks', name: 'requires', label: labels.requires, options: choices('no-successor', 'evaluation-begun', 'revision-begun') },
    ],
    show: ({ months, requires }) => ({ months: String(months), requires }),
    read: (typed, { times }) => ({ months: Number(typed.one('months')), times, requires: typed.all('requires') }),
  },
  cadence: {
    fields: () => [
      select('of', labels.of, 'agreement', 'local-agreements'),
      select('kind', labels.kind, 'follow-up', 'evaluation', 'revision'),
      text('every', labels.every),
      select('strength', labels.strength, 'must', 'should', 'at-least'),
    ],
    show: ({ of, kind, every, strength }) => ({ of, kind, every: every.replace(/\D/g, ''), strength }),
    read: (typed, { by }) => ({
      of: typed.one('of'),
      kind: typed.one('kind'),
      every: `P${typed.one('every')}M`,
      strength: typed.one('strength'),
      by,
    }),
  },
  body: {
    fields: (known) => [text('name', labels.name), bodies(known)],
    show: ({ name, body }) => ({ name, body }),
    read: (typed) => ({ name: typed.one('name'), ...maybe('body', typed.one('body')) }),
  },
  'ladder-step': {
    fields: (known) => [
      select('ladder', labels.ladder, 'deviation', 'local-dispute', 'regional-dispute'),
      text('level', labels.level),
      text('who', labels.who),
      bodies(known),
    ],
    show: ({ ladder, level, who, body }) => ({ ladder, level: String(level), who, body }),
    read: (typed) => ({
      ladder: typed.one('ladder'),
      level: Number(typed.one('level')),
      who: typed.one('who'),
      ...maybe('body', typed.one('body')),
    }),
  },
  adoption: {
    fields: () => [select('step', labels.step, ...adoptionSteps), lines('by', labels.by), perhaps(day('on', labels.on))],
    show: ({ step, by, on }) => ({ step, by: by.join('\n'), on }),
    read: (typed) => ({ step: typed.one('step'), by: linesOf(typed.one('by')), ...maybe('on', typed.one('on')) }),
  },
  responsibility: {
    fields: () => [
      lines('activity', labels.activity, ''),
      lines('actors', labels.actors, labels.actorsHint),
      select('strength', labels.strength, 'must', 'should', 'may'),
      perhaps(lines('conditions-text', labels.when, '')),
      perhaps(text('deadline', labels.deadline)),
    ],
    show: ({ activity, actors, strength, deadline, ...value }) => ({
      activity,
      actors: actors.map(({ name }) => name).join('\n'),
      strength,
      'conditions-text': value['conditions-text'],
      deadline,
    }),
    read: (typed, value, known) => {
      const actors = actorsOf(typed.one('actors'), value.actors, known);
      // The facts were read from the words: other words, and nobody has read them.
      const isSame = typed.one('conditions-text') === (value['conditions-text'] ?? '');
      return {
        activity: typed.one('activity'),
        mode: modeOf(actors),
        actors,
        strength: typed.one('strength'),
        conditions: isSame ? value.conditions : {},
        ...maybe('conditions-text', typed.one('conditions-text')),
        ...maybe('deadline', typed.one('deadline')),
      };
    },
  },
  citation: {
    fields: () => [text('text', labels.text), text('source', labels.source), perhaps(lines('provisions', labels.provisions))],
    show: ({ text: cited, source, provisions }) => ({ text: cited, source, provisions: provisions.join('\n') }),
    read: (typed) => ({ text: typed.one('text'), source: typed.one('source'), provisions: linesOf(typed.one('provisions')) }),
  },
  link: {
    fields: () => [text('title', labels.title), perhaps(text('url', labels.url))],
    show: ({ title, url }) => ({ title, url }),
    read: (typed) => ({ title: typed.one('title'), ...maybe('url', typed.one('url')) }),
  },
  reference: {
    fields: () => [
      text('title', labels.title),
      {
        kind: 'select',
        name: 'kind',
        label: labels.document,
        options: ['agreement', 'annex', 'routine', 'form', 'contract', 'guidance', 'plan'].map((value) => ({
          value,
          label: documentLabels[value] ?? value,
        })),
      },
      perhaps(lines('about', labels.about, '')),
    ],
    show: ({ title, kind, about }) => ({ title, kind, about }),
    read: (typed) => ({ title: typed.one('title'), kind: typed.one('kind'), ...maybe('about', typed.one('about')) }),
  },
  'passed-date': {
    fields: () => [perhaps(day('from', labels.from)), day('to', labels.to)],
    show: ({ from, to }) => ({ from, to }),
    read: (typed) => {
      const to = typed.one('to');
      return { since: IsoDate.safeParse(to).success ? dayAfter(to) : to, to, ...maybe('from', typed.one('from')) };
    },
  },
  'duty-to-inform': {
    fields: () => [text('who', labels.who), text('to', labels.to), lines('about', labels.about, '')],
    show: ({ who, to, about }) => ({ who, to, about }),
    read: (typed) => ({ who: typed.one('who'), to: typed.one('to'), about: typed.one('about') }),
  },
  'local-agreements': {
    fields: () => [select('per', labels.per, 'municipality', 'district', 'municipality-or-district'), lines('purpose', labels.purpose, '')],
    show: ({ per, purpose }) => ({ per, purpose }),
    read: (typed, { responsible = ['each-party'] }) => ({ per: typed.one('per'), purpose: typed.one('purpose'), responsible }),
  },
  termination: {
    fields: () => [{ kind: 'radios', name: 'allowed', label: labels.allowed, options: choices('yes', 'no') }],
    show: ({ allowed }) => ({ allowed: allowed ? 'yes' : 'no' }),
    read: (typed) => ({ allowed: typed.one('allowed') === 'yes' }),
  },
  'minor-amendment': {
    fields: () => [lines('by', labels.by), lines('may-not-touch', labels.untouched)],
    show: (value) => ({ by: value.by.join('\n'), 'may-not-touch': value['may-not-touch'].join('\n') }),
    read: (typed) => ({ by: linesOf(typed.one('by')), 'may-not-touch': linesOf(typed.one('may-not-touch')) }),
  },
};

const formOfKind = (kind: ProposalKind) => forms[kind] as unknown as KindForm<ProposalKind>;

/** The fields for a value of a kind. */
export function fieldsOfKind(kind: ProposalKind, known: FieldKnowledge): readonly FormField[] {
  return formOfKind(kind).fields(known);
}

/** A value as it is first shown in its form. */
export function shownValue(kind: ProposalKind, value: ValueOf<ProposalKind>): Values {
  return given(formOfKind(kind).show(value));
}

/** The value that what was typed makes, not yet parsed; what the form does not show is as it was. */
export function typedValue(kind: ProposalKind, typed: Values, value: ValueOf<ProposalKind>, known: FieldKnowledge): unknown {
  return formOfKind(kind).read(typed, value, known);
}
