import type { Hono } from 'hono';
import { circumstances } from '../../../domain/plans/prompts.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { actPage, type FormField, given, type Values } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { noteChecks } from './note-checks.ts';
import { circumstanceTexts, checksFormTexts as texts } from './texts-checks.ts';

const NOT_ASKED = 'not-asked';
const yesOrNo = [
  { value: 'yes', label: texts.yes },
  { value: 'no', label: texts.no },
];

const question = (name: string, label: string, options: readonly { value: string; label: string }[] = yesOrNo): FormField => ({
  ...{ kind: 'radios', name, label },
  options: [...options, { value: NOT_ASKED, label: texts.notAsked }],
});

const choices = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

const fields: readonly FormField[] = [
  ...circumstances.map((about) => question(about, circumstanceTexts[about].question)),
  question('relatives', texts.relatives, choices(texts.relativesOptions)),
  question('crisisPlan', texts.crisisPlan, choices(texts.crisisOptions)),
  question('plainLanguage', texts.plainLanguage),
  question('mandate', texts.mandate),
  question('copyHanded', texts.copyHanded),
];

const answer = (values: Values, name: string) => (values.one(name) === NOT_ASKED ? undefined : (values.one(name) as 'yes'));

/** What has been asked about a plan, as a form. */
export const checksForm: Hono<AppEnv> = actPage({
  path: '/planer/:id/fragat',
  permission: 'plans.note',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
    if (isRefusal(plan) || !plan.checks || !plan.abilities.note) return undefined;
    const { answers, number } = plan.checks;
    const { circumstances: about, ...rest } = answers;
    const known = Object.fromEntries(Object.entries({ ...about, ...rest }).map(([name, said]) => [name, said]));
    const unasked = Object.fromEntries(fields.map(({ name }) => [name, NOT_ASKED]));
    return {
      ...{ title: texts.title, lead: texts.lead, submit: texts.submit, caption: planKindTexts[plan.kind] },
      ...{ back: `${planHref(plan.id)}#fragat`, fields, initial: given({ ...unasked, ...known }), hidden: { seen: String(number) } },
    };
  },
  run: async (c, values) => {
    const id = c.req.param('id') ?? '';
    const done = await noteChecks(scopeOf(c), {
      ...{ key: values.one('key'), plan: id, seen: Number(values.one('seen')) },
      answers: {
        circumstances: Object.fromEntries(circumstances.map((about) => [about, answer(values, about)])),
        relatives: answer(values, 'relatives') as 'none' | undefined,
        crisisPlan: answer(values, 'crisisPlan') as 'made' | undefined,
        ...{ plainLanguage: answer(values, 'plainLanguage'), mandate: answer(values, 'mandate'), copyHanded: answer(values, 'copyHanded') },
      },
    });
    return isRefusal(done) ? done : { next: `${planHref(id)}?klart=sparat#fragat` };
  },
});
