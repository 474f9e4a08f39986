import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { rowChoices, sectionChoices } from '../agreements/index.ts';
import { bodyName, partyName } from '../counties/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { lackHref } from './awaited-lacks.ts';
import { pointOut } from './point-out.ts';
import { readLack, readLackBeginnings } from './read-lacks.ts';
import { answerLack, receiveLack, withdrawLack } from './reply-to-lack.ts';
import { refusals, formTexts as texts } from './texts.ts';

const { fields } = texts;

const pointOutPage = actPage({
  path: '/patalade-brister/ny',
  permission: 'non-compliance.point-out',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const found = await readLackBeginnings(scopeOf(c), { slug: c.req.query('avtal') ?? '' });
    if (isRefusal(found) || found.bodies.length === 0) return undefined;
    const { agreement, county, bodies, others } = found;
    return {
      title: texts.title,
      caption: agreement.short,
      lead: texts.lead(bodies.map((body) => bodyName(county, body))),
      submit: texts.submit,
      back: `/avtal/${agreement.slug}/brist`,
      fields: [
        {
          kind: 'checks',
          name: 'about',
          label: fields.about,
          options: others.map((party) => ({ value: party, label: partyName(county, party) })),
        },
        { kind: 'text', name: 'title', label: fields.title },
        { kind: 'lines', name: 'what', label: fields.what, rows: 8 },
        {
          kind: 'picks',
          name: 'rows',
          label: fields.rows,
          optional: true,
          groups: rowChoices(agreement),
        },
        {
          kind: 'picks',
          name: 'sections',
          label: fields.sections,
          hint: fields.sectionsHint,
          optional: true,
          groups: sectionChoices(agreement.sections),
        },
      ],
      initial: given({ rows: c.req.query('rad') }),
    };
  },
  run: async (c, values) => {
    const { title, what } = { title: values.one('title'), what: values.one('what') };
    const chosen = { about: [...values.all('about')], rows: [...values.all('rows')], sections: [...values.all('sections')] };
    const done = await pointOut(scopeOf(c), { key: values.one('key'), slug: c.req.query('avtal') ?? '', title, what, ...chosen });
    return isRefusal(done) ? done : { next: `${lackHref(done.id)}?klart=1` };
  },
});

type Words = { readonly title: string; readonly lead: string; readonly submit: string };

async function prepared(c: Context<AppEnv>, { title, lead, submit }: Words, form: readonly FormField[]) {
  const reading = await readLack(scopeOf(c), { lack: idOf(c) });
  if (isRefusal(reading)) return undefined;
  return { title, lead, submit, caption: reading.row.title, back: lackHref(reading.row.id), fields: form, initial: given({}) };
}

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const done = (id: string) => ({ next: `${lackHref(id)}?klart=1` });

const receivePage = actPage({
  path: '/patalade-brister/:id/mottagen',
  permission: 'non-compliance.receive',
  texts: refusals,
  prepare: (c) => prepared(c, texts.receive, []),
  run: async (c) => {
    const answer = await receiveLack(scopeOf(c), { lack: idOf(c) });
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

const answerPage = actPage({
  path: '/patalade-brister/:id/svara',
  permission: 'non-compliance.answer',
  texts: refusals,
  prepare: (c) => prepared(c, texts.answer, [{ kind: 'lines', name: 'answer', label: texts.answer.answer, rows: 8 }]),
  run: async (c, values) => {
    const answer = await answerLack(scopeOf(c), { lack: idOf(c), answer: values.one('answer') });
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

const withdrawPage = actPage({
  path: '/patalade-brister/:id/aterta',
  permission: 'non-compliance.withdraw',
  texts: refusals,
  prepare: async (c) => {
    const form = await prepared(c, texts.withdraw, []);
    return form && { ...form, warning: true };
  },
  run: async (c) => {
    const answer = await withdrawLack(scopeOf(c), { lack: idOf(c) });
    return isRefusal(answer) ? answer : done(answer.id);
  },
});

/** Pointing out, receiving, answering, taking back. */
export const lackFormPages = new Hono<AppEnv>()
  .route('/', pointOutPage)
  .route('/', receivePage)
  .route('/', answerPage)
  .route('/', withdrawPage);
