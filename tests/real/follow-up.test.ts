import { describe, expect, test } from 'vitest';
import { cadenceDates } from '../../src/domain/agreements/cadence.ts';
import { possibleEnds } from '../../src/domain/agreements/extension.ts';
import { agreements } from '../navigator/real-files.ts';

/** What each agreement says comes back, when, and how it stands on a day: a key made by hand from the sources. */
const KEY: Record<string, Record<string, { every: string; strength: string; on: Record<string, object> }>> = {
  'jonkoping-missbruk-beroende': {
    'arlig-uppfoljning': {
      every: 'P12M',
      strength: 'must',
      on: {
        '2022-05-31': { state: 'soon', next: '2022-05-31' },
        '2026-11-22': { state: 'overdue', missed: '2026-05-31', next: '2027-05-31' },
      },
    },
  },
  'jonkoping-psykiatriska-tillstand': {
    'uppfoljning-vartannat-ar': {
      every: 'P24M',
      strength: 'at-least',
      on: {
        '2026-11-22': { state: 'due', next: '2027-09-30' },
        '2027-10-01': { state: 'overdue', missed: '2027-09-30', next: '2029-09-30' },
      },
    },
  },
  'dalarna-missbruk-beroende-2021': {
    'lok-follow-up': {
      every: 'P12M',
      strength: 'should',
      on: { '2022-06-01': { state: 'soon', next: '2022-07-01' }, '2026-11-22': { state: 'overdue', missed: '2024-07-01' } },
    },
    revision: {
      every: 'P36M',
      strength: 'must',
      on: { '2024-06-30': { state: 'soon', next: '2024-07-01' }, '2024-07-02': { state: 'overdue', missed: '2024-07-01' } },
    },
    evaluation: { every: 'P36M', strength: 'must', on: { '2024-07-02': { state: 'overdue', missed: '2024-07-01' } } },
  },
};

describe('follow-up, evaluation and revision of the agreements that ship', () => {
  test('every agreement has something that comes back, and the key has it all', () => {
    const held = Object.fromEntries(agreements.map(({ slug, terms }) => [slug, terms.cadences.map(({ id }) => id)]));
    expect(held).toEqual(Object.fromEntries(Object.entries(KEY).map(([slug, cadences]) => [slug, Object.keys(cadences)])));
  });

  describe.each(agreements.map((agreement) => [agreement.slug, agreement] as const))('%s', (slug, agreement) => {
    const { to } = agreement.terms.validity;
    const lastDay = to ? possibleEnds(agreement, to).at(-1)?.end : undefined;

    test.each(agreement.terms.cadences.map((cadence) => [cadence.id, cadence] as const))(
      '%s comes as often, and stands, as the key says',
      (id, cadence) => {
        const wanted = KEY[slug]?.[id] ?? expect.fail(`no key for ${slug} ${id}`);
        expect({ every: cadence.every, strength: cadence.strength }).toEqual({ every: wanted.every, strength: wanted.strength });
        for (const [day, expected] of Object.entries(wanted.on)) {
          expect(cadenceDates(cadence, agreement.acts, Temporal.PlainDate.from(day), lastDay), day).toEqual({ id, ...expected });
        }
      },
    );
  });
});
