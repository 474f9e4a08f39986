import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenPlanning } from '../../../tests/given/planning.ts';
import { isWorkday } from '../calendar/workdays.ts';
import type { PlanningCase } from '../counties/planning.ts';
import { type ClockFacts, clockOf, planningCaseOf } from './clock.ts';
import { normOf, planningSteps } from './norms.ts';

const { national, jonkoping, fjallmark } = givenPlanning;
const day = (text: string) => Temporal.PlainDate.from(text);
const { compare } = Temporal.PlainDate;

const normsOf = (of: PlanningCase, county = jonkoping) => ({
  'first-contact': normOf('first-contact', of, national, county),
  summons: normOf('summons', of, national, county),
  meeting: normOf('meeting', of, national, county),
});
const watch = { soon: 2, manager: 5 };

/** One step on a day, of a plan that was called for on 2 March 2026. */
function step(name: 'first-contact' | 'summons' | 'meeting', today: string, more: Partial<ClockFacts> = {}, of: PlanningCase = 'adult') {
  const facts: ClockFacts = { initiative: day('2026-03-02'), taken: {}, ...more };
  const county = of === 'discharge' ? jonkoping : fjallmark;
  const found = clockOf(facts, normsOf(of, county), watch, day(today)).find((one) => one.step === name);
  if (!found) throw new Error(`no step ${name}`);
  const { state, due, moved, daysLate, seenBy } = found;
  return { state, due: due?.toString(), ...(moved ? { moved: moved.toString() } : {}), daysLate, seenBy };
}

describe('the clock', () => {
  test.each([
    ['2026-03-02', 'due', 0, []],
    ['2026-03-13', 'due', 0, []],
    ['2026-03-14', 'soon', 0, []],
    ['2026-03-16', 'soon', 0, []],
    ['2026-03-17', 'late', 1, ['coordinator']],
    ['2026-03-21', 'late', 5, ['coordinator']],
    ['2026-03-22', 'late', 6, ['coordinator', 'manager']],
  ])(
    'has a meeting within 14 days on %s as %s: the coordinator sees it first, the manager after five days more',
    (today, state, daysLate, seenBy) => {
      expect(step('meeting', today)).toEqual({ state, due: '2026-03-16', daysLate, seenBy });
    },
  );

  test('counts three weeks for a child where the county does', () => {
    expect(step('meeting', '2026-03-23', {}, 'child')).toMatchObject({ state: 'soon', due: '2026-03-23' });
    expect(step('meeting', '2026-03-24', {}, 'child')).toMatchObject({ state: 'late', daysLate: 1 });
  });

  test('never makes somebody late where nobody has given a number', () => {
    const facts = { initiative: day('2020-01-01'), taken: {} };
    const [contact, summons, meeting] = clockOf(facts, normsOf('adult'), watch, day('2026-11-22'));
    expect(contact).toMatchObject({ state: 'no-norm', daysLate: 0, seenBy: [] });
    expect(summons).toMatchObject({ state: 'no-norm', daysLate: 0, seenBy: [] });
    expect(meeting).toMatchObject({ state: 'late' });
  });

  test('says how late a step was that was taken after its day, and shows it to nobody any more', () => {
    const facts = { taken: { meeting: day('2026-03-19') } };
    expect(step('meeting', '2026-05-01', facts)).toEqual({ state: 'done', due: '2026-03-16', daysLate: 3, seenBy: [] });
  });

  test('takes a step for done when a later one is, on the day of that one at the latest', () => {
    const facts: ClockFacts = { initiative: day('2026-03-02'), taken: { meeting: day('2026-03-16') } };
    const steps = clockOf(facts, normsOf('adult', fjallmark), watch, day('2026-04-01'));
    expect(steps.map(({ state, on }) => [state, on?.toString()])).toEqual(Array(3).fill(['done', '2026-03-16']));
  });

  test('stops where the plan ends: what was not late then never becomes late', () => {
    expect(step('meeting', '2026-12-01', { ended: day('2026-03-16') })).toMatchObject({ state: 'ended', daysLate: 0, seenBy: [] });
    expect(step('meeting', '2026-12-01', { ended: day('2026-03-17') })).toMatchObject({ state: 'ended', daysLate: 1, seenBy: [] });
  });

  test('waits for the summons after discharge until somebody is ready for discharge', () => {
    expect(step('summons', '2026-06-01', {}, 'discharge')).toEqual({ state: 'waiting', due: undefined, daysLate: 0, seenBy: [] });
  });

  // Ready on Wednesday 1 April 2026: the third day is Easter Eve, a Saturday. The next working day is Tuesday the 7th.
  test('moves a time limit of law past Easter, and says both days', () => {
    const ready = { dischargeReady: day('2026-04-01') };
    expect(step('summons', '2026-04-07', ready, 'discharge')).toEqual({
      state: 'soon',
      due: '2026-04-04',
      moved: '2026-04-07',
      daysLate: 0,
      seenBy: [],
    });
    expect(step('summons', '2026-04-08', ready, 'discharge')).toMatchObject({ state: 'late', daysLate: 1 });
  });

  test('moves no number that is not law: two weeks from a Saturday end on a Saturday', () => {
    const initiative = day('2026-03-07');
    expect(step('meeting', '2026-03-22', { initiative })).toEqual({
      state: 'late',
      due: '2026-03-21',
      daysLate: 1,
      seenBy: ['coordinator'],
    });
  });
});

