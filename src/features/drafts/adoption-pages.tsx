import { Hono } from 'hono';
import { chosenPlace } from '../../domain/drafts/typed-numbers.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, decidersField, options, placeField } from './form-fields.ts';
import { CitedText, draftHref, FormLink } from './parts.tsx';
import { termTexts as texts } from './texts-terms.ts';
import { removeAdoptionStep, writeAdoptionStep } from './write-adoption.ts';

const { adoption } = texts;

const stepPage = draftFormPage({
  path: 'beslutsgang/:step',
  prepare: ({ draft: { text }, county, row }, c) => {
    const steps = text.terms.adoption ?? [];
    const at = steps.findIndex(({ id }) => id === c.req.param('step'));
    const known = steps[at];
    if (!known && c.req.param('step') !== 'ny') return undefined;
    const { by = [], cites = [] } = known ?? {};
    return {
      title: known ? adoption.title : adoption.add,
      lead: adoption.lead,
      submit: texts.save,
      fields: [
        { kind: 'radios', name: 'step', label: adoption.step, options: options(adoption.steps) },
        decidersField({ name: 'by', label: adoption.by, hint: adoption.byHint }, county, by),
        { kind: 'lines', name: 'description', label: adoption.description },
        placeField(
          adoption.place,
          steps.map(({ description }) => description),
          known && at,
        ),
        citesField(text, cites),
      ],
      initial: given({
        step: known?.step,
        by,
        description: known?.description,
        after: String((known ? at : steps.length) - 1),
        cites,
      }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && <FormLink href={`${draftHref(row.id)}/beslutsgang/${known.id}/ta-bort`}>{adoption.remove}</FormLink>}
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const asked = c.req.param('step') ?? '';
    return writeAdoptionStep(scopeOf(c), {
      ...seen,
      ...(asked === 'ny' ? {} : { id: asked }),
      step: values.one('step') as 'adopt',
      by: [...values.all('by')],
      description: values.one('description'),
      after: chosenPlace(values.one('after')),
      cites: citesIn(values),
    });
  },
});

const removeStepPage = draftFormPage({
  path: 'beslutsgang/:step/ta-bort',
  prepare: ({ draft: { text } }, c) => {
    const known = text.terms.adoption?.find(({ id }) => id === c.req.param('step'));
    if (!known) return undefined;
    return { title: adoption.remove, lead: known.description, submit: texts.remove, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeAdoptionStep(scopeOf(c), { ...seen, id: c.req.param('step') ?? '' }),
});

/** The forms of the way to a decision, step by step. */
export const adoptionPages = new Hono<AppEnv>().route('/', stepPage).route('/', removeStepPage);
