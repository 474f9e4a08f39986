import { type Context, Hono } from 'hono';
import { SWEDEN } from '../../../domain/plans/discharge.ts';
import { dischargeEventNames } from '../../../domain/plans/discharge-notes.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { actPage, type FormField, given, type Values } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { adjustPlan, noteAttitude, noteDischarge } from './note-kind.ts';
import { adjustFormTexts, attitudeFormTexts, dischargeFormTexts, eventTexts } from './texts-kinds.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

async function planOf(c: Context<AppEnv>) {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
}

const dischargeFields: readonly FormField[] = [
  ...dischargeEventNames.flatMap((name): FormField[] => [
    { kind: 'day', name: `events-${name}-on`, label: dischargeFormTexts.on, part: eventTexts[name], optional: true },
    { kind: 'text', name: `events-${name}-at`, label: dischargeFormTexts.at, part: eventTexts[name], optional: true, width: 10 },
  ]),
  { kind: 'text', name: 'contact', label: dischargeFormTexts.contact, optional: true },
  {
    ...{ kind: 'radios', name: 'openCareMissing', label: dischargeFormTexts.openCare },
    options: Object.entries(dischargeFormTexts.openCareOptions).map(([value, label]) => ({ value, label })),
  },
  {
    ...{ kind: 'checks', name: 'compulsory', label: dischargeFormTexts.compulsory, optional: true },
    options: [{ value: 'yes', label: dischargeFormTexts.compulsoryOption }],
  },
];

/** What is written in the two fields of something that happened; undefined when both are empty. */
function eventFrom(values: Values, name: string): { on: string; at: string } | undefined {
  const [on, at] = [values.one(`events-${name}-on`), values.one(`events-${name}-at`)];
  return on === '' && at === '' ? undefined : { on, at };
}

const dischargePage = actPage({
  path: '/planer/:id/utskrivning',
  permission: 'plans.note',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.ofKind.discharge || !plan.abilities.note) return undefined;
    const { notes, number } = plan.ofKind.discharge;
    const moments = dischargeEventNames.flatMap((name) => {
      const text = notes.events[name];
      if (!text) return [];
      const at = Temporal.Instant.from(text).toZonedDateTimeISO(SWEDEN);
      const time = at.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.');
      return [
        [`events-${name}-on`, at.toPlainDate().toString()],
        [`events-${name}-at`, time],
      ];
    });
    const { title, lead, submit } = dischargeFormTexts;
    return {
      ...{ title, lead, submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#utskrivning`, fields: dischargeFields },
      hidden: { seen: String(number) },
      initial: given({
        ...Object.fromEntries(moments),
        ...{
          contact: notes.contact,
          openCareMissing: notes.openCareMissing ?? 'unknown',
          compulsory: notes.compulsory ? 'yes' : undefined,
        },
      }),
    };
  },
  run: async (c, values) => {
    const missing = values.one('openCareMissing');
    const done = await noteDischarge(scopeOf(c), {
      ...{ key: values.one('key'), plan: idOf(c), seen: Number(values.one('seen')), contact: values.one('contact') },
      events: Object.fromEntries(dischargeEventNames.map((name) => [name, eventFrom(values, name)])) as Record<
        (typeof dischargeEventNames)[number],
        { on: string; at: string } | undefined
      >,
      openCareMissing: missing === 'unknown' ? undefined : (missing as 'yes'),
      compulsory: values.one('compulsory') === 'yes',
    });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#utskrivning` };
  },
});

const attitudePage = actPage({
  path: '/planer/:id/installning',
  permission: 'plans.note',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.ofKind.carePlan || !plan.abilities.note) return undefined;
    const { attitude } = plan.ofKind.carePlan;
    const { title, lead, submit, words } = attitudeFormTexts;
    return {
      ...{ title, lead, submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#vardplan` },
      fields: [{ kind: 'lines', name: 'words', label: words, rows: 5 }],
      initial: given({ words: attitude?.words }),
      hidden: { seen: String(attitude?.number ?? 0) },
    };
  },
  run: async (c, values) => {
    const done = await noteAttitude(scopeOf(c), {
      ...{ key: values.one('key'), plan: idOf(c), seen: Number(values.one('seen')), words: values.one('words') },
    });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#vardplan` };
  },
});

const adjustPage = actPage({
  path: '/planer/:id/justera',
  permission: 'plans.adjust',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.ofKind.carePlan || !plan.abilities.adjust) return undefined;
    const { title, lead, submit } = adjustFormTexts;
    return {
      ...{ title, lead, submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#vardplan` },
      ...{ fields: [], initial: given({}), hidden: { seen: plan.ofKind.carePlan.hash } },
    };
  },
  run: async (c, values) => {
    const done = await adjustPlan(scopeOf(c), { plan: idOf(c), seen: values.one('seen') });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#vardplan` };
  },
});

/** The forms of what only some kinds of plans have. */
export const kindForms = new Hono<AppEnv>().route('/', dischargePage).route('/', attitudePage).route('/', adjustPage);
