import { describe, expect, test } from 'vitest';
import type { ConsentStatus } from '../consents/kinds.ts';
import { type Assessment, latestOfEach, type Stage, stageOf } from './stage.ts';

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const said = (organisation: string, needed: boolean, minute = 0): Assessment => ({ organisation, needed, at: at(minute) });
const stage = (assessments: readonly Assessment[], agreed: ConsentStatus = 'not-asked', established = false) =>
  stageOf({ assessments, agreed, established, closed: false });

describe('the stage of a plan', () => {
  test('before anybody has assessed it is that the need was noticed, whatever the person says', () => {
    expect(stage([], 'given')).toBe('noticed');
  });

  test('one yes is enough, also against a no of the other', () => {
    expect(stage([said('a', false), said('b', true)])).toBe('to-agree');
    expect(stage([said('a', false), said('b', false)])).toBe('not-needed');
  });

  test('the latest of each huvudman holds, in whatever order they are told', () => {
    const assessments = [said('a', false, 2), said('a', true, 1), said('b', false, 0)];
    expect(stage(assessments)).toBe('not-needed');
    expect(stage(assessments.toReversed())).toBe('not-needed');
    expect(latestOfEach(assessments)).toEqual([said('a', false, 2), said('b', false, 0)]);
  });

  test.each<[ConsentStatus, Stage, Stage]>([
    ['not-asked', 'to-agree', 'established'],
    ['expired', 'to-agree', 'established'],
    ['given', 'preparing', 'established'],
    ['partly', 'preparing', 'established'],
    ['cannot-consent', 'preparing', 'established'],
    ['declined', 'declined', 'to-close'],
    ['withdrawn', 'declined', 'to-close'],
  ])('when the person’s answer is %s it is %s, or once established %s', (agreed, before, after) => {
    expect(stage([said('a', true)], agreed)).toBe(before);
    expect(stage([said('a', true)], agreed, true)).toBe(after);
  });

  test('once it is closed it is closed, whatever else is so', () => {
    for (const established of [true, false])
      expect(stageOf({ assessments: [said('a', true)], agreed: 'given', established, closed: true })).toBe('closed');
  });
});
