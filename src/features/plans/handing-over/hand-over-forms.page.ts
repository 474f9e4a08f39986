import { type Context, Hono } from 'hono';
import type { HandOverAnswer } from '../../../domain/plans/hand-over.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { actPage, given } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { answerHandOver, readHandOverStaff } from './answer-hand-over.ts';
import { offerHandOver } from './offer-hand-over.ts';
import { shutToAccept, handOverTexts as t } from './texts-hand-over.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const planOf = async (c: Context<AppEnv>): Promise<ShownPlan | undefined> => {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
};
const about = (plan: ShownPlan) => ({ caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#overlamning` });
const saved = (c: Context<AppEnv>) => ({ next: `${planHref(idOf(c))}?klart=sparat#overlamning` });

const offerPage = actPage({
  path: '/planer/:id/overlamning',
  permission: 'plans.offer-hand-over',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan || plan.following.handOvers.toAsk.length === 0) return undefined;
    const options = plan.following.handOvers.toAsk.map(({ unit, name }) => ({ value: unit, label: name }));
    return {
      ...{ ...about(plan), title: t.offerTitle, lead: t.offerLead, submit: t.send, initial: given({}) },
      fields: [
        { kind: 'radios', name: 'unit', label: t.unit, options },
        { kind: 'lines', name: 'reason', label: t.reason, rows: 3 },
      ],
    };
  },
  run: async (c, values) => {
    const done = await offerHandOver(scopeOf(c), {
      key: values.one('key'),
      plan: idOf(c),
      unit: values.one('unit'),
      reason: values.one('reason'),
    });
    return isRefusal(done) ? done : saved(c);
  },
});

const answerPage = actPage({
  path: '/planer/:id/overlamning/:fraga',
  permission: 'plans.answer-hand-over',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const asked = plan?.following.handOvers.all.find(({ id, own }) => own && id === c.req.param('fraga'));
    if (!plan || !asked) return undefined;
    const found = await readHandOverStaff(scopeOf(c), { plan: plan.id });
    if (isRefusal(found)) return undefined;
    const { shut } = plan.following.handOvers;
    const lead = shut.length > 0 ? shutToAccept(shut, plan.owner.name) : t.answerLead;
    const staff = found.staff.map(({ account, name }) => ({ value: account, label: name }));
    return {
      ...{ ...about(plan), title: t.answerTitle, lead, submit: t.save, initial: given({}) },
      fields: [
        {
          kind: 'radios',
          name: 'answer',
          label: t.what,
          hint: `${t.yours(asked.from)} ${t.why}: ${asked.reason}`,
          options: [
            { value: 'accepted', label: t.accept },
            { value: 'declined', label: t.decline },
          ],
        },
        { kind: 'select', name: 'coordinator', label: t.coordinator, empty: '', optional: true, options: staff },
        { kind: 'select', name: 'substitute', label: t.substitute, empty: '', optional: true, options: staff },
        { kind: 'lines', name: 'reason', label: t.whyNot, rows: 3, optional: true },
      ],
    };
  },
  run: async (c, values) => {
    const [coordinator, substitute] = [values.one('coordinator'), values.one('substitute')];
    const done = await answerHandOver(scopeOf(c), {
      ...{
        plan: idOf(c),
        handOver: c.req.param('fraga') ?? '',
        answer: values.one('answer') as HandOverAnswer,
        reason: values.one('reason'),
      },
      ...(coordinator === '' ? {} : { coordinator }),
      ...(substitute === '' ? {} : { substitute }),
    });
    return isRefusal(done) ? done : saved(c);
  },
});

const withdrawPage = actPage({
  path: '/planer/:id/overlamning/:fraga/ta-tillbaka',
  permission: 'plans.offer-hand-over',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const asked = plan?.following.handOvers.all.find(({ id, answer }) => answer === undefined && id === c.req.param('fraga'));
    if (!plan?.following.handOvers.mayWithdraw || !asked) return undefined;
    return { ...about(plan), title: t.withdraw, lead: t.withdrawLead, submit: t.withdrawSubmit, fields: [], initial: given({}) };
  },
  run: async (c) => {
    const done = await answerHandOver(scopeOf(c), { plan: idOf(c), handOver: c.req.param('fraga') ?? '', answer: 'withdrawn' });
    return isRefusal(done) ? done : saved(c);
  },
});

/** The forms of handing over the answer for the whole. */
export const handOverForms = new Hono<AppEnv>().route('/', offerPage).route('/', answerPage).route('/', withdrawPage);
