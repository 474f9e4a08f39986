import { type Context, Hono } from 'hono';
import { OUTSIDE_REASONS, type OutsideReason } from '../../../domain/plans/trace.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, newId, scopeOf } from '../../../platform/index.ts';
import { actPage, type FormField, given } from '../../forms/index.ts';
import { BeforeEstablishing } from '../answers/answers-part.tsx';
import { unansweredOf } from '../answers/changes.ts';
import { answersTexts } from '../answers/texts-answers.ts';
import { shutToLead } from '../handing-over/texts-hand-over.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import type { ShownPlan } from '../show-plan.ts';
import { planKindTexts } from '../texts.ts';
import { refusals } from '../texts-refusals.ts';
import { decideInPlan } from './decide-in-plan.ts';
import { establishPlan } from './establish-plan.ts';
import { readMeasureChoices } from './read-measure-choices.ts';
import { contentsTexts, decideFormTexts, establishFormTexts, goalFormTexts, measureFormTexts, outsideTexts } from './texts-contents.ts';
import { writeGoal } from './write-goal.ts';
import { writeMeasure } from './write-measure.ts';

const OUTSIDE = 'outside:';
const OTHER = 'other';
const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const planOf = async (c: Context<AppEnv>): Promise<ShownPlan | undefined> => {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
};
const dropField = (label: string, option: string): FormField => ({
  kind: 'checks',
  name: 'drop',
  label,
  optional: true,
  options: [{ value: 'yes', label: option }],
});

