import { type Context, Hono } from 'hono';
import { PRESENCES, type Presence, SUMMONS_ANSWERS, type SummonsAnswer } from '../../../domain/plans/summons.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { formatDateTime } from '../../../ui/index.ts';
import { actPage, type FormField, given, type Values } from '../../forms/index.ts';
import { planHref } from '../plan-href.ts';
import { readPlan } from '../read-plan.ts';
import { refusals } from '../texts-refusals.ts';
import { answerSummons, readRightUnits } from './answer-summons.ts';
import { noteMeeting } from './note-meeting.ts';
import { readUnitsToCall } from './read-units-to-call.ts';
import { callOffMeeting, setMeeting } from './set-meeting.ts';
import { summon } from './summon.ts';
import { answerTexts, callingTexts, howTexts, presenceTexts, replyTexts, summonTexts, meetingTexts as texts } from './texts-calling.ts';

const idOf = (c: Context<AppEnv>) => c.req.param('id') ?? '';
const next = (c: Context<AppEnv>, done: string) => ({ next: `${planHref(idOf(c))}?klart=${done}#mote` });

async function planOf(c: Context<AppEnv>) {
  const plan = await readPlan(scopeOf(c), idOf(c));
  return isRefusal(plan) ? undefined : plan;
}

const setPage = actPage({
  path: '/planer/:id/mote',
  permission: 'plans.set-meeting',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.abilities.call) return undefined;
    const set = plan.calling.meetings?.findLast(({ turn }) => turn === 'set');
    const when = set?.startsAt.toZonedDateTimeISO('Europe/Stockholm');
    return {
      title: set ? texts.titleMove : texts.title,
      lead: texts.lead,
      back: `${planHref(plan.id)}#mote`,
      submit: texts.submit,
      fields: [
        { kind: 'day', name: 'on', label: texts.on },
        { kind: 'text', name: 'time', label: texts.time, hint: texts.timeHint, width: 10 },
        { kind: 'text', name: 'minutes', label: texts.minutes, width: 3 },
        {
          kind: 'radios',
          name: 'how',
          label: texts.how,
          options: (['place', 'video', 'phone'] as const).map((value) => ({ value, label: howTexts[value] })),
        },
        { kind: 'text', name: 'where', label: texts.where, optional: true },
      ],
      initial: given({
        on: when?.toPlainDate().toString(),
        time: when?.toPlainTime().toString({ smallestUnit: 'minute' }),
        minutes: String(set?.minutes ?? 60),
        how: set?.how ?? 'place',
        where: set?.where,
      }),
      hidden: { seen: set?.id ?? '' },
    };
  },
  run: async (c, values) => {
    const { on, time, minutes, how, where, seen } = oneOf(values, ['on', 'time', 'minutes', 'how', 'where', 'seen']);
    const done = await setMeeting(scopeOf(c), { plan: idOf(c), on, time, minutes, how: how as 'place', where, seen });
    return isRefusal(done) ? done : next(c, 'sparat');
  },
});

const callOffPage = actPage({
  path: '/planer/:id/mote/stall-in',
  permission: 'plans.set-meeting',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const set = plan?.calling.meetings?.findLast(({ turn }) => turn === 'set');
    if (!plan?.abilities.call || !set) return undefined;
    return {
      title: texts.offTitle,
      lead: texts.offLead,
      caption: formatDateTime(set.startsAt),
      back: `${planHref(plan.id)}#mote`,
      submit: texts.offSubmit,
      fields: [],
      initial: given({}),
      hidden: { seen: set.id },
      warning: true,
    };
  },
  run: async (c, values) => {
    const done = await callOffMeeting(scopeOf(c), { plan: idOf(c), seen: values.one('seen') });
    return isRefusal(done) ? done : next(c, 'sparat');
  },
});

/** So many can be written in one form; more are called afterwards. */
const ROWS = { units: [1, 2, 3, 4], outside: [1, 2] };

