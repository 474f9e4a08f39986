import { isRefusal } from '../../domain/refusal.ts';
import { scopeOf } from '../../platform/index.ts';
import { actPage, given } from '../forms/index.ts';
import { correctPerson } from './correct-person.ts';
import { planHref } from './plan-href.ts';
import { readPlan } from './read-plan.ts';
import { correctPersonTexts as texts } from './texts-correct-person.ts';
import { refusals } from './texts-refusals.ts';

/** The form that sets right whom a plan is about. */
export const correctPersonForm = actPage({
  path: '/planer/:id/fel-person',
  permission: 'plans.correct-person',
  texts: refusals,
  prepare: async (c) => {
    const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
    if (isRefusal(plan) || !plan.abilities['correct-person']) return undefined;
    return {
      title: texts.title,
      lead: texts.lead,
      caption: plan.identity && texts.now(plan.identity.name, plan.identity.number),
      back: planHref(plan.id),
      submit: texts.submit,
      fields: [{ kind: 'text', name: 'caseNumber', label: texts.caseNumber, hint: texts.caseNumberHint, width: 20 }],
      initial: given({}),
      warning: true,
    };
  },
  run: async (c, values) => {
    const plan = c.req.param('id') ?? '';
    const done = await correctPerson(scopeOf(c), { plan, caseNumber: values.one('caseNumber') });
    return isRefusal(done) ? done : { next: `${planHref(plan)}?klart=rattad` };
  },
});
