import { expect, test } from 'vitest';
import { unitComesFault } from './organisation-ends.ts';

const organisation = (to?: string) => ({
  id: 'a',
  kind: 'private-provider' as const,
  county: '06',
  municipality: undefined,
  versions: [
    { from: Temporal.PlainDate.from('2020-01-01'), to: Temporal.PlainDate.from('2024-12-31'), name: 'Förr' },
    { from: Temporal.PlainDate.from('2025-01-01'), to: to === undefined ? undefined : Temporal.PlainDate.from(to), name: 'Nu' },
  ],
});

test('no unit comes to an organisation whose last name has an end, whatever ended before', () => {
  expect(unitComesFault(organisation())).toBeUndefined();
  expect(unitComesFault(organisation('2027-01-01'))).toMatchObject({ code: 'organisation-ends' });
});
