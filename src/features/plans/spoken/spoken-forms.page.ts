import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { given, ownActPage } from '../../forms/index.ts';
import { answerFields, answersIn } from '../answers/answer-fields.ts';
import { ownForm } from '../own/own-form.tsx';
import { mannerOf } from '../own/words/manner.ts';
import { spokenHref } from '../plan-href.ts';
import { refusals } from '../texts-refusals.ts';
import { readSpokenPlan } from './read-spoken.ts';
import { sayFor } from './say-for.ts';

const addressed = (c: Context<AppEnv>) => ({ speaker: c.req.param('vem') ?? '', plan: c.req.param('id') ?? '' });

/** The plan, for who may say something in it, and as whom; undefined to everybody else. */
async function spoken(c: Context<AppEnv>) {
  const found = await readSpokenPlan(scopeOf(c), addressed(c));
  return isRefusal(found) || !found.as.matters.includes('speak') ? undefined : found;
}

const writePage = ownActPage({
  path: '/min-plan/som/:vem/:id/skriv',
  permission: 'plans.say-for',
  texts: refusals,
  keyed: true,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const found = await spoken(c);
    if (!found) return undefined;
    const { plan, as } = found;
    const t = mannerOf(c).words.spoken;
    const open = (['needs', 'goals'] as const).filter((kind) => as.kinds.includes(kind));
    const { speaker } = addressed(c);
    return {
      ...{ title: t.formTitle, lead: t.formLead, back: spokenHref(speaker, plan.id), submit: t.submit },
      fields: [
        { kind: 'radios', name: 'about', label: t.aboutWhat, options: open.map((value) => ({ value, label: t.about[value] })) },
        { kind: 'lines', name: 'words', label: t.words, rows: 6 },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const about = values.one('about') as 'needs' | 'goals';
    const said = [{ about, words: values.one('words') }];
    const done = await sayFor(scopeOf(c), { ...addressed(c), key: values.one('key'), said });
    return isRefusal(done) ? done : { next: `${spokenHref(addressed(c).speaker, addressed(c).plan)}?klart=sparat#dina-ord` };
  },
});

const answerPage = ownActPage({
  path: '/min-plan/som/:vem/:id/svara',
  permission: 'plans.say-for',
  texts: refusals,
  keyed: true,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const found = await spoken(c);
    if (!found) return undefined;
    const { plan, as } = found;
    const changes = (plan.contents.changes ?? []).filter(({ kind }) => as.kinds.includes(kind === 'goal' ? 'goals' : 'measures'));
    const { words, date } = mannerOf(c);
    const [t, a] = [words.spoken, words.answers];
    const { speaker } = addressed(c);
    return {
      ...{ title: t.answer, lead: t.formLead, back: spokenHref(speaker, plan.id), submit: t.submit },
      fields: answerFields(changes, {
        part: (change) => `${change.sort ? a.duties[change.sort] : a.of[change.kind]}: ${change.day ? date(change.day) : change.said}`,
        ...{ answer: a.answer, words: a.text },
        options: (['approved', 'objects', 'commented'] as const).map((value) => ({ value, label: a.options[value] })),
      }),
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const said = answersIn(values).map(({ answer, words, ...change }) => ({ about: 'change' as const, change, answer, words }));
    const done = await sayFor(scopeOf(c), { ...addressed(c), key: values.one('key'), said });
    return isRefusal(done) ? done : { next: `${spokenHref(addressed(c).speaker, addressed(c).plan)}?klart=sparat#dina-ord` };
  },
});

/** What a guardian or a representative says in a plan, in their own name. */
export const spokenForms = new Hono<AppEnv>().route('/', writePage).route('/', answerPage);
