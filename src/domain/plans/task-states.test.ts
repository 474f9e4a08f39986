import { describe, expect, test } from 'vitest';
import {
  isTaskOver,
  needsReason,
  type TaskSide,
  type TaskState,
  taskFault,
  taskMoves,
  taskMovesFor,
  taskSides,
  taskStates,
} from './task-states.ts';

/** The table of the guide, written out anew: `from > to` and who may (R the one who asks, O the one who is asked). */
const guide: Readonly<Record<string, string>> = {
  '- > requested': 'R',
  'requested > received': 'O',
  'requested > accepted': 'O',
  'requested > rejected': 'O',
  'requested > in-progress': 'O',
  'requested > completed': 'O',
  'requested > cancelled': 'RO',
  'received > accepted': 'O',
  'received > rejected': 'O',
  'received > in-progress': 'O',
  'received > completed': 'O',
  'received > cancelled': 'RO',
  'accepted > in-progress': 'O',
  'accepted > cancelled': 'RO',
  'accepted > completed': 'O',
  'in-progress > completed': 'O',
  'in-progress > failed': 'O',
  'in-progress > on-hold': 'RO',
  'on-hold > in-progress': 'RO',
};
const letters: Readonly<Record<TaskSide, string>> = { requester: 'R', owner: 'O' };
const froms: readonly (TaskState | undefined)[] = [undefined, ...taskStates];
const pairs = froms.flatMap((from) => taskStates.map((to) => ({ from, to, name: `${from ?? '-'} > ${to}` })));

describe('moving a task', () => {
  test('has nine states, and every pair of them is tried, creation too', () => {
    expect(taskStates).toHaveLength(9);
    expect(pairs).toHaveLength(90);
    expect(Object.keys(guide).every((name) => pairs.some((pair) => pair.name === name))).toBe(true);
  });

  test('has 24 allowed moves, creation included, each counted once for each side that may make it', () => {
    const allowed = pairs.flatMap(({ from, to }) => taskSides.filter((side) => taskFault(from, to, [side], 'skäl') === undefined));
    expect(allowed).toHaveLength(24);
    expect(taskMoves.flatMap(({ by }) => by)).toHaveLength(24);
  });

  test.each(pairs)(
    '$name is allowed to exactly those whom the guide names, and refused with a code to all others',
    ({ from, to, name }) => {
      const by = guide[name] ?? '';
      for (const side of taskSides) {
        const code = taskFault(from, to, [side], 'skäl')?.code;
        expect(code).toBe(by === '' ? 'task-not-in-state' : by.includes(letters[side]) ? undefined : 'task-not-of-side');
      }
      expect(taskFault(from, to, [], 'skäl')?.code).toBe(by === '' ? 'task-not-in-state' : 'task-not-of-side');
      expect(taskFault(from, to, taskSides, 'skäl')?.code).toBe(by === '' ? 'task-not-in-state' : undefined);
    },
  );

  test('takes a reason for a no, a stop and a failure, and an empty one is none', () => {
    expect(taskStates.filter(needsReason)).toEqual(['rejected', 'cancelled', 'on-hold', 'failed']);
    expect(taskFault('requested', 'rejected', ['owner'], '  ')).toMatchObject({ code: 'task-without-reason', params: { to: 'rejected' } });
    expect(taskFault('requested', 'rejected', ['owner'], undefined)?.code).toBe('task-without-reason');
    expect(taskFault('requested', 'accepted', ['owner'], undefined)).toBeUndefined();
  });

  test('offers what it allows and nothing else', () => {
    expect(taskMovesFor('requested', ['requester'])).toEqual(['cancelled']);
    expect(taskMovesFor('in-progress', ['owner'])).toEqual(['completed', 'failed', 'on-hold']);
    expect(taskMovesFor('requested', [])).toEqual([]);
    for (const from of froms)
      for (const sides of [[], ['requester'], ['owner'], taskSides] as const)
        expect(taskMovesFor(from, sides)).toEqual(
          taskMoves.flatMap((move) => (move.from === from && !taskFault(from, move.to, sides, 'x') ? [move.to] : [])),
        );
  });

  test('reaches every state, and ends in four that nothing leads out of', () => {
    expect(taskStates.filter((state) => !taskMoves.some(({ to }) => to === state))).toEqual([]);
    expect(taskStates.filter(isTaskOver)).toEqual(['rejected', 'cancelled', 'completed', 'failed']);
  });
});
