import { describe, expect, test } from 'vitest';
import { correctionFault, type NotedTurn, withoutTurn } from './correct-turn.ts';

const left: NotedTurn = { act: 'a', party: '0604', turn: 'left', from: '2027-03-01', registry: 'KS 1', isCorrected: false };
const joined: NotedTurn = { ...left, turn: 'joined' };
const ground = { party: '0604', known: ['2026-01-01', '2027-03-01'], registered: [] } as const;

describe('a turn that was mistyped', () => {
  test('is taken back by the party that noted it, once, and of another party it does not exist', () => {
    expect(correctionFault(left, ground)).toBeUndefined();
    expect(correctionFault(left, ground, '2027-04-01')).toBeUndefined();
    expect(correctionFault({ ...left, isCorrected: true }, ground)?.code).toBe('turn-corrected');
    expect(correctionFault(left, { ...ground, party: '0686' })?.code).toBe('turn-not-found');
    expect(correctionFault(undefined, ground)?.code).toBe('turn-not-found');
    expect(correctionFault(left, ground, left.from)?.code).toBe('turn-same-day');
  });

  test('is not taken back when a later turn rests on it, or what was registered since it joined', () => {
    expect(correctionFault(left, { ...ground, known: [...ground.known, '2027-09-01'] })).toMatchObject({
      code: 'turn-rests-on-it',
      params: { on: '2027-09-01' },
    });
    const registered = ['2027-02-28', '2027-03-01'];
    expect(correctionFault(joined, { ...ground, registered })).toMatchObject({ params: { on: '2027-03-01' } });
    expect(correctionFault(joined, { ...ground, registered: ['2027-02-28'] })).toBeUndefined();
    expect(correctionFault(left, { ...ground, registered })).toBeUndefined();
  });
});

test('a version without a turn has all other acts, also those of others on the same day', () => {
  const act = { kind: 'left', on: '2027-03-01', registry: 'KS 1', parties: ['0604'] } as const;
  const others = [
    { ...act, parties: ['0686'] },
    { ...act, parties: 'all' },
    { ...act, on: '2027-03-02' },
    { ...act, kind: 'joined' },
    { ...act, registry: 'KS 2' },
  ] as const;
  const version = {
    acts: [act, ...others].map((one) => ({ ...one, parties: one.parties === 'all' ? ('all' as const) : [...one.parties] })),
  };
  expect(withoutTurn(version, left).acts).toEqual(version.acts.slice(1));
});
