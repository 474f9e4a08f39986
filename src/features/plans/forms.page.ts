import { type Context, Hono } from 'hono';
import { PREPARATION_PARTS, type PreparationPart, preparationParts } from '../../domain/plans/parts.ts';
import { INITIATORS, type Initiator, PLAN_KINDS, type PlanKind } from '../../domain/plans/plan-kinds.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { readCounty } from '../counties/index.ts';
import { actPage, type FormField, given } from '../forms/index.ts';
import { readAnyPerson } from '../persons/index.ts';
import { askUnit } from './ask-unit.ts';
import { assessNeed } from './assess-need.ts';
import { correctPersonForm } from './correct-person.page.ts';
import { movingForm } from './moving/moving-form.page.ts';
import { openPlan } from './open-plan.ts';
import { planHref } from './plan-href.ts';
import { pointOut } from './point-out.ts';
import { readPlan } from './read-plan.ts';
import { readUnitsToAsk } from './read-units-to-ask.ts';
import {
  askTexts,
  assessTexts,
  initiatorTexts,
  openTexts,
  partTexts,
  planKindTexts,
  planTexts,
  pointOutTexts,
  stageTexts,
  writeTexts,
} from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { writePart } from './write-part.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';

/** Who saw the need, which day and why: the same questions when a plan is opened and later. */
const initiativeFields: readonly FormField[] = [
  { kind: 'radios', name: 'by', label: openTexts.by, options: INITIATORS.map((value) => ({ value, label: initiatorTexts[value] })) },
  { kind: 'day', name: 'on', label: openTexts.on },
  { kind: 'lines', name: 'reason', label: openTexts.reason, hint: openTexts.reasonHint },
];

const openPage = actPage({
  path: '/personer/:id/plan',
  permission: 'plans.open',
  texts: refusals,
  keyed: true,
  prepare: async (c, acting) => {
    const county = await readCounty(scopeOf(c), { code: acting.county });
    const person = await readAnyPerson(scopeOf(c), idOf(c));
    if (isRefusal(county) || isRefusal(person)) return undefined;
    return {
      title: openTexts.title,
      lead: openTexts.lead,
      caption: openTexts.whom(person.name, person.number),
      back: `/personer/${idOf(c)}`,
      submit: openTexts.submit,
      fields: [
        {
          kind: 'radios',
          name: 'kind',
          label: openTexts.kind,
          options: PLAN_KINDS.map((value) => ({ value, label: planKindTexts[value] })),
        },
        ...initiativeFields,
        {
          kind: 'select',
          name: 'municipality',
          label: openTexts.municipality,
          hint: openTexts.municipalityHint,
          options: county.municipalities.map(({ code, name }) => ({ value: code, label: name })),
          empty: '',
        },
        {
          kind: 'radios',
          name: 'needed',
          label: openTexts.needed,
          options: (['yes', 'no', 'later'] as const).map((value) => ({ value, label: openTexts.neededOptions[value] })),
        },
        { kind: 'lines', name: 'whyNot', label: openTexts.whyNot, optional: true, rows: 2 },
      ],
      initial: given({
        kind: 'sip',
        on: c.var.runtime.clock.today().toString(),
        by: 'staff',
        municipality: acting.municipality,
        needed: 'yes',
      }),
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const done = await openPlan(scopeOf(c), {
      ...{
        key: one('key'),
        person: idOf(c),
        municipality: one('municipality'),
        on: one('on'),
        reason: one('reason'),
        whyNot: one('whyNot'),
      },
      kind: one('kind') as PlanKind,
      by: one('by') as Initiator,
      needed: one('needed') as 'yes',
    });
    return isRefusal(done) ? done : { next: `${planHref(done.id)}?klart=oppnad` };
  },
});

/** A form about a plan, under its address. */
async function planOf(c: Context<AppEnv>) {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
}

const assessPage = actPage({
  path: '/planer/:id/bedomning',
  permission: 'plans.assess',
  texts: refusals,
  prepare: async (c, acting) => {
    const plan = await planOf(c);
    if (!plan?.abilities.assess) return undefined;
    const own = plan.assessments?.findLast(({ organisation }) => organisation.id === acting.organisation.id);
    return {
      title: assessTexts.title,
      lead: assessTexts.lead,
      caption: plan.stage && stageTexts[plan.stage],
      back: planHref(plan.id),
      submit: assessTexts.submit,
      fields: [
        {
          kind: 'radios',
          name: 'needed',
          label: assessTexts.needed,
          options: [
            { value: 'yes', label: planTexts.needed },
            { value: 'no', label: planTexts.notNeeded },
          ],
        },
        { kind: 'lines', name: 'reason', label: assessTexts.reason, hint: assessTexts.reasonHint, optional: true },
      ],
      initial: given(own ? { needed: own.needed ? 'yes' : 'no', reason: own.reason } : {}),
    };
  },
  run: async (c, values) => {
    const answer = values.one('needed');
    const needed = answer === 'yes' ? true : answer === 'no' ? false : undefined;
    const done = await assessNeed(scopeOf(c), { plan: idOf(c), needed: needed as boolean, reason: values.one('reason') });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat` };
  },
});

const pointOutPage = actPage({
  path: '/planer/:id/behov',
  permission: 'plans.point-out',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.abilities['point-out']) return undefined;
    const { title, lead, submit } = pointOutTexts;
    const initial = given({ on: c.var.runtime.clock.today().toString() });
    return { title, lead, submit, back: planHref(plan.id), fields: initiativeFields, initial };
  },
  run: async (c, values) => {
    const input = { plan: idOf(c), by: values.one('by') as Initiator, on: values.one('on'), reason: values.one('reason') };
    const done = await pointOut(scopeOf(c), input);
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat` };
  },
});

