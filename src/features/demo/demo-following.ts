import { stableId } from '../../platform/index.ts';
import type { SeedEstablished, SeedFollowUp, SeedHandOver, SeedPlan } from '../plans/index.ts';
import { demoTexts } from './texts.ts';

const { plans: planTexts, following: texts } = demoTexts;

/** The plan of a county that has been carried out, followed up and closed. */
const closedPlan = (county: string) => stableId(`demo:plan:closed:${county}`);

/** A plan as the one that is carried out, of last year. */
export function demoClosedPlans(carriedOut: readonly SeedPlan[], today: Temporal.PlainDate): SeedPlan[] {
  return carriedOut.map((plan) => ({
    ...plan,
    ...{ id: closedPlan(plan.county), by: 'staff', on: today.subtract({ days: 300 }), reason: texts.reason, goals: [], texts: [] },
  }));
}

/** What it said. */
export function demoClosedEstablished(plans: readonly SeedPlan[], today: Temporal.PlainDate): SeedEstablished[] {
  return plans.flatMap(({ id, county, opener, asked: [support] }): SeedEstablished[] => {
    if (id !== closedPlan(county) || !support) return [];
    const when = { on: today.subtract({ days: 270 }), followUp: today.subtract({ days: 100 }), metAt: planTexts.meetingPlace };
    const measures = [{ unit: support, need: texts.need, what: texts.what, who: planTexts.contactPerson, outside: 'own-wish' as const }];
    return [{ plan: id, by: opener, ...when, measures }];
  });
}

/** Another huvudman is asked to answer for the whole of the plan that goes on: once the question was taken back, and once it waits. */
export function demoHandOvers(established: readonly SeedEstablished[], today: Temporal.PlainDate): SeedHandOver[] {
  return established.flatMap(({ plan, by, measures }): SeedHandOver[] => {
    const to = measures.find(({ unit }) => unit.organisation !== by.organisation)?.unit;
    if (!to) return [];
    return [
      { plan, by, to, on: today.subtract({ days: 10 }), reason: texts.handOver, nth: 1, isBack: true },
      { plan, by, to, on: today.subtract({ days: 1 }), reason: texts.handOverAgain, nth: 2, isBack: false },
    ];
  });
}

/** Follow-ups: one of the plan that goes on, and one that closed the other. */
export function demoFollowUps(established: readonly SeedEstablished[], today: Temporal.PlainDate): SeedFollowUp[] {
  return established.map(({ plan, by, measures, followUp }): SeedFollowUp => {
    const said = { plan, by, present: texts.present };
    if (Temporal.PlainDate.compare(followUp, today) < 0) {
      const all = measures.map(() => ({ result: 'reached' as const, words: '', person: 'reached' as const }));
      return {
        ...said,
        on: followUp.subtract({ days: 3 }),
        summary: texts.closed,
        ownView: texts.closedView,
        measures: all,
        comes: { close: 'goals-reached' },
      };
    }
    const [first, ...rest] = measures;
    const mixed = [
      ...(first ? [{ result: 'partly' as const, words: texts.partly, person: 'not-reached' as const }] : []),
      ...rest.map(() => ({ result: 'too-early' as const, words: '', person: 'too-early' as const })),
    ];
    return {
      ...said,
      on: today.subtract({ days: 4 }),
      summary: texts.summary,
      ownView: texts.ownView,
      measures: mixed,
      comes: { next: today.add({ days: 70 }) },
    };
  });
}
