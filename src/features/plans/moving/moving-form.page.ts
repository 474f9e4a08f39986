import { isRefusal } from '../../../domain/refusal.ts';
import { scopeOf } from '../../../platform/index.ts';
import { readCounty } from '../../counties/index.ts';
import { actPage, given } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { moveMunicipality } from './move-municipality.ts';
import { movingTexts as texts } from './texts-moving.ts';

/** The form for a person who has moved to another municipality of the county. */
export const movingForm = actPage({
  path: '/planer/:id/kommun',
  permission: 'plans.move-municipality',
  texts: refusals,
  prepare: async (c) => {
    const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
    if (isRefusal(plan) || !plan.abilities['move-municipality']) return undefined;
    const county = await readCounty(scopeOf(c), { code: plan.county });
    if (isRefusal(county)) return undefined;
    return {
      title: texts.title,
      lead: texts.lead,
      back: `${planHref(plan.id)}#enheter`,
      submit: texts.submit,
      fields: [
        {
          kind: 'select',
          name: 'municipality',
          label: texts.municipality,
          hint: texts.hint,
          options: county.municipalities.map(({ code, name }) => ({ value: code, label: name })),
        },
      ],
      initial: given({ municipality: plan.municipality }),
    };
  },
  run: async (c, values) => {
    const plan = c.req.param('id') ?? '';
    const done = await moveMunicipality(scopeOf(c), { plan, municipality: values.one('municipality') });
    return isRefusal(done) ? done : { next: `${planHref(plan)}?klart=kommun#enheter` };
  },
});
