import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { formatDate } from '../../../ui/index.ts';
import { actPage, ownActPage } from '../../forms/index.ts';
import { ownForm } from '../own/own-form.tsx';
import { type Manner, mannerOf } from '../own/words/manner.ts';
import { ownPlanHref, planHref } from '../plan-href.ts';
import { readOwnPlan, readPlan } from '../read-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { answerChanges } from './answer-changes.ts';
import { type AnswerWords, answerFields, answersIn, answersSaid } from './answer-fields.ts';
import { saidOf } from './answers-part.tsx';
import { answersTexts as texts } from './texts-answers.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

const STAFF_WORDS: AnswerWords = {
  part: (change) => `${texts.of[change.kind]}: ${saidOf(change, formatDate)}`,
  ...{ answer: texts.answer, words: texts.words, hint: texts.wordsHint },
  options: (['approved', 'objects', 'commented', 'not-asked'] as const).map((value) => ({ value, label: texts.answers[value] })),
};

const notePage = actPage({
  path: '/planer/:id/svar',
  permission: 'plans.answer-changes',
  texts: refusals,
  prepare: async (c) => {
    const plan = await readPlan(scopeOf(c), idOf(c));
    if (isRefusal(plan) || !plan.abilities['answer-changes'] || !plan.contents.changes?.length) return undefined;
    const { changes } = plan.contents;
    return {
      ...{ title: texts.title, lead: texts.formLead, submit: texts.submit, caption: planKindTexts[plan.kind] },
      back: `${planHref(plan.id)}#svar`,
      fields: answerFields(changes, STAFF_WORDS),
      initial: answersSaid(changes, false),
    };
  },
  run: async (c, values) => {
    const done = await answerChanges(scopeOf(c), { plan: idOf(c), answers: answersIn(values) });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#svar` };
  },
});

function ownWords({ words, date }: Manner): AnswerWords {
  const t = words.answers;
  return {
    part: ({ sort, kind, day }) => [sort ? t.duties[sort] : t.of[kind], ...(day ? [date(day)] : [])].join(': '),
    about: ({ day, said }) => (day ? undefined : said),
    ...{ answer: t.answer, words: t.text },
    options: (['approved', 'objects', 'commented'] as const).map((value) => ({ value, label: t.options[value] })),
  };
}

const answerPage = ownActPage({
  path: '/min-plan/:id/svara',
  permission: 'plans.answer-changes',
  texts: refusals,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const found = await readOwnPlan(scopeOf(c), { id: idOf(c) });
    if (isRefusal(found)) return undefined;
    const { plan } = found;
    const manner = mannerOf(c);
    const t = manner.words.answers;
    const changes = plan.abilities['answer-changes'] ? (plan.contents.changes ?? []) : [];
    return {
      title: t.title,
      lead: changes.length === 0 ? t.nothing : t.lead,
      back: `${ownPlanHref(plan.id)}#svar`,
      submit: t.submit,
      fields: answerFields(changes, ownWords(manner)),
      initial: answersSaid(changes, true),
    };
  },
  run: async (c, values) => {
    const done = await answerChanges(scopeOf(c), { plan: idOf(c), answers: answersIn(values) });
    return isRefusal(done) ? done : { next: `${ownPlanHref(idOf(c))}?klart=svarat#svar` };
  },
});

/** What the person thinks of the plan: written by themselves, or noted by the staff. */
export const answersForms = new Hono<AppEnv>().route('/', notePage).route('/', answerPage);