describe('whatever happens', () => {
  const from = day('2026-01-01');
  const anyDay = fc.integer({ min: 0, max: 500 }).map((days) => from.add({ days }));
  const perhaps = fc.option(anyDay, { nil: undefined });
  const facts = fc.record({
    initiative: anyDay,
    dischargeReady: perhaps,
    taken: fc.record({ 'first-contact': perhaps, summons: perhaps, meeting: perhaps }),
    ended: perhaps,
  });
  const anyWatch = fc.record({ soon: fc.integer({ min: 0, max: 10 }), manager: fc.integer({ min: 0, max: 30 }) });
  const county = fc.constantFrom(jonkoping, fjallmark, undefined);
  const of = fc.constantFrom<PlanningCase>('adult', 'child', 'discharge');

  test('only what is late is shown to anyone, the manager never without the coordinator, and never what was taken or ended', () => {
    fc.assert(
      fc.property(facts, anyWatch, county, of, anyDay, (given, watched, place, kind, today) => {
        for (const { state, seenBy, daysLate, due, moved, on } of clockOf(given, normsOf(kind, place), watched, today)) {
          expect(seenBy.length > 0).toBe(state === 'late');
          expect(seenBy.includes('manager')).toBe(state === 'late' && daysLate > watched.manager);
          if (state === 'late') expect(daysLate).toBe((moved ?? due)?.until(today, { largestUnit: 'days' }).days);
          expect(state === 'done').toBe(on !== undefined);
          if (moved) expect([compare(moved, due ?? moved) > 0, isWorkday(moved)]).toEqual([true, true]);
          if (state === 'no-norm' || state === 'waiting') expect(due).toBeUndefined();
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a day more never makes anything less late', () => {
    fc.assert(
      fc.property(facts, anyWatch, county, of, anyDay, (given, watched, place, kind, today) => {
        const now = clockOf(given, normsOf(kind, place), watched, today);
        const next = clockOf(given, normsOf(kind, place), watched, today.add({ days: 1 }));
        for (const [at, one] of now.entries()) expect(next[at]?.daysLate).toBeGreaterThanOrEqual(one.daysLate);
        expect(now.map((one) => one.step)).toEqual(planningSteps);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  ['sip', 17, 'child'],
  ['sip', 18, 'adult'],
  ['sip', undefined, 'adult'],
  ['coordinated-care-plan', 17, 'child'],
  ['discharge', 17, 'discharge'],
] as const)('a plan of kind %s at the age of %s follows the norms of %s', (kind, age, of) => {
  expect(planningCaseOf(kind, age)).toBe(of);
});
