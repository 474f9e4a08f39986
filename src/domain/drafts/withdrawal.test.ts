import { expect, test } from 'vitest';
import type { Terms } from '../counties/terms.ts';
import { withdrawalOf } from './withdrawal.ts';

const adoption: Terms['adoption'] = [
  { id: 'recommend', step: 'recommend', by: ['radet'], description: '-', cites: ['beslut.a1'] },
  { id: 'adopt', step: 'adopt', by: ['each-party'], description: '-', cites: ['beslut.a2'] },
  { id: 'sign', step: 'sign', by: ['radet.chair'], description: '-', cites: ['beslut.a3'] },
];

test('a version is withdrawn by those who adopted it, and by nobody who recommended or signed', () => {
  expect(withdrawalOf({ adoption }, ['2061'], [])).toEqual({
    deciders: ['party:region', 'party:2061'],
    awaited: ['party:region', 'party:2061'],
    cites: ['beslut.a2'],
    from: undefined,
  });
});

test('it no longer applies from the latest of their days, and not before all have decided', () => {
  const region = { decider: 'party:region', from: '2028-01-01' };
  expect(withdrawalOf({ adoption }, ['2061'], [region])).toMatchObject({ awaited: ['party:2061'], from: undefined });
  const both = [region, { decider: 'party:2061', from: '2028-03-01' }];
  expect(withdrawalOf({ adoption }, ['2061'], both)).toMatchObject({ awaited: [], from: '2028-03-01' });
  expect(withdrawalOf({ adoption }, ['2061'], [region, { decider: 'party:9999', from: '2028-03-01' }]).awaited).toEqual(['party:2061']);
});

test('where the agreement does not say who adopts it, nobody is said to decide', () => {
  expect(withdrawalOf({}, ['2061'], [])).toEqual({ deciders: [], awaited: [], cites: [], from: undefined });
});
