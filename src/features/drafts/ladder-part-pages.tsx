import { Hono } from 'hono';
import { chosenPlace, wholeNumber } from '../../domain/drafts/typed-numbers.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, placeField } from './form-fields.ts';
import { bodyField, findLadder, ladderHref } from './ladder-pages.tsx';
import { CitedText, FormLink } from './parts.tsx';
import { termTexts as texts } from './texts-terms.ts';
import { removeLadderRule, removeLadderStep, writeLadderRule, writeLadderStep } from './write-ladders.ts';

const { ladderStep: step, ladderRule: rule } = texts;

/** The number in an address, from 1; undefined for one that is new, and 0 for what is no number. */
function nth(asked: string | undefined): number | undefined {
  return asked === 'ny' ? undefined : (wholeNumber(asked ?? '') ?? 0);
}

const stepPage = draftFormPage({
  path: 'trappor/:ladder/steg/:level',
  prepare: (reading, c) => {
    const ladder = findLadder(reading, c.req.param('ladder'));
    const level = nth(c.req.param('level'));
    const at = ladder?.steps.findIndex((one) => one.level === level) ?? -1;
    const known = ladder?.steps[at];
    if (!ladder || (level !== undefined && !known)) return undefined;
    const { text } = reading.draft;
    const cites = known?.cites ?? [];
    const here = ladderHref(reading.row.id, ladder.id);
    return {
      title: known ? step.title(known.level) : step.fresh,
      caption: ladder.title,
      lead: step.lead,
      submit: texts.save,
      back: here,
      fields: [
        { kind: 'text', name: 'who', label: step.who },
        bodyField(reading.county, step.body),
        { kind: 'lines', name: 'description', label: step.description, hint: step.descriptionHint, optional: true },
        placeField(
          step.place,
          ladder.steps.map(({ who }) => who),
          known && at,
        ),
        citesField(text, cites),
      ],
      initial: given({
        who: known?.who,
        body: known?.body,
        description: known?.description,
        after: String((known ? at : ladder.steps.length) - 1),
        cites,
      }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && <FormLink href={`${here}/steg/${known.level}/ta-bort`}>{step.remove}</FormLink>}
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const level = nth(c.req.param('level'));
    return writeLadderStep(scopeOf(c), {
      ...seen,
      ladder: c.req.param('ladder') ?? '',
      ...(level === undefined ? {} : { level }),
      who: values.one('who'),
      body: values.one('body'),
      description: values.one('description'),
      after: chosenPlace(values.one('after')),
      cites: citesIn(values),
    });
  },
});

const removeStepPage = draftFormPage({
  path: 'trappor/:ladder/steg/:level/ta-bort',
  prepare: (reading, c) => {
    const ladder = findLadder(reading, c.req.param('ladder'));
    const known = ladder?.steps.find(({ level }) => level === nth(c.req.param('level')));
    if (!ladder || !known) return undefined;
    const back = ladderHref(reading.row.id, ladder.id);
    return { title: step.remove, lead: known.who, submit: texts.remove, back, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeLadderStep(scopeOf(c), { ...seen, ladder: c.req.param('ladder') ?? '', level: nth(c.req.param('level')) ?? 0 }),
});

const rulePage = draftFormPage({
  path: 'trappor/:ladder/regel/:rule',
  prepare: (reading, c) => {
    const ladder = findLadder(reading, c.req.param('ladder'));
    const asked = nth(c.req.param('rule'));
    const known = asked === undefined ? undefined : ladder?.rules[asked - 1];
    if (!ladder || (asked !== undefined && !known)) return undefined;
    const { text } = reading.draft;
    const cites = known?.cites ?? [];
    const here = ladderHref(reading.row.id, ladder.id);
    return {
      title: rule.title,
      caption: ladder.title,
      lead: rule.lead,
      submit: texts.save,
      back: here,
      fields: [{ kind: 'lines', name: 'text', label: rule.text }, citesField(text, cites)],
      initial: given({ text: known?.text, cites }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && <FormLink href={`${here}/regel/${asked}/ta-bort`}>{rule.remove}</FormLink>}
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const asked = nth(c.req.param('rule'));
    return writeLadderRule(scopeOf(c), {
      ...seen,
      ladder: c.req.param('ladder') ?? '',
      ...(asked === undefined ? {} : { rule: asked }),
      text: values.one('text'),
      cites: citesIn(values),
    });
  },
});

const removeRulePage = draftFormPage({
  path: 'trappor/:ladder/regel/:rule/ta-bort',
  prepare: (reading, c) => {
    const ladder = findLadder(reading, c.req.param('ladder'));
    const known = ladder?.rules[(nth(c.req.param('rule')) ?? 0) - 1];
    if (!ladder || !known) return undefined;
    const back = ladderHref(reading.row.id, ladder.id);
    return { title: rule.remove, lead: known.text, submit: texts.remove, back, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeLadderRule(scopeOf(c), { ...seen, ladder: c.req.param('ladder') ?? '', rule: nth(c.req.param('rule')) ?? 0 }),
});

/** The forms of the steps and the rules of a ladder. */
export const ladderPartPages = new Hono<AppEnv>();
for (const page of [stepPage, removeStepPage, rulePage, removeRulePage]) ladderPartPages.route('/', page);
