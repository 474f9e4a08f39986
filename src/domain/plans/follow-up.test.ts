import { describe, expect, test } from 'vitest';
import { closingFault, reasonsToClose } from './closing.ts';
import { type FollowUpToWrite, followUpFault, followUpState } from './follow-up.ts';
import { STAGES } from './stage.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-22');
const written = (over: Partial<FollowUpToWrite> = {}): FollowUpToWrite => ({
  ...{ stage: 'established', on: today, established: day('2026-10-01'), outcome: 'continue', next: day('2027-01-10') },
  ...{ holding: ['goal', 'measure'], evaluated: ['goal', 'measure'] },
  ...over,
});
const fault = (over: Partial<FollowUpToWrite>) => followUpFault(written(over), today)?.code;

describe('a follow-up', () => {
  test('goes on with a new day, and never without one', () => {
    for (const outcome of ['continue', 'revise'] as const) {
      expect(fault({ outcome })).toBeUndefined();
      expect(fault({ outcome, next: undefined })).toBe('next-follow-up-missing');
      expect(fault({ outcome, next: today })).toBe('next-follow-up-not-later');
    }
    expect(fault({ outcome: 'close', next: undefined })).toBeUndefined();
  });

  test('evaluates every goal and measure, and says which are left', () => {
    expect(followUpFault(written({ evaluated: ['goal'] }), today)).toMatchObject({
      code: 'evaluation-missing',
      params: { left: ['measure'] },
    });
  });

  test('is of an established plan, on a day that has been since then', () => {
    expect(fault({ established: undefined })).toBe('plan-not-established');
    expect(fault({ on: day('2026-11-23') })).toBe('follow-up-in-future');
    expect(fault({ on: day('2026-09-30') })).toBe('follow-up-before-plan');
    expect(fault({ on: day('2026-10-01') })).toBeUndefined();
  });

  test('of a plan that the person has taken back their yes to can only close it, and a closed plan has none', () => {
    expect(fault({ stage: 'to-close' })).toBe('plan-to-close');
    expect(fault({ stage: 'to-close', outcome: 'close', next: undefined })).toBeUndefined();
    expect(fault({ stage: 'closed', outcome: 'close' })).toBe('plan-closed');
  });

  test.each([
    ['2026-12-30', 'later', 0, []],
    ['2026-12-06', 'soon', 0, []],
    ['2026-11-22', 'soon', 0, []],
    ['2026-11-21', 'late', 1, ['coordinator']],
    ['2026-11-12', 'late', 10, ['coordinator']],
    ['2026-11-11', 'late', 11, ['coordinator', 'manager']],
  ])('that is due on %s is %s', (due, state, daysLate, seenBy) => {
    expect(followUpState(day(due), { manager: 10 }, today)).toEqual({ state, due: day(due), daysLate, seenBy });
  });
});

describe('a plan is closed', () => {
  const closing = {
    stage: 'established',
    reason: 'other',
    words: 'Flyttat till en annan plan',
    followedUp: false,
    established: true,
  } as const;

  test('as reached or no more needed only when it has been followed up, if it was carried out', () => {
    for (const reason of ['goals-reached', 'no-need'] as const) {
      expect(closingFault({ ...closing, reason })?.code).toBe('closing-needs-follow-up');
      expect(closingFault({ ...closing, reason, followedUp: true })).toBeUndefined();
      expect(closingFault({ ...closing, reason, stage: 'preparing', established: false })).toBeUndefined();
    }
  });

  test('because the yes was taken back only when it was, and then for nothing else but death', () => {
    expect(closingFault({ ...closing, reason: 'consent-withdrawn' })?.code).toBe('consent-not-withdrawn');
    expect(reasonsToClose({ stage: 'to-close', followedUp: false, established: true })).toEqual(['consent-withdrawn', 'died']);
    expect(reasonsToClose({ stage: 'to-close', followedUp: true, established: true })).toEqual(['consent-withdrawn', 'died']);
  });

  test('with words where the reason says too little', () => {
    for (const reason of ['other', 'moved', 'replaced'] as const)
      expect(closingFault({ ...closing, reason, words: '' })?.code).toBe('closing-words-missing');
    expect(closingFault({ ...closing, reason: 'died', words: '' })).toBeUndefined();
  });

  test('once: nothing is left to say of one that is closed, and of every other there is a reason to choose', () => {
    for (const stage of STAGES) {
      const left = reasonsToClose({ stage, followedUp: true, established: true }).length;
      expect(left > 0, stage).toBe(stage !== 'closed');
    }
  });
});
