import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EstablishPart,
  establishFault,
  establishParts,
  missingToEstablish,
  type PlanToEstablish,
  requiredParts,
} from './establish.ts';
import { PLAN_KINDS, type PlanKind } from './plan-kinds.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const tomorrow = today.add({ days: 1 });

/** A plan that lacks nothing, of any kind. */
const whole = (kind: PlanKind = 'sip'): PlanToEstablish => ({
  kind,
  needs: 1,
  huvudman: [
    { organisation: 'region', measures: 1 },
    { organisation: 'municipality', measures: 2 },
  ],
  others: { measures: 0, asked: true },
  overall: 'municipality',
  coordinator: 'anna',
  followUp: tomorrow,
  participation: { took: true },
  mayBeMade: { answer: 'given' },
  attitude: true,
  unitsToAdjust: [],
  fixedContact: true,
});

/** How to take each part away. */
const without: Readonly<Record<EstablishPart, Partial<PlanToEstablish>>> = {
  'point-1': { needs: 0 },
  'point-2': { huvudman: whole().huvudman.map(({ organisation }) => ({ organisation, measures: 0 })) },
  'point-3': { others: { measures: 0, asked: false } },
  'point-4': { overall: undefined },
  coordinator: { coordinator: undefined },
  'follow-up': { followUp: undefined },
  participation: { participation: undefined },
  'make-plan': { mayBeMade: { answer: 'not-asked' } },
  attitude: { attitude: false },
  adjusted: { unitsToAdjust: ['avdelning-3'] },
  'fixed-contact': { fixedContact: false },
};
const lacking = (kind: PlanKind, parts: readonly EstablishPart[]): PlanToEstablish =>
  Object.assign(whole(kind), ...parts.map((part) => without[part]));
const missing = (plan: PlanToEstablish) => missingToEstablish(plan, today).map(({ part }) => part);
const sip = (more: Partial<PlanToEstablish>) => missingToEstablish({ ...whole(), ...more }, today);

const points = ['point-1', 'point-2', 'point-3', 'point-4'] as const;
const variants = Array.from({ length: 16 }, (_, bits) => points.filter((_, at) => bits & (1 << at)));

describe('the four points of the law', () => {
  test('come in sixteen variants, of which one is whole', () => {
    expect(new Set(variants.map(String)).size).toBe(16);
    expect(variants.filter((parts) => !establishFault(lacking('sip', parts), today))).toEqual([[]]);
  });

  test.each(variants.map((parts) => ({ parts })))('refuse a plan that lacks $parts, and list all of it and nothing else', ({ parts }) => {
    for (const kind of PLAN_KINDS) {
      expect(missing(lacking(kind, parts))).toEqual(parts);
      const refused = establishFault(lacking(kind, parts), today);
      expect(refused?.code).toBe(parts.length > 0 ? 'plan-incomplete' : undefined);
    }
  });

  test('take each huvudman’s own measures: one that has said nothing is named', () => {
    const huvudman = [
      { organisation: 'region', measures: 0 },
      { organisation: 'municipality', measures: 2 },
    ];
    expect(sip({ huvudman })).toEqual([{ part: 'point-2', why: 'absent', of: ['region'] }]);
    expect(
      sip({
        huvudman: [
          { organisation: 'region', measures: 0, saysNone: true },
          { organisation: 'municipality', measures: 2 },
        ],
      }),
    ).toEqual([]);
  });

  test('never let all huvudmän have nothing to do', () => {
    const huvudman = [
      { organisation: 'region', measures: 0, saysNone: true },
      { organisation: 'municipality', measures: 0, saysNone: true },
    ];
    expect(sip({ huvudman })).toEqual([{ part: 'point-2', why: 'absent', of: [] }]);
    expect(sip({ huvudman: [], overall: undefined }).map(({ part }) => part)).toEqual(['point-2', 'point-4']);
  });

  test('let others have nothing to do, but not unasked', () => {
    expect(sip({ others: { measures: 0, asked: false } })).toEqual([{ part: 'point-3', why: 'absent' }]);
    expect(sip({ others: { measures: 1, asked: false } })).toEqual([]);
  });

  test('give the overall responsibility to a huvudman in the plan alone', () => {
    expect(sip({ overall: 'school' })).toEqual([{ part: 'point-4', why: 'not-a-party', of: ['school'] }]);
  });
});

describe('establishing a plan', () => {
  test('is refused when the day of follow-up is today or gone', () => {
    expect(sip({ followUp: today })).toEqual([{ part: 'follow-up', why: 'not-later' }]);
    expect(sip({ followUp: today.subtract({ days: 1 }) })).toEqual([{ part: 'follow-up', why: 'not-later' }]);
  });

  test('takes the person’s part in it, or the reason why not', () => {
    expect(sip({ participation: { took: false, hasReason: false } }).map(({ part }) => part)).toEqual(['participation']);
    expect(sip({ participation: { took: false, hasReason: true } })).toEqual([]);
  });

  test.each(['not-asked', 'declined', 'withdrawn', 'expired'] as const)('is refused when consent to make the plan is %s', (answer) => {
    expect(sip({ mayBeMade: { answer } }).map(({ part }) => part)).toEqual(['make-plan']);
  });

  test('takes the ground when nobody could be asked', () => {
    expect(sip({ mayBeMade: { answer: 'cannot', hasGround: true } })).toEqual([]);
    expect(sip({ mayBeMade: { answer: 'cannot', hasGround: false } }).map(({ part }) => part)).toEqual(['make-plan']);
    expect(sip({ mayBeMade: { answer: 'partly' } })).toEqual([]);
  });

  test('of a coordinated care plan asks no consent, but the person’s attitude, and that every unit has adjusted it', () => {
    expect(missing(lacking('coordinated-care-plan', ['make-plan', 'fixed-contact']))).toEqual([]);
    const plan = lacking('coordinated-care-plan', ['attitude', 'adjusted']);
    expect(missingToEstablish(plan, today)).toEqual([
      { part: 'attitude', why: 'absent' },
      { part: 'adjusted', why: 'absent', of: ['avdelning-3'] },
    ]);
  });

  test('of a plan at discharge asks for a fixed care contact', () => {
    expect(missing(lacking('discharge', ['fixed-contact', 'attitude']))).toEqual(['fixed-contact']);
  });

  test('lists everything that is missing at once, whatever it is', () => {
    const some = fc.subarray([...establishParts]);
    fc.assert(
      fc.property(fc.constantFrom(...PLAN_KINDS), some, (kind, parts) => {
        expect(missing(lacking(kind, parts))).toEqual(requiredParts[kind].filter((part) => parts.includes(part)));
      }),
    );
  });
});
