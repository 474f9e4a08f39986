import { describe, expect, test } from 'vitest';
import { levelled, placedAmong } from './place-among.ts';

describe('an item among others', () => {
  test.each([
    [{ after: -1 }, ['x', 'a', 'b', 'c']],
    [{ after: 2 }, ['a', 'b', 'c', 'x']],
    [{ was: 0, after: 2 }, ['b', 'c', 'x']],
    [{ was: 2, after: -1 }, ['x', 'a', 'b']],
    [{ was: 1, after: 0 }, ['a', 'x', 'c']],
    [{ was: 1, after: 1 }, ['x', 'a', 'c']],
    [{ after: 17 }, ['x', 'a', 'b', 'c']],
  ])('%j stands where it was put, and the others keep their order', (where, list) => {
    expect(placedAmong(['a', 'b', 'c'], 'x', where)).toEqual(list);
  });

  test('never leaves a gap between the levels of a ladder', () => {
    expect(levelled([{ level: 4 }, { level: 4 }, { level: 1 }]).map(({ level }) => level)).toEqual([1, 2, 3]);
  });
});
