import { describe, expect, test } from 'vitest';
import { dutiesOfRole } from '../../src/domain/responsibilities/duties-of-role.ts';
import { roleCases } from './key.ts';
import { navigator, taxonomy } from './real-files.ts';

describe.each(roleCases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const view = dutiesOfRole(navigator, one);
  const ids = (duties: typeof view.always) => duties.map((duty) => duty.row.id);

  test(`what is asked: ${one.why}`, () => {
    const asked = [...ids(view.always), ...ids(view.onCondition)];
    expect({
      missing: one.must.filter((row) => !asked.includes(row)),
      forbidden: one['must-not'].filter((row) => asked.includes(row)),
    }).toEqual({
      missing: [],
      forbidden: [],
    });
  });

  test('always or on condition, and together with whom', () => {
    expect(ids(view.always)).toEqual(expect.arrayContaining(one.always));
    expect(ids(view.onCondition)).toEqual(expect.arrayContaining(one['on-condition']));
    const all = [...view.always, ...view.onCondition];
    for (const [row, others] of Object.entries(one.together)) {
      expect(
        all.find((duty) => duty.row.id === row)?.together.map((who) => who.actor),
        row,
      ).toEqual(expect.arrayContaining(others));
    }
  });
});

test('twenty different roles, in the words of the national vocabulary', () => {
  expect(new Set(roleCases.map((one) => `${one.county} ${one.performer} ${one.role}`)).size).toBe(20);
  expect(
    roleCases.filter(
      (one) => !taxonomy.performers.some(({ id }) => id === one.performer) || !taxonomy.roles.some(({ id }) => id === one.role),
    ),
  ).toEqual([]);
});
