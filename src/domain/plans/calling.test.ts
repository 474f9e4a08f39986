import { describe, expect, test } from 'vitest';
import { givenPlanning } from '../../../tests/given/planning.ts';
import { callingOf } from './calling.ts';

const { national, jonkoping, dalarna, fjallmark } = givenPlanning;

describe('how a unit is asked to a meeting', () => {
  test.each(['primarvard', 'psykiatrisk-oppenvard', 'individ-familjeomsorg', 'kommunal-halso-sjukvard'])(
    'summons %s by law',
    (performer) => {
      expect(callingOf([performer], 'adult', national)).toEqual({ as: 'summons', ground: 'law', performer });
    },
  );

  test('summons school and preschool to a child’s plan where the county has agreed on it, and says by what', () => {
    expect(callingOf(['skola-elevhalsa'], 'child', national, jonkoping)).toMatchObject({ as: 'summons', by: { basis: 'agreement' } });
    expect(callingOf(['forskola'], 'child', national, jonkoping)).toMatchObject({ as: 'summons', ground: 'equal-party' });
  });

  test('invites school where nobody knows of an agreement, and where it is for others', () => {
    expect(callingOf(['skola-elevhalsa'], 'child', national, dalarna)).toEqual({ as: 'invitation' });
    expect(callingOf(['skola-elevhalsa'], 'adult', national, jonkoping)).toEqual({ as: 'invitation' });
    expect(callingOf(['skola-elevhalsa'], 'adult', national, fjallmark)).toMatchObject({ as: 'summons' });
    expect(callingOf(['forskola'], 'child', national, fjallmark)).toEqual({ as: 'invitation' });
  });

  test('invites a unit of no known kind', () => {
    expect(callingOf([], 'adult', national, jonkoping)).toEqual({ as: 'invitation' });
  });
});
