import { describe, expect, test } from 'vitest';
import { type HandOverToOffer, handOverFault } from './hand-over.ts';

const offered: HandOverToOffer = {
  ...{ stage: 'established', established: true, overall: 'region', open: false, unit: 'social' },
  parties: [
    { unit: 'psychiatry', organisation: 'region' },
    { unit: 'social', organisation: 'municipality' },
  ],
};
const fault = (over: Partial<HandOverToOffer>) => handOverFault({ ...offered, ...over })?.code;

describe('another huvudman is asked to answer for the whole', () => {
  test('when it takes part, in an established plan, one at a time', () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ unit: 'school' })).toBe('unit-not-in-plan');
    expect(fault({ established: false })).toBe('plan-not-established');
    expect(fault({ stage: 'closed' })).toBe('plan-closed');
    expect(fault({ open: true })).toBe('hand-over-open');
  });

  test('and never the one that answers for it already', () => {
    expect(fault({ unit: 'psychiatry' })).toBe('hand-over-to-same');
  });
});
