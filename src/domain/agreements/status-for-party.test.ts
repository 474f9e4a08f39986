import { describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import type { StatusGround } from './ground.ts';
import { statusOn } from './status.ts';
import { statusForParty } from './status-for-party.ts';

const ground = (municipalities: 'all' | string[]): StatusGround => {
  const terms = { parties: { region: true, municipalities, cites: ['p.a1'] }, validity: { from: '2025-01-01', cites: ['v.a1'] } };
  const acts = [{ kind: 'took-effect' as const, on: '2025-01-01', source: 't', certainty: 'source' as const }];
  return { terms: terms as unknown as StatusGround['terms'], acts, unknown: [] };
};
const of = (agreement: StatusGround, party: string) => {
  const status = statusOn(agreement, Temporal.PlainDate.from('2026-01-01'));
  return statusForParty(agreement, status, { party, name: 'Eksjö', municipalities: ['0686', '0604'] });
};

describe('the status for a party', () => {
  test('is that of the agreement, with the term that makes it one as the first reason', () => {
    for (const [agreement, party] of [
      [ground('all'), '0686'],
      [ground('all'), 'region'],
      [ground(['0686']), '0686'],
    ] as const) {
      expect(of(agreement, party)).toMatchObject({
        code: 'in-force',
        reasons: [{ code: 'is-party', cites: ['p.a1'] }, { code: 'valid-from' }, {}],
      });
    }
  });

  test('is refused for whoever is none', () => {
    for (const [agreement, party] of [
      [ground(['0604']), '0686'],
      [ground('all'), '2080'],
    ] as const) {
      const answer = of(agreement, party);
      expect(isRefusal(answer) && answer.code).toBe('not-a-party');
    }
  });
});