const summonPage = actPage({
  path: '/planer/:id/kalla',
  permission: 'plans.summon',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const plan = await planOf(c);
    if (!plan?.abilities.call) return undefined;
    const found = await readUnitsToCall(scopeOf(c), { plan: plan.id });
    if (isRefusal(found)) return undefined;
    const written = (part: string) => plan.texts.filter((one) => one.part === part).toSorted((a) => (a.voice === 'own' ? -1 : 1))[0]?.text;
    const options = found.units.map(({ id, name, organisation_name }) => ({ value: id, label: `${organisation_name}: ${name}` }));
    return {
      title: summonTexts.title,
      lead: summonTexts.lead,
      back: `${planHref(plan.id)}#mote`,
      submit: summonTexts.submit,
      fields: [
        { kind: 'lines', name: 'purpose', label: summonTexts.purpose, rows: 3 },
        { kind: 'lines', name: 'goal', label: summonTexts.goal, rows: 2, optional: true },
        { kind: 'lines', name: 'questions', label: summonTexts.questions },
        { kind: 'day', name: 'replyBy', label: summonTexts.replyBy },
        ...ROWS.units.flatMap((nth): FormField[] => {
          const part = summonTexts.unitPart(nth);
          return [
            { kind: 'select', name: `unit-${nth}`, label: summonTexts.unit, options, empty: '', part, optional: nth > 1 },
            { kind: 'text', name: `bring-${nth}`, label: summonTexts.bring, part, optional: true },
          ];
        }),
        ...ROWS.outside.flatMap((nth): FormField[] => {
          const part = summonTexts.outsidePart(nth);
          const hint = nth === 1 ? summonTexts.outsideHint : undefined;
          return [
            { kind: 'text', name: `name-${nth}`, label: summonTexts.name, hint, part, optional: true },
            { kind: 'text', name: `ask-${nth}`, label: summonTexts.bring, part, optional: true },
          ];
        }),
      ],
      initial: given({
        purpose: plan.calling.told?.purpose ?? written('purpose-of-meeting'),
        goal: plan.calling.told?.goal ?? written('long-term-goal'),
        questions: plan.calling.told?.questions ?? written('questions'),
        replyBy: c.var.runtime.clock.today().add({ days: 5 }).toString(),
      }),
    };
  },
  run: async (c, values) => {
    const { key, purpose, goal, questions, replyBy } = oneOf(values, ['key', 'purpose', 'goal', 'questions', 'replyBy']);
    const rows = (numbers: readonly number[], what: string, bring: string) =>
      numbers
        .map((nth) => ({ said: values.one(`${what}-${nth}`).trim(), contribution: values.one(`${bring}-${nth}`) }))
        .filter(({ said }) => said !== '');
    const units = rows(ROWS.units, 'unit', 'bring').map(({ said: unit, contribution }) => ({ unit, contribution }));
    const outside = rows(ROWS.outside, 'name', 'ask').map(({ said: name, contribution }) => ({ name, contribution }));
    const done = await summon(scopeOf(c), { plan: idOf(c), key, purpose, goal, questions, replyBy, units, outside });
    return isRefusal(done) ? done : next(c, 'kallad');
  },
});