const goalPage = actPage({
  path: '/planer/:id/mal/:mal',
  permission: 'plans.write',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const asked = c.req.param('mal');
    const goal = plan?.contents.goals?.find(({ id }) => id === asked);
    if (!plan?.abilities['write-goal'] || (asked !== 'nytt' && (!goal || goal.voice === 'own'))) return undefined;
    const { title, lead, submit, words, sign, horizon, sort, ofPerson, ofStaff, drop, dropOption } = goalFormTexts;
    return {
      ...{ title, lead, submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#mal` },
      fields: [
        {
          kind: 'radios',
          name: 'sort',
          label: sort,
          options: [
            { value: 'of-person', label: ofPerson },
            { value: 'of-staff', label: ofStaff },
          ],
        },
        { kind: 'lines', name: 'words', label: words },
        { kind: 'lines', name: 'sign', label: sign, rows: 2, optional: true },
        {
          kind: 'radios',
          name: 'horizon',
          label: horizon,
          options: (['short', 'long'] as const).map((value) => ({ value, label: contentsTexts.horizons[value] })),
        },
        ...(goal ? [dropField(drop, dropOption)] : []),
      ],
      initial: given(
        goal ? { sort: goal.voice === 'staff' ? 'of-staff' : 'of-person', words: goal.goal, sign: goal.sign, horizon: goal.horizon } : {},
      ),
      hidden: { goal: goal?.id ?? newId(c.var.runtime.clock.now()), seen: String(goal?.number ?? 0) },
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const done = await writeGoal(scopeOf(c), {
      ...{
        plan: idOf(c),
        goal: one('goal'),
        seen: Number(one('seen')),
        words: one('words'),
        sign: one('sign'),
        drop: one('drop') === 'yes',
      },
      sort: one('sort') as 'of-person',
      horizon: one('horizon') as 'short',
    });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#mal` };
  },
});

const measurePage = actPage({
  path: '/planer/:id/insats/:insats',
  permission: 'plans.write',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const asked = c.req.param('insats');
    const measure = plan?.contents.measures?.find(({ id }) => id === asked);
    if (!plan?.abilities['write-measure'] || (asked !== 'ny' && !measure)) return undefined;
    const choices = await readMeasureChoices(scopeOf(c), { plan: plan.id });
    if (isRefusal(choices)) return undefined;
    const t = measureFormTexts;
    const today = c.var.runtime.clock.today();
    const rowOf = measure && (measure.agreement ? `${measure.agreement}#${measure.row}` : `${OUTSIDE}${measure.outside}`);
    return {
      ...{ title: t.title, lead: t.lead, submit: t.submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#insatser` },
      fields: [
        { kind: 'lines', name: 'need', label: t.need, rows: 2 },
        { kind: 'lines', name: 'what', label: t.what, rows: 3 },
        {
          kind: 'radios',
          name: 'unit',
          label: t.unit,
          hint: t.unitHint,
          options: [
            ...choices.units.map(({ unit, unit_name, organisation_name }) => ({
              value: unit,
              label: `${unit_name}, ${organisation_name}`,
            })),
            { value: OTHER, label: t.otherDoer },
          ],
        },
        { kind: 'text', name: 'who', label: t.who, hint: t.whoHint },
        { kind: 'lines', name: 'ownPart', label: t.ownPart, rows: 2, optional: true },
        { kind: 'day', name: 'starts', label: t.starts },
        { kind: 'day', name: 'target', label: t.target },
        {
          kind: 'select',
          name: 'row',
          label: t.row,
          hint: t.rowHint,
          empty: '',
          options: [
            ...OUTSIDE_REASONS.map((why) => ({ value: `${OUTSIDE}${why}`, label: `${t.outsideGroup}: ${outsideTexts[why]}` })),
            ...choices.rows.map(({ slug, short, id, activity }) => ({ value: `${slug}#${id}`, label: `${short}: ${activity}` })),
          ],
        },
        ...(measure ? [dropField(t.drop, t.dropOption)] : []),
      ],
      initial: given(
        measure
          ? {
              ...{ need: measure.need, what: measure.what, unit: measure.unit ?? OTHER, who: measure.who, ownPart: measure.ownPart },
              ...{ starts: measure.starts.toString(), target: measure.target.toString(), row: rowOf },
            }
          : { starts: today.toString() },
      ),
      hidden: { measure: measure?.id ?? newId(c.var.runtime.clock.now()), seen: String(measure?.number ?? 0) },
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const row = one('row');
    const done = await writeMeasure(scopeOf(c), {
      ...{ plan: idOf(c), measure: one('measure'), seen: Number(one('seen')), need: one('need'), what: one('what'), who: one('who') },
      ...{ ownPart: one('ownPart'), starts: one('starts'), target: one('target'), drop: one('drop') === 'yes' },
      ...(one('unit') === OTHER ? {} : { unit: one('unit') }),
      ...(row.startsWith(OUTSIDE) ? { outside: row.slice(OUTSIDE.length) as OutsideReason } : row === '' ? {} : { row }),
    });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#insatser` };
  },
});

const decidePage = actPage({
  path: '/planer/:id/ansvar',
  permission: 'plans.decide',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.abilities.decide) return undefined;
    const choices = await readMeasureChoices(scopeOf(c), { plan: plan.id });
    if (isRefusal(choices)) return undefined;
    const t = decideFormTexts;
    const { duties, toEstablish } = plan.contents;
    const organisations = [...new Map(choices.units.map(({ organisation, organisation_name }) => [organisation, organisation_name]))].map(
      ([value, label]) => ({ value, label }),
    );
    const staff = choices.staff.map(({ account, name, unit_name }) => ({ value: account, label: `${name}, ${unit_name}` }));
    const none = toEstablish?.huvudman.flatMap(({ organisation, saysNone }) => (saysNone ? [organisation] : [])) ?? [];
    return {
      ...{ title: t.title, lead: t.lead, submit: t.submit, caption: planKindTexts[plan.kind], back: `${planHref(plan.id)}#ansvar` },
      fields: [
        { kind: 'radios', name: 'overall', label: t.overall, options: organisations },
        { kind: 'select', name: 'coordinator', label: t.coordinator, empty: '', options: staff },
        { kind: 'select', name: 'substitute', label: t.substitute, empty: '', optional: true, options: staff },
        { kind: 'day', name: 'followUp', label: t.followUp },
        {
          kind: 'radios',
          name: 'tookPart',
          label: t.tookPart,
          options: [
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ],
        },
        { kind: 'lines', name: 'whyNot', label: t.whyNot, rows: 2, optional: true },
        { kind: 'checks', name: 'others', label: t.others, optional: true, options: [{ value: 'yes', label: t.othersAsked }] },
        { kind: 'checks', name: 'none', label: t.none, optional: true, options: organisations },
      ],
      initial: given({
        ...{ overall: duties?.overall?.id, coordinator: duties?.coordinator?.id, followUp: duties?.followUp?.toString(), none },
        ...{ tookPart: duties?.participation && (duties.participation.took ? 'yes' : 'no'), whyNot: duties?.participation?.reason },
        others: duties?.othersAsked ? 'yes' : undefined,
      }),
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const substitute = one('substitute');
    const done = await decideInPlan(scopeOf(c), {
      ...{ plan: idOf(c), overall: one('overall'), coordinator: one('coordinator'), followUp: one('followUp'), whyNot: one('whyNot') },
      ...(substitute === '' ? {} : { substitute }),
      tookPart: (one('tookPart') === '' ? undefined : one('tookPart') === 'yes') as boolean,
      othersAsked: one('others') === 'yes',
      none: [...values.all('none')],
    });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=sparat#ansvar` };
  },
});

const establishPage = actPage({
  path: '/planer/:id/uppratta',
  permission: 'plans.establish',
  texts: refusals,
  prepare: async (c, _, refused) => {
    const plan = await planOf(c);
    const { lead: leader, shut = [] } = plan?.following.handOvers ?? {};
    if (!plan || (!plan.abilities.establish && !(leader?.own && shut.length > 0))) return undefined;
    const { title, submit, reason } = establishFormTexts;
    const lead = shut.length > 0 ? shutToLead(shut, plan.owner.name) : establishFormTexts.lead;
    const changes = plan.contents.changes ?? [];
    const fields: FormField[] = [
      ...(plan.established ? [{ kind: 'lines', name: 'reason', label: reason, rows: 3 } as const] : []),
      // What was written stays to be read, also when somebody else was first and there is nothing left to explain.
      ...(unansweredOf(changes).length > 0 || refused?.values.one('notAsked')
        ? [{ kind: 'lines', name: 'notAsked', label: answersTexts.notAsked, hint: answersTexts.notAskedHint, rows: 2 } as const]
        : []),
    ];
    const before = BeforeEstablishing({ changes });
    return {
      title,
      lead,
      submit,
      caption: planKindTexts[plan.kind],
      back: `${planHref(plan.id)}#ansvar`,
      fields,
      before,
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const done = await establishPlan(scopeOf(c), { plan: idOf(c), reason: values.one('reason'), notAsked: values.one('notAsked') });
    return isRefusal(done) ? done : { next: `${planHref(idOf(c))}?klart=upprattad` };
  },
});

/** The forms of what a plan says. */
export const contentsForms = new Hono<AppEnv>()
  .route('/', goalPage)
  .route('/', measurePage)
  .route('/', decidePage)
  .route('/', establishPage);
