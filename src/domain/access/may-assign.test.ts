import { describe, expect, test } from 'vitest';
import { assignmentFault, givenBy } from './may-assign.ts';
import { roleNames, roles } from './roles.ts';

const kinds = ['region', 'municipality', 'private-provider', 'user-organisation'] as const;

describe('a role at a place', () => {
  test.each(roleNames)('%s fits exactly the kinds of organisation and the place that its row says', (role) => {
    const { at, within }: { at: readonly string[]; within: string } = roles[role];
    for (const kind of kinds) {
      for (const place of [{}, { unit: 'u' }, { body: 'b' }]) {
        const fits =
          at.includes(kind) &&
          (within === 'unit' ? 'unit' in place : within === 'body' ? 'body' in place : Object.keys(place).length === 0);
        expect(assignmentFault(role, { kind, ...place }) === undefined, `${kind} ${JSON.stringify(place)}`).toBe(fits);
      }
    }
  });

  test('of a joint body is given by the county, every other by the organisation', () => {
    expect(roleNames.filter((role) => givenBy(role) === 'county')).toEqual(['district-coordinator', 'strategy-group', 'political-body']);
  });
});
