import { Hono } from 'hono';
import { chosenPlace } from '../../domain/drafts/typed-numbers.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { given } from '../forms/index.ts';
import { draftFormPage } from './draft-form.tsx';
import { citesField, citesIn, linesIn, placeField } from './form-fields.ts';
import { CitedText, type DraftReading, draftHref, FormLink } from './parts.tsx';
import { termTexts } from './texts-terms.ts';
import { removeLocalPart, writeLocalPart } from './write-local-parts.ts';

const texts = termTexts.localPart;
const NEW = 'ny';
const PATH = 'lokala-overenskommelser/delar/:part';

const backOf = ({ row }: DraftReading) => `${draftHref(row.id)}/lokala-overenskommelser`;
const partsOf = ({ draft: { text } }: DraftReading) => text.terms['local-agreements']?.parts;

const partPage = draftFormPage({
  path: PATH,
  prepare: (reading, c) => {
    const parts = partsOf(reading);
    const at = parts?.findIndex(({ id }) => id === c.req.param('part')) ?? -1;
    const known = parts?.[at];
    if (!parts || (!known && c.req.param('part') !== NEW)) return undefined;
    const { text } = reading.draft;
    const cites = known?.cites ?? [];
    const headings = parts.map(({ heading }) => heading);
    return {
      title: known ? texts.title : texts.add,
      lead: texts.lead,
      submit: termTexts.save,
      back: backOf(reading),
      fields: [
        { kind: 'text', name: 'heading', label: texts.heading },
        { kind: 'lines', name: 'guidance', label: texts.guidance, hint: termTexts.onePerLine, optional: true },
        placeField(texts.place, headings, known && at),
        citesField(text, cites),
      ],
      initial: given({
        heading: known?.heading,
        guidance: known?.guidance.join('\n'),
        after: String((known ? at : parts.length) - 1),
        cites,
      }),
      before: (
        <>
          <CitedText text={text} cites={cites} />
          {known && <FormLink href={`${backOf(reading)}/delar/${known.id}/ta-bort`}>{texts.remove}</FormLink>}
        </>
      ),
    };
  },
  save: (c, seen, values) => {
    const asked = c.req.param('part') ?? '';
    return writeLocalPart(scopeOf(c), {
      ...seen,
      ...(asked === NEW ? {} : { id: asked }),
      heading: values.one('heading'),
      guidance: linesIn(values, 'guidance'),
      after: chosenPlace(values.one('after')),
      cites: citesIn(values),
    });
  },
});

const removePartPage = draftFormPage({
  path: `${PATH}/ta-bort`,
  prepare: (reading, c) => {
    const known = partsOf(reading)?.find(({ id }) => id === c.req.param('part'));
    if (!known) return undefined;
    const { heading: lead } = known;
    return { title: texts.remove, lead, submit: termTexts.remove, back: backOf(reading), fields: [], initial: given({}), warning: true };
  },
  save: (c, seen) => removeLocalPart(scopeOf(c), { ...seen, id: c.req.param('part') ?? '' }),
});

/** The forms of the parts that local agreements are to have. */
export const localPartPages = new Hono<AppEnv>().route('/', partPage).route('/', removePartPage);
