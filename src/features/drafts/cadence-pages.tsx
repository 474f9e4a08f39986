import { Hono } from 'hono';
import { typedPeriod } from '../../domain/drafts/recurrence-form.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, decidersField, options } from './form-fields.ts';
import { CitedText, draftHref, FormLink } from './parts.tsx';
import { formTexts as texts } from './texts.ts';
import { removeDraftCadence, writeDraftCadence } from './write-cadences.ts';

const { fields } = texts;

const cadencePage = draftFormPage({
  path: 'aterkommer/:cadence',
  prepare: ({ draft: { text }, row, county }, c) => {
    const known = text.terms.cadences?.find(({ id }) => id === c.req.param('cadence'));
    if (!known && c.req.param('cadence') !== 'ny') return undefined;
    const { by = [], cites = [] } = known ?? {};
    const every = known ? typedPeriod(known.every) : { count: '', unit: 'months' };
    return {
      ...texts.cadence,
      fields: [
        {
          kind: 'radios',
          name: 'of',
          label: fields.of,
          options: options({ agreement: fields.ofAgreement, 'local-agreements': fields.ofLocal }),
        },
        { kind: 'radios', name: 'kind', label: fields.kind, options: options(texts.kinds) },
        { kind: 'text', name: 'every', label: fields.every, hint: fields.everyHint, width: 3 },
        { kind: 'select', name: 'unit', label: fields.unit, options: options(texts.units) },
        { kind: 'radios', name: 'strength', label: fields.strength, options: options(texts.strengths) },
        decidersField({ name: 'by', label: fields.by, optional: true }, county, by),
        { kind: 'day', name: 'starts', label: fields.starts },
        { kind: 'lines', name: 'description', label: fields.description },
        citesField(text, cites),
      ],
      initial: given({
        of: known?.of ?? 'agreement',
        kind: known?.kind,
        every: every.count,
        unit: every.unit,
        strength: known?.strength ?? 'must',
        by,
        starts: known?.starts,
        description: known?.description,
        cites,
      }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && <FormLink href={`${draftHref(row.id)}/aterkommer/${known.id}/ta-bort`}>{texts.removeCadence.title}</FormLink>}
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const asked = c.req.param('cadence') ?? '';
    return writeDraftCadence(scopeOf(c), {
      ...seen,
      ...(asked === 'ny' ? {} : { id: asked }),
      of: values.one('of') as 'agreement',
      kind: values.one('kind') as 'follow-up',
      every: { count: values.one('every'), unit: values.one('unit') as 'months' },
      strength: values.one('strength') as 'must',
      by: [...values.all('by')],
      starts: values.one('starts'),
      description: values.one('description'),
      cites: citesIn(values),
    });
  },
});

const removeCadencePage = draftFormPage({
  path: 'aterkommer/:cadence/ta-bort',
  prepare: ({ draft: { text } }, c) => {
    const known = text.terms.cadences?.find(({ id }) => id === c.req.param('cadence'));
    return known && { ...texts.removeCadence, lead: known.description, fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeDraftCadence(scopeOf(c), { ...seen, id: c.req.param('cadence') ?? '' }),
});

/** The forms of what recurs. */
export const cadencePages = new Hono<AppEnv>().route('/', cadencePage).route('/', removeCadencePage);
