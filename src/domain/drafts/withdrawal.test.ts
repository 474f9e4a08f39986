import { expect, test } from 'vitest';
import type { Terms } from '../counties/terms.ts';
import { draftStates } from './process.ts';
import { foundBy, isReadyToWithdraw, isStillToDecide, standingOf, wasPublished, withdrawalDayFault, withdrawalOf } from './withdrawal.ts';

const adoption: Terms['adoption'] = [
  { id: 'recommend', step: 'recommend', by: ['radet'], description: '-', cites: ['beslut.a1'] },
  { id: 'adopt', step: 'adopt', by: ['each-party'], description: '-', cites: ['beslut.a2'] },
  { id: 'sign', step: 'sign', by: ['radet.chair'], description: '-', cites: ['beslut.a3'] },
];

test('a version is withdrawn by those who adopted it, and by nobody who recommended or signed', () => {
  expect(withdrawalOf({ adoption }, ['2061'], [])).toEqual({
    state: 'open',
    deciders: ['party:region', 'party:2061'],
    awaited: ['party:region', 'party:2061'],
    against: [],
    cites: ['beslut.a2'],
    from: undefined,
  });
});

test('it no longer applies from the latest of their days, and not before all have decided', () => {
  const region = { decider: 'party:region', on: '2027-10-01', from: '2028-01-01' };
  expect(withdrawalOf({ adoption }, ['2061'], [region])).toMatchObject({ awaited: ['party:2061'], from: undefined });
  const both = [region, { decider: 'party:2061', on: '2027-11-01', from: '2028-03-01' }];
  expect(withdrawalOf({ adoption }, ['2061'], both)).toMatchObject({ state: 'decided', awaited: [], from: '2028-03-01' });
  expect(withdrawalOf({ adoption }, ['2061'], [region, { decider: 'party:9999', on: '2027-11-01', from: '2028-03-01' }]).awaited).toEqual([
    'party:2061',
  ]);
});

test('where the agreement does not say who adopts it, nobody is said to decide', () => {
  expect(withdrawalOf({}, ['2061'], [])).toEqual({
    state: 'unknown',
    deciders: [],
    awaited: [],
    against: [],
    cites: [],
    from: undefined,
  });
});

test('one no is enough to refuse it, whatever the others say, until whoever said no has said yes', () => {
  const yes = { decider: 'party:region', on: '2027-10-01', from: '2028-01-01' };
  const no = { decider: 'party:2061', on: '2027-11-01', from: null };
  const another = { ...no, on: '2027-12-01' };
  expect(withdrawalOf({ adoption }, ['2061'], [no])).toMatchObject({
    state: 'refused',
    awaited: ['party:region'],
    against: ['party:2061'],
  });
  const refused = { state: 'refused', awaited: [], against: ['party:2061'], from: undefined };
  expect(withdrawalOf({ adoption }, ['2061'], [yes, no])).toMatchObject(refused);
  expect(withdrawalOf({ adoption }, ['2061'], [another, yes, no])).toMatchObject(refused);
  const later = { ...no, on: '2028-01-10', from: '2028-02-01' };
  expect(withdrawalOf({ adoption }, ['2061'], [later, no, yes])).toMatchObject({ state: 'decided', against: [], from: '2028-02-01' });
  expect(standingOf([another, no], 'party:2061')).toBe(another);
});

test('a version is not withdrawn from a day before it applies, nor from one before it was published', () => {
  const days = (from: string | undefined, published: string | undefined) => ({ from, published });
  const fault = (day: string, from: string | undefined, published: string | undefined) =>
    withdrawalDayFault(day, days(from, published))?.code;
  expect(fault('2026-12-31', '2027-01-01', '2026-11-22')).toBe('withdrawn-before-it-applies');
  expect(fault('2027-01-01', '2027-01-01', '2026-11-22')).toBeUndefined();
  expect(fault('2026-11-21', '2026-01-01', '2026-11-22')).toBe('withdrawn-before-published');
  expect(fault('2026-11-22', '2026-01-01', '2026-11-22')).toBeUndefined();
  expect(fault('2026-11-21', undefined, '2026-11-22')).toBe('withdrawn-before-published');
  expect(fault('2026-11-21', undefined, undefined)).toBeUndefined();
});

test('nothing is withdrawn that was never published', () => {
  expect(draftStates.filter(wasPublished)).toEqual(['published', 'withdrawn']);
});

test('it is withdrawn when everyone has said yes, or when nobody knows who decides, and never while somebody is waited for or against', () => {
  const states = ['unknown', 'open', 'refused', 'decided'] as const;
  expect(states.filter((state) => isReadyToWithdraw({ state }))).toEqual(['unknown', 'decided']);
});

test('who has said nothing or no may decide, and who has said yes never again', () => {
  const no = { decider: 'party:2061', on: '2027-11-01', from: null };
  const yes = { ...no, on: '2027-12-01', from: '2028-01-01' };
  expect([[], [no], [no, yes], [yes]].map((taken) => isStillToDecide(taken, 'party:2061'))).toEqual([true, true, false, false]);
  expect(isStillToDecide([yes], 'party:region')).toBe(true);
});

test('the decision of a party is found again by more than that of a joint body', () => {
  expect([foundBy('party:region'), foundBy('body:radet')]).toEqual([['body', 'paragraph', 'registry'], ['registry']]);
});
