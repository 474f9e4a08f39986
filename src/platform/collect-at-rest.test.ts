import { afterEach, describe, expect, test, vi } from 'vitest';
import { collectAtRest, restWatch } from './collect-at-rest.ts';

/** What a watch says of each look, from how much was done before it. */
const says = (...worked: number[]) => worked.map(restWatch({ worth: 500, restful: 50, looks: 2 }));

describe('the program cleans up', () => {
  test('after work, when it has rested for two looks, and once', () => {
    expect(says(600, 0, 0, 0, 0, 0)).toEqual([false, false, true, false, false, false]);
  });

  test('never while there is work, however much has been done', () => {
    expect(says(900, 900, 51, 900, 10, 51, 10)).not.toContain(true);
  });

  test('again after new work, also where that comes a little at a time', () => {
    expect(says(600, 0, 0, 600, 0, 0).filter(Boolean)).toHaveLength(2);
    expect(says(...Array.from({ length: 10 }, () => 49)).filter(Boolean)).toHaveLength(0);
    expect(says(...Array.from({ length: 11 }, () => 49)).filter(Boolean)).toHaveLength(1);
  });
});

describe('a running program', () => {
  afterEach(() => void vi.useRealTimers());

  test('does not clean up after its own cleaning, which takes longer the more there is in memory', () => {
    vi.useFakeTimers();
    let worked = 800;
    const collect = vi.fn(() => {
      worked += 5_000;
    });
    const sinceLast = () => {
      const all = worked;
      worked = 0;
      return all;
    };
    collectAtRest(collect, sinceLast);
    vi.advanceTimersByTime(60_000);
    expect(collect).toHaveBeenCalledTimes(1);
    worked = 800;
    vi.advanceTimersByTime(60_000);
    expect(collect).toHaveBeenCalledTimes(2);
  });

  test('leaves memory to V8 where it was started without the means', () => {
    vi.useFakeTimers();
    collectAtRest(undefined);
    expect(vi.getTimerCount()).toBe(0);
  });
});
