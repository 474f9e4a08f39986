import { describe, expect, test } from 'vitest';
import { decisionFault } from './decision.ts';
import { type DraftEvent, processOf } from './process.ts';
import { appliesTo, publishedActs } from './published.ts';
import type { Step } from './steps.ts';

const steps: readonly Step[] = [
  { id: 'recommend', kind: 'recommend', asks: 'decision', deciders: ['body:radet'] },
  { id: 'adopt', kind: 'adopt', asks: 'decision', deciders: ['party:region', 'party:2061'] },
];
const submit: DraftEvent = { kind: 'drafts.submit', id: 's', on: '2026-10-01', hash: 'h', revision: 1, round: 1 };
const took = (step: string, decider: 'body:radet' | `party:${string}`, on: string): DraftEvent => ({
  kind: 'drafts.record-decision',
  id: `${step}-${decider}`,
  on,
  submission: 's',
  step,
  decider,
  outcome: 'approved',
});
const today = Temporal.PlainDate.from('2026-11-22');
const day = (text: string) => Temporal.PlainDate.from(text);
const recommended = processOf([submit, took('recommend', 'body:radet', '2026-10-15')], steps);

describe('a decision', () => {
  test.each([
    ['step-not-found', { step: 'other' }],
    ['step-not-found', { asks: 'signature' }],
    ['not-a-decider', { decider: 'party:2080' }],
    ['decided-in-the-future', { on: day('2026-11-23') }],
    ['decided-before-its-turn', { on: day('2026-10-14') }],
  ] as const)('is refused as %s when it is %o', (code, other) => {
    const wanted = { step: 'adopt', decider: 'party:2061', asks: 'decision', on: today } as const;
    expect(decisionFault(recommended, wanted, today)).toBeUndefined();
    expect(decisionFault(recommended, { ...wanted, ...other }, today)).toMatchObject({ code });
  });

  test('waits for the step before, and is taken once', () => {
    const wanted = { step: 'adopt', decider: 'party:2061', asks: 'decision', on: today } as const;
    expect(decisionFault(processOf([submit], steps), wanted, today)).toMatchObject({
      code: 'wrong-order',
      params: { before: 'recommend' },
    });
    const taken = processOf([submit, took('recommend', 'body:radet', '2026-10-15'), took('adopt', 'party:2061', '2026-11-01')], steps);
    expect(decisionFault(taken, wanted, today)).toMatchObject({ code: 'already-decided' });
  });
});

describe('what is published', () => {
  const all = processOf(
    [
      submit,
      took('recommend', 'body:radet', '2026-10-15'),
      took('adopt', 'party:region', '2026-11-01'),
      took('adopt', 'party:2061', '2027-02-01'),
    ],
    steps,
  );

  test('applies to a party from its first day, or from the day of its own decision if that came later; to nobody before', () => {
    expect(appliesTo(all, 'party:region', '2027-01-01')).toBe('2027-01-01');
    expect(appliesTo(all, 'party:2061', '2027-01-01')).toBe('2027-02-01');
    expect(appliesTo(recommended, 'party:2061', '2027-01-01')).toBeUndefined();
    expect(appliesTo(all, 'party:2061', undefined)).toBeUndefined();
  });

  test('tells every decision on its own day, and that it takes effect', () => {
    const acts = publishedActs(all, '2027-01-01', {
      source: 'S',
      noteOf: (step, decider) => ({ note: `${step} ${decider}`, body: 'KS', paragraph: '7', registry: 'R', reservation: '' }),
    });
    expect(acts.map(({ kind, on, by }) => [kind, on, by])).toEqual([
      ['recommended', '2026-10-15', 'radet'],
      ['adopted', '2026-11-01', 'each-party'],
      ['adopted', '2027-02-01', 'each-party'],
      ['took-effect', '2027-01-01', undefined],
    ]);
    expect(acts.map(({ parties, body, paragraph, registry, reservation }) => [parties, body, paragraph, registry, reservation])).toEqual([
      [undefined, 'KS', '7', 'R', undefined],
      [['region'], 'KS', '7', 'R', undefined],
      [['2061'], 'KS', '7', 'R', undefined],
      [undefined, undefined, undefined, undefined, undefined],
    ]);
  });
});
