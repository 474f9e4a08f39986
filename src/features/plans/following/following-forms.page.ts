import { type Context, Hono } from 'hono';
import { CLOSING_REASONS, type ClosingReason } from '../../../domain/plans/closing.ts';
import { OUTCOMES, type Outcome, RESULTS, type Result } from '../../../domain/plans/follow-up.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { actPage, type FormField, given, type Values } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { closePlan } from './close-plan.ts';
import { type About, aboutOf, nameOf } from './following-part.tsx';
import { closeFormTexts, closingReasonTexts, followUpFormTexts, outcomeTexts, resultTexts } from './texts-following.ts';
import { writeFollowUp } from './write-follow-up.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const planOf = async (c: Context<AppEnv>): Promise<ShownPlan | undefined> => {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
};

const resultOptions = (about: About['about']) => RESULTS.map((value) => ({ value, label: resultTexts[about][value] }));

const followUpPage = actPage({
  path: '/planer/:id/folj-upp',
  permission: 'plans.follow-up',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.following.mayFollowUp) return undefined;
    const t = followUpFormTexts;
    const { mayClose, stage } = plan.following;
    const outcomes = OUTCOMES.filter((one) => (one === 'close' ? mayClose : stage !== 'to-close'));
    const reasons = CLOSING_REASONS.map((value) => ({ value, label: closingReasonTexts[value] }));
    return {
      ...{ title: t.title, lead: t.lead, submit: t.submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#uppfoljning` },
      fields: [
        { kind: 'day', name: 'on', label: t.on, hint: t.onHint },
        { kind: 'lines', name: 'present', label: t.present, rows: 2 },
        { kind: 'radios', name: 'tookPart', label: t.tookPart, options: yesNo },
        { kind: 'text', name: 'whyNot', label: t.whyNot, optional: true },
        ...aboutOf(plan).flatMap((one) => evaluationFields(plan, one)),
        { kind: 'lines', name: 'ownView', label: t.ownView, hint: t.ownViewHint, rows: 4, optional: true },
        { kind: 'lines', name: 'summary', label: t.summary, rows: 4 },
        { kind: 'radios', name: 'outcome', label: t.outcome, options: outcomes.map((value) => ({ value, label: outcomeTexts[value] })) },
        { kind: 'day', name: 'next', label: t.next, hint: t.nextHint, optional: true },
        ...(mayClose
          ? ([
              { kind: 'select', name: 'reason', label: t.reason, empty: '', optional: true, options: reasons },
              { kind: 'lines', name: 'closingWords', label: t.closingWords, rows: 2, optional: true },
            ] as const)
          : []),
      ],
      initial: given({ on: c.var.runtime.clock.today().toString() }),
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const plan = await planOf(c);
    const next = one('next');
    const reason = one('reason');
    const done = await writeFollowUp(scopeOf(c), {
      ...{ key: one('key'), plan: idOf(c), on: one('on'), present: one('present'), whyNot: one('whyNot'), summary: one('summary') },
      ...{ ownView: one('ownView'), outcome: one('outcome') as Outcome, closingWords: one('closingWords') },
      tookPart: (one('tookPart') === '' ? undefined : one('tookPart') === 'yes') as boolean,
      evaluations: (plan ? aboutOf(plan) : []).flatMap((about) => evaluationIn(values, about)),
      ...(next === '' ? {} : { next }),
      ...(reason === '' ? {} : { reason: reason as ClosingReason }),
    });
    if (isRefusal(done)) return done;
    return { next: `${planHref(idOf(c))}?klart=${one('outcome') === 'close' ? 'avslutad' : 'uppfoljd'}#uppfoljning` };
  },
});

const yesNo = [
  { value: 'yes', label: followUpFormTexts.yes },
  { value: 'no', label: followUpFormTexts.no },
];

function evaluationFields(plan: ShownPlan, { about, id }: About): FormField[] {
  const t = followUpFormTexts;
  const part = t[about](nameOf(plan, { about, id }));
  return [
    { kind: 'select', name: `result-${id}`, label: t.result, empty: '', options: resultOptions(about), part },
    { kind: 'select', name: `person-${id}`, label: t.personSays, empty: t.unsaid, optional: true, options: resultOptions(about), part },
    { kind: 'text', name: `words-${id}`, label: t.words, optional: true, part },
  ];
}

/** What was said of one goal or measure; nothing where nothing was chosen, which the rule then tells. */
function evaluationIn(values: Values, { about, id }: About) {
  const [result, person] = [values.one(`result-${id}`), values.one(`person-${id}`)];
  if (result === '') return [];
  return [
    { about, id, result: result as Result, words: values.one(`words-${id}`), ...(person === '' ? {} : { person: person as Result }) },
  ];
}

const closePage = actPage({
  path: '/planer/:id/avsluta',
  permission: 'plans.close',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.following.mayClose) return undefined;
    const { title, lead, submit, reason, words } = closeFormTexts;
    const options = plan.following.reasons.map((value) => ({ value, label: closingReasonTexts[value] }));
    return {
      ...{ title, lead, submit, warning: true, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#uppfoljning` },
      fields: [
        { kind: 'radios', name: 'reason', label: reason, options },
        { kind: 'lines', name: 'words', label: words, rows: 3, optional: true },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const done = await closePlan(scopeOf(c), { plan: idOf(c), reason: values.one('reason') as ClosingReason, words: values.one('words') });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=avslutad#uppfoljning` };
  },
});

/** The forms of following a plan up and closing it. */
export const followingForms = new Hono<AppEnv>().route('/', followUpPage).route('/', closePage);