/** The part that the address names; undefined when there is no such. */
export function partOf(c: Context<AppEnv>): PreparationPart | undefined {
  return PREPARATION_PARTS.find((part) => part === c.req.param('del'));
}

const writePage = actPage({
  path: '/planer/:id/forbered/:del',
  permission: 'plans.write',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const part = partOf(c);
    if (!plan?.abilities.write || !part) return undefined;
    const voice = preparationParts[part].ofPerson ? 'noted' : 'staff';
    const kept = plan.texts.find((one) => one.part === part && one.voice === voice);
    const { label, hint } = partTexts[part];
    return {
      title: label,
      lead: writeTexts.lead(voice),
      caption: planTexts.preparation,
      back: `${planHref(plan.id)}#forberedelse`,
      submit: writeTexts.submit,
      fields: [{ kind: 'lines', name: 'text', label: writeTexts.text, hint, rows: 8, optional: true }],
      initial: given({ text: kept?.text }),
      hidden: { seen: kept?.at.toString() ?? '' },
    };
  },
  run: async (c, values) => {
    const part = partOf(c);
    const input = { plan: idOf(c), part: part as PreparationPart, text: values.one('text'), seen: values.one('seen') };
    const done = await writePart(scopeOf(c), input);
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#forberedelse` };
  },
});

const askPage = actPage({
  path: '/planer/:id/enheter',
  permission: 'plans.ask-unit',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.abilities['ask-unit']) return undefined;
    const found = await readUnitsToAsk(scopeOf(c), { plan: plan.id });
    if (isRefusal(found)) return undefined;
    const groups = [...Map.groupBy(found.units, ({ organisation_name }) => organisation_name)];
    return {
      title: askTexts.title,
      lead: askTexts.lead,
      back: planHref(plan.id),
      submit: askTexts.submit,
      fields: [
        {
          kind: 'select',
          name: 'unit',
          label: askTexts.unit,
          empty: '',
          options: groups.flatMap(([organisation, some]) => some.map(({ id, name }) => ({ value: id, label: `${organisation}: ${name}` }))),
        },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const done = await askUnit(scopeOf(c), { plan: idOf(c), unit: values.one('unit') });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=bedd` };
  },
});

/** The forms about a plan, for staff. */
export const planForms = new Hono<AppEnv>()
  .route('/', openPage)
  .route('/', assessPage)
  .route('/', pointOutPage)
  .route('/', writePage)
  .route('/', askPage)
  .route('/', correctPersonForm)
  .route('/', movingForm);