const replyPage = actPage({
  path: '/planer/:id/kallelser/:kallelse',
  permission: 'plans.answer-summons',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const one = plan?.calling.summonses.find(({ id }) => id === c.req.param('kallelse'));
    if (!plan || !one || one.answers.length === 0) return undefined;
    const right = one.answers.includes('wrong-receiver') ? await readRightUnits(scopeOf(c), { plan: plan.id }) : undefined;
    const units = !right || isRefusal(right) ? [] : right.units;
    const lead = one.calledAs === 'summons' ? replyTexts.lead : one.unit ? replyTexts.leadInvitation : replyTexts.leadOutside;
    return {
      title: one.calledAs === 'summons' ? replyTexts.title : replyTexts.titleInvitation,
      lead,
      caption: one.unit?.name ?? one.name,
      back: `${planHref(plan.id)}#mote`,
      submit: replyTexts.submit,
      fields: [
        {
          kind: 'radios',
          name: 'answer',
          label: replyTexts.answer,
          options: SUMMONS_ANSWERS.filter((answer) => one.answers.includes(answer)).map((value) => ({ value, label: answerTexts[value] })),
        },
        { kind: 'lines', name: 'text', label: replyTexts.text, hint: replyTexts.textHint, rows: 3, optional: true },
        ...(units.length > 0
          ? [
              {
                kind: 'select' as const,
                name: 'rightUnit',
                label: replyTexts.rightUnit,
                hint: replyTexts.rightUnitHint,
                options: units.map(({ id, name }) => ({ value: id, label: name })),
                empty: '',
                optional: true,
              },
            ]
          : []),
      ],
      initial: given({ answer: one.answer, text: one.said }),
    };
  },
  run: async (c, values) => {
    const { answer, text, rightUnit } = oneOf(values, ['answer', 'text', 'rightUnit']);
    const summons = c.req.param('kallelse') ?? '';
    const done = await answerSummons(scopeOf(c), { plan: idOf(c), summons, answer: answer as SummonsAnswer, text, rightUnit });
    return isRefusal(done) ? done : next(c, 'svarad');
  },
});

const notePage = actPage({
  path: '/planer/:id/mote/var-med',
  permission: 'plans.note-meeting',
  texts: refusals,
  prepare: async (c) => {
    const plan = await planOf(c);
    const set = plan?.calling.meetings?.findLast(({ turn }) => turn === 'set');
    if (!plan?.abilities.call || !set) return undefined;
    const options = PRESENCES.map((value) => ({ value, label: presenceTexts[value] }));
    const about = (name: string, part: string): FormField[] => [
      { kind: 'radios', name: `presence-${name}`, label: texts.presence, options, part },
      { kind: 'text', name: `reason-${name}`, label: texts.absence, part, optional: true },
    ];
    return {
      title: texts.noteTitle,
      lead: texts.noteLead,
      caption: formatDateTime(set.startsAt),
      back: `${planHref(plan.id)}#mote`,
      submit: texts.noteSubmit,
      fields: [
        ...about('individual', callingTexts.individual),
        ...about('leader', callingTexts.leader),
        ...awaitedAt(plan.calling.summonses).flatMap(({ id, unit, name }) => about(id, unit?.name ?? name ?? '')),
      ],
      initial: given({}),
      hidden: {
        meeting: set.id,
        called: awaitedAt(plan.calling.summonses)
          .map(({ id }) => id)
          .join(' '),
      },
    };
  },
  run: async (c, values) => {
    const at = (name: string) => ({ presence: values.one(`presence-${name}`) as Presence, reason: values.one(`reason-${name}`) });
    const called = values.one('called').split(' ').filter(Boolean);
    const done = await noteMeeting(scopeOf(c), {
      ...{ plan: idOf(c), meeting: values.one('meeting'), individual: at('individual'), leader: at('leader') },
      called: called.map((summons) => ({ summons, ...at(summons) })),
    });
    return isRefusal(done) ? done : next(c, 'sparat');
  },
});

/** Those who are called and of whom it is not noted how they were there. */
function awaitedAt<One extends { readonly state: string; readonly presence: Presence | undefined }>(summonses: readonly One[]): One[] {
  return summonses.filter(({ state, presence }) => state !== 'forwarded' && presence === undefined);
}

function oneOf<Name extends string>(values: Values, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, values.one(name)])) as Record<Name, string>;
}

/** The forms that call people together, for staff. */
export const callingForms = new Hono<AppEnv>()
  .route('/', setPage)
  .route('/', callOffPage)
  .route('/', summonPage)
  .route('/', replyPage)
  .route('/', notePage);
