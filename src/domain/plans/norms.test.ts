import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenPlanning } from '../../../tests/given/planning.ts';
import type { CountyPlanning, PlanningNorm } from '../counties/planning.ts';
import { normOf, planningCases, planningSteps, watchOf } from './norms.ts';

const { national, jonkoping, dalarna, fjallmark } = givenPlanning;
const none: CountyPlanning = { norms: [], 'equal-parties': [], themes: [], unknown: [] };
const norm = (days: number | undefined, more: Partial<PlanningNorm> = {}): PlanningNorm => ({
  cases: ['adult', 'child', 'discharge'],
  step: 'summons',
  from: 'initiative',
  days,
  value: 'så',
  basis: 'routine',
  source: 'Prov',
  law: [],
  certainty: 'source',
  ...more,
});

describe('how soon a step is taken', () => {
  test.each([
    ['Jönköpings län', jonkoping],
    ['Dalarnas län', dalarna],
  ])('is never shown as law, nor as the county’s own, where %s has given no number', (_, county) => {
    for (const of of ['adult', 'child'] as const) {
      const { limit, words } = normOf('meeting', of, national, county);
      expect(limit).toMatchObject({ days: 10, basis: 'proposal', catalogue: 'D02', certainty: 'web' });
      expect(limit?.source).toContain('Värmland');
      expect(words).toEqual([]);
      expect(county?.unknown.map(({ question }) => question)).toContain('Inom hur många dagar ska ett SIP-möte hållas?');
    }
  });

  test('says what the law says of the first contact in its words, without a number', () => {
    const { limit, words } = normOf('first-contact', 'adult', national, jonkoping);
    expect(limit).toBeUndefined();
    expect(words).toMatchObject([{ basis: 'law', value: 'genast, eller utan dröjsmål', law: ['SoL 2025:400 10:8', 'HSL 2017:30 16:4'] }]);
  });

  test('has no norm at all for the summons of a county that says nothing', () => {
    expect(normOf('summons', 'adult', national, dalarna)).toEqual({ words: [] });
  });

  test('is the county’s own where it has one, for adults and children apart, with the words of law beside', () => {
    expect(normOf('meeting', 'adult', national, fjallmark).limit).toMatchObject({ days: 14, basis: 'agreement' });
    expect(normOf('meeting', 'child', national, fjallmark).limit).toMatchObject({ days: 21, basis: 'agreement' });
    expect(normOf('first-contact', 'child', national, fjallmark)).toMatchObject({ limit: { days: 3 }, words: [{ basis: 'law' }] });
  });

  test('is by law after discharge: three days from the notice', () => {
    expect(normOf('summons', 'discharge', national, fjallmark).limit).toMatchObject({ days: 3, from: 'discharge-ready', basis: 'law' });
  });

  test('never gives more time than law does, and gives less where the county has agreed on less', () => {
    const law = norm(3, { basis: 'law' });
    const days = fc.integer({ min: 0, max: 365 });
    fc.assert(
      fc.property(days, fc.constantFrom(...planningCases), (own, of) => {
        const { limit } = normOf('summons', of, { norms: [law] }, { ...none, norms: [norm(own)] });
        expect(limit?.days).toBe(Math.min(own, 3));
      }),
    );
  });

  test('is as law has it when a county counts from another day', () => {
    const law = norm(3, { basis: 'law', from: 'discharge-ready' });
    expect(normOf('summons', 'discharge', { norms: [law] }, { ...none, norms: [norm(1)] }).limit).toBe(law);
  });

  test('always says what it rests on', () => {
    for (const county of [undefined, jonkoping, dalarna, fjallmark])
      for (const of of planningCases)
        for (const step of planningSteps) {
          const { limit, words } = normOf(step, of, national, county);
          for (const one of [...words, ...(limit ? [limit] : [])]) {
            expect(one.source).not.toBe('');
            if (one.basis === 'law') expect(one.law).not.toEqual([]);
          }
        }
  });
});

test('who sees what is late is the county’s own where it says so, else a proposal', () => {
  expect(watchOf(national, jonkoping)).toMatchObject({ manager: 5, basis: 'proposal' });
  expect(watchOf(national, fjallmark)).toMatchObject({ manager: 1, basis: 'routine' });
});
