import { Hono } from 'hono';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Terms } from '../../domain/counties/terms.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { type FormField, given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { bodyOptions, citesField, citesIn, options } from './form-fields.ts';
import { CitedText, type DraftReading, draftHref, FormLink } from './parts.tsx';
import { termTexts as texts } from './texts-terms.ts';
import { addLadder, removeLadder, writeLadder } from './write-ladders.ts';

const { ladder: words, ladderStep } = texts;

export type OneLadder = Terms['ladders'][number];

/** The ladder of a draft with this id. */
export function findLadder({ draft: { text } }: DraftReading, id: string | undefined): OneLadder | undefined {
  return text.terms.ladders?.find((one) => one.id === id);
}

/** Where a ladder of a draft has its page. */
export function ladderHref(draft: string, ladder: string): string {
  return `${draftHref(draft)}/trappor/${ladder}`;
}

/** The body that a step of a ladder is, to be chosen. */
export function bodyField(county: CountyFile | undefined, label: string): FormField {
  return { kind: 'select', name: 'body', label, hint: ladderStep.bodyHint, optional: true, options: bodyOptions(county) };
}

const wordFields: readonly FormField[] = [
  { kind: 'text', name: 'title', label: words.name },
  { kind: 'radios', name: 'kind', label: words.kind, options: options(words.kinds) },
  { kind: 'radios', name: 'ends', label: words.ends, options: options(words.end) },
];

const newPage = draftFormPage({
  path: 'ny-trappa',
  prepare: ({ draft: { text }, county }) => ({
    title: words.add,
    lead: words.lead,
    submit: texts.add,
    fields: [
      ...wordFields,
      { kind: 'text', name: 'who', label: words.firstStep },
      bodyField(county, words.firstBody),
      { kind: 'lines', name: 'description', label: ladderStep.description, hint: ladderStep.descriptionHint, optional: true },
      citesField(text, []),
    ],
    initial: given({}),
  }),
  save: (c, seen, values) =>
    addLadder(scopeOf(c), {
      ...seen,
      title: values.one('title'),
      kind: values.one('kind') as 'deviation',
      ends: values.one('ends') as 'body',
      who: values.one('who'),
      body: values.one('body'),
      description: values.one('description'),
      cites: citesIn(values),
    }),
  next: (here, { ladder }) => `${here}/trappor/${ladder}`,
});

const ladderPage = draftFormPage({
  path: 'trappor/:ladder',
  prepare: (reading, c) => {
    const known = findLadder(reading, c.req.param('ladder'));
    if (!known) return undefined;
    const { title, kind, ends } = known;
    return {
      title: known.title,
      lead: words.lead,
      submit: texts.save,
      fields: wordFields,
      initial: given({ title, kind, ends }),
      before: <Parts here={ladderHref(reading.row.id, known.id)} ladder={known} text={reading.draft.text} />,
    };
  },
  save: (c, seen, values) =>
    writeLadder(scopeOf(c), {
      ...seen,
      ladder: c.req.param('ladder') ?? '',
      title: values.one('title'),
      kind: values.one('kind') as 'deviation',
      ends: values.one('ends') as 'body',
    }),
});

/** The steps and the rules of a ladder, each with a form of its own, and the text they rest on. */
function Parts({ here, ladder, text }: { here: string; ladder: OneLadder; text: DraftReading['draft']['text'] }) {
  const cites = [...new Set([...ladder.steps, ...ladder.rules].flatMap((one) => one.cites))];
  const link = (href: string, label: string) => (
    <li>
      <a class="govuk-link" href={`${here}/${href}`}>
        {label}
      </a>
    </li>
  );
  return (
    <>
      <h2 class="govuk-heading-m">{words.steps}</h2>
      <ol class="govuk-list govuk-list--number">{ladder.steps.map(({ level, who }) => link(`steg/${level}`, who))}</ol>
      <ul class="govuk-list">{link('steg/ny', words.addStep)}</ul>
      <h2 class="govuk-heading-m">{words.rules}</h2>
      <ul class="govuk-list">
        {ladder.rules.map((rule, index) => link(`regel/${index + 1}`, rule.text))}
        {link('regel/ny', words.addRule)}
      </ul>
      <CitedText text={text} cites={cites} />
      <FormLink href={`${here}/ta-bort`}>{words.remove}</FormLink>
    </>
  );
}

const removePage = draftFormPage({
  path: 'trappor/:ladder/ta-bort',
  prepare: (reading, c) => {
    const known = findLadder(reading, c.req.param('ladder'));
    if (!known) return undefined;
    const back = ladderHref(reading.row.id, known.id);
    return { title: words.remove, lead: known.title, submit: texts.remove, back, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeLadder(scopeOf(c), { ...seen, ladder: c.req.param('ladder') ?? '' }),
});

/** The forms of ladders as wholes. */
export const ladderPages = new Hono<AppEnv>().route('/', newPage).route('/', ladderPage).route('/', removePage);
