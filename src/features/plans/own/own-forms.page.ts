import { Hono } from 'hono';
import type { PreparationPart } from '../../../domain/plans/parts.ts';
import { preparationParts } from '../../../domain/plans/parts.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, newId, scopeOf } from '../../../platform/index.ts';
import { readCounties } from '../../counties/index.ts';
import { given, ownActPage } from '../../forms/index.ts';
import { writeGoal } from '../contents/write-goal.ts';
import { partOf } from '../forms.page.ts';
import { ownPlanHref } from '../plan-href.ts';
import { readOwnPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { writePart } from '../write-part.ts';
import { askForPlan, readUnitsToTurnTo } from './ask-for-plan.ts';
import { ownForm } from './own-form.tsx';
import { mannerOf } from './words/manner.ts';

const askPage = ownActPage({
  path: '/min-plan/be-om-plan',
  permission: 'plans.open',
  texts: refusals,
  manner: (c) => ownForm(c, refusals),
  keyed: true,
  prepare: async (c) => {
    const units = await readUnitsToTurnTo(scopeOf(c), {});
    if (isRefusal(units)) return undefined;
    const counties = await readCounties(scopeOf(c), {});
    if (isRefusal(counties)) return undefined;
    const places = counties
      .filter(({ code }) => units.some(({ county }) => county === code))
      .flatMap(({ municipalities }) => municipalities);
    const { words } = mannerOf(c);
    const texts = words.askFor;
    return {
      title: words.list.ask,
      lead: units.length === 0 ? texts.nobody : texts.lead,
      back: '/min-plan',
      submit: words.list.ask,
      fields: [
        {
          kind: 'radios',
          name: 'contact',
          label: texts.whom,
          options: units.map(({ contact, unit_name, organisation_name }) => ({
            value: contact,
            label: `${unit_name}, ${organisation_name}`,
            lang: 'sv',
          })),
        },
        {
          kind: 'select',
          name: 'municipality',
          label: texts.lives,
          empty: '',
          options: places.map(({ code, name }) => ({ value: code, label: name, lang: 'sv' })),
        },
        { kind: 'lines', name: 'reason', label: texts.reason, rows: 6 },
      ],
      initial: given({}),
    };
  },
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const done = await askForPlan(scopeOf(c), {
      key: one('key'),
      contact: one('contact'),
      municipality: one('municipality'),
      reason: one('reason'),
    });
    return isRefusal(done) ? done : { next: `${ownPlanHref(done.id)}?klart=bedd` };
  },
});

const writePage = ownActPage({
  path: '/min-plan/:id/skriv/:del',
  permission: 'plans.write',
  texts: refusals,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const part = partOf(c);
    const found = await readOwnPlan(scopeOf(c), { id: c.req.param('id') ?? '' });
    if (isRefusal(found) || !part || !preparationParts[part].ofPerson) return undefined;
    const kept = found.plan.texts.find((one) => one.part === part && one.voice === 'own');
    const { words: texts } = mannerOf(c).words;
    return {
      title: texts.parts[part],
      lead: texts.own,
      back: `${ownPlanHref(found.plan.id)}#dina-ord`,
      submit: texts.submit,
      fields: [{ kind: 'lines', name: 'text', label: texts.text, rows: 8, optional: true }],
      initial: given({ text: kept?.text }),
      hidden: { seen: kept?.at.toString() ?? '' },
    };
  },
  run: async (c, values) => {
    const plan = c.req.param('id') ?? '';
    const input = { plan, part: partOf(c) as PreparationPart, text: values.one('text'), seen: values.one('seen') };
    const done = await writePart(scopeOf(c), input);
    return isRefusal(done) ? done : { next: `${ownPlanHref(plan)}?klart=sparat#dina-ord` };
  },
});

const goalPage = ownActPage({
  path: '/min-plan/:id/mal/:mal',
  permission: 'plans.write',
  texts: refusals,
  manner: (c) => ownForm(c, refusals),
  prepare: async (c) => {
    const asked = c.req.param('mal');
    const found = await readOwnPlan(scopeOf(c), { id: c.req.param('id') ?? '' });
    if (isRefusal(found)) return undefined;
    const goal = found.plan.contents.goals?.find(({ id, voice }) => id === asked && voice === 'own');
    if (asked !== 'nytt' && !goal) return undefined;
    const t = mannerOf(c).words.goals;
    return {
      title: t.title,
      lead: t.lead,
      back: `${ownPlanHref(found.plan.id)}#mal`,
      submit: t.submit,
      fields: [
        { kind: 'lines', name: 'words', label: t.words },
        { kind: 'lines', name: 'sign', label: t.seen, rows: 2, optional: true },
        {
          kind: 'radios',
          name: 'horizon',
          label: t.when,
          options: (['short', 'long'] as const).map((value) => ({ value, label: t.horizons[value] })),
        },
        ...(goal
          ? [{ kind: 'checks', name: 'drop', label: t.drop, optional: true, options: [{ value: 'yes', label: t.dropIt }] } as const]
          : []),
      ],
      initial: given(goal ? { words: goal.goal, sign: goal.sign, horizon: goal.horizon } : {}),
      hidden: { goal: goal?.id ?? newId(c.var.runtime.clock.now()), seen: String(goal?.number ?? 0) },
    };
  },
  run: async (c, values) => {
    const plan = c.req.param('id') ?? '';
    const one = (name: string) => values.one(name);
    const done = await writeGoal(scopeOf(c), {
      ...{ plan, goal: one('goal'), seen: Number(one('seen')), words: one('words'), sign: one('sign'), drop: one('drop') === 'yes' },
      sort: 'of-person',
      horizon: one('horizon') as 'short',
    });
    return isRefusal(done) ? done : { next: `${ownPlanHref(plan)}?klart=sparat#mal` };
  },
});

/** What the individual writes and asks for. */
export const ownPlanForms = new Hono<AppEnv>().route('/', askPage).route('/', writePage).route('/', goalPage);
