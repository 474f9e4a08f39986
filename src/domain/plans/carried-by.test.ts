import { describe, expect, test } from 'vitest';
import { carriedBy, type TaskCarrying } from './carried-by.ts';
import { type TaskState, taskStates } from './task-states.ts';

const at = (minute: number) => Temporal.Instant.from('2026-11-22T11:00:00Z').add({ minutes: minute });
const task = (id: string, owner: string, state: TaskState, forwardedFrom?: string, minute = 0): TaskCarrying => ({
  ...{ id, measure: 'm', owner: { id: owner }, state, forwardedFrom, askedAt: at(minute) },
});
const measure = { id: 'm', unit: 'x' };
const by = (...tasks: TaskCarrying[]) => {
  const found = carriedBy(tasks, measure);
  return found && [found.task.owner.id, found.taken];
};

describe('who has a measure', () => {
  test('is its own unit as long as nobody has said that another is the right one', () => {
    for (const state of taskStates) expect(by(task('1', 'x', state))).toBeUndefined();
    expect(by()).toBeUndefined();
  });

  test('is the unit that was named, also through several, and whether it has taken it on is said', () => {
    const first = task('1', 'x', 'rejected');
    const expected = new Map<TaskState, unknown>([
      ['requested', ['y', false]],
      ['received', ['y', false]],
      ...(['accepted', 'in-progress', 'on-hold', 'completed'] as const).map((state) => [state, ['y', true]] as const),
    ]);
    for (const state of taskStates) expect(by(task('2', 'y', state, '1'), first)).toEqual(expected.get(state));
    expect(by(first, task('3', 'z', 'accepted', '2', 2), task('2', 'y', 'rejected', '1', 1))).toEqual(['z', true]);
    expect(by(first, task('2', 'y', 'rejected', '1', 1), task('3', 'x', 'accepted', '2', 2))).toBeUndefined();
  });

  test('goes by what was asked last, and is not said once the measure is worded for the right unit, or of another measure', () => {
    const handedOn = [task('1', 'x', 'rejected'), task('2', 'y', 'accepted', '1', 1)];
    expect(by(...handedOn, task('3', 'x', 'requested', undefined, 5))).toBeUndefined();
    expect(carriedBy(handedOn, { id: 'm', unit: 'y' })).toBeUndefined();
    expect(carriedBy(handedOn, { id: 'n', unit: 'x' })).toBeUndefined();
    expect(carriedBy(handedOn, { id: 'm', unit: null })).toBeUndefined();
  });
});
