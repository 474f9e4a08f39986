import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { isRefusal } from '../refusal.ts';
import { statusOn } from './status.ts';
import { PARTY_STATUS_CODES, type PartyStatusCode, statusForParties, statusForParty } from './status-for-party.ts';

type Act = AgreementFile['acts'][number];
type Version = Pick<AgreementFile, 'terms' | 'acts' | 'unknown' | 'version'>;
type Way = 'each' | 'joint';
type Wanted = {
  readonly way?: Way;
  readonly from?: string;
  readonly to?: string;
  readonly acts?: readonly Act[];
  readonly unknown?: boolean;
  readonly municipalities?: 'all' | string[];
};

const MUNICIPALITIES = ['0686', '0604'];

function act(kind: Act['kind'], on: string, parties?: Act['parties'], more: Partial<Act> = {}): Act {
  return { kind, on, ...(parties ? { parties } : {}), source: 't', certainty: 'source', ...more };
}

/** A version that applies from 2025: `each` party decides for itself, or a `joint` body for all. */
function version({ way = 'each', from = '2025-01-01', to, acts = [], unknown = false, municipalities = 'all' }: Wanted): Version {
  const terms = {
    parties: { region: true, municipalities, cites: ['p.a1'] },
    validity: { from, ...(to ? { to } : {}), cites: ['v.a1'] },
    adoption: [
      {
        id: 'a',
        step: way === 'each' ? 'adopt' : 'establish',
        by: [way === 'each' ? 'each-party' : 'reko'],
        description: 'x',
        cites: ['b.a1'],
      },
    ],
    'minor-amendment': { by: ['chefer'], 'may-not-touch': ['syfte'], cites: ['m.a1'] },
  };
  const facts = unknown ? [{ fact: 'adopted' as const, question: '?', looked: 'x' }] : [];
  return { terms: terms as unknown as Version['terms'], acts: [...acts], unknown: facts, version: { label: from, from } };
}

function of(agreement: Version, party: string, on: string, versions: readonly Version[] = [agreement]) {
  const status = statusOn(agreement, Temporal.PlainDate.from(on));
  const found = statusForParty({ agreement, versions, status }, { party, name: 'Eksjö kommun', municipalities: MUNICIPALITIES });
  if (isRefusal(found)) throw new Error(found.code);
  return found;
}

const started = act('took-effect', '2025-01-01');
const ours = act('adopted', '2024-11-01', ['0686']);
const late = act('adopted', '2025-02-10', ['0686']);
const others = act('adopted', '2024-10-01', ['region', '0604']);
const left = act('left', '2025-06-01', ['0686']);
const joined = act('joined', '2025-03-01', ['0686']);

describe('the status for a party', () => {
  const table: [guarantee: string, wanted: Wanted, on: string, code: PartyStatusCode, since?: string, until?: string][] = [
    ['not yet, the day before the first', { acts: [ours, started] }, '2024-12-31', 'not-yet', '2025-01-01'],
    ['in force on the first day', { acts: [ours, started] }, '2025-01-01', 'in-force', '2025-01-01'],
    ['not yet, the day before its own decision that came later', { acts: [late, started] }, '2025-02-09', 'not-yet', '2025-02-10'],
    ['in force from the day of its own decision', { acts: [late, started] }, '2025-02-10', 'in-force', '2025-02-10'],
    [
      'later still where the source says when it took effect for it',
      { acts: [ours, act('took-effect', '2025-04-01', ['0686'])] },
      '2025-03-31',
      'not-yet',
      '2025-04-01',
    ],
    [
      'not adopted, where others are known to have and nothing is said to be unknown',
      { acts: [others, started] },
      '2025-05-01',
      'not-adopted',
    ],
    [
      'unknown instead, where the data says that decisions are not known',
      { acts: [others, started], unknown: true },
      '2025-05-01',
      'unknown',
    ],
    ['unknown, where nothing is said of anybody', { acts: [started] }, '2025-05-01', 'unknown'],
    [
      'in force where the source says that it took effect for all',
      { acts: [act('took-effect', '2025-01-01', 'all')], unknown: true },
      '2025-05-01',
      'in-force',
      '2025-01-01',
    ],
    [
      'unknown before the last of decisions that nobody is named in',
      {
        acts: [
          act('adopted', '2024-12-01', undefined, { by: 'each-party' }),
          act('adopted', '2025-02-01', undefined, { by: 'each-party' }),
        ],
      },
      '2025-01-31',
      'unknown',
    ],
    [
      'in force from the last of them',
      {
        acts: [
          act('adopted', '2024-12-01', undefined, { by: 'each-party' }),
          act('adopted', '2025-02-01', undefined, { by: 'each-party' }),
        ],
      },
      '2025-02-01',
      'in-force',
    ],
    [
      'in force for all by the decision of a joint body',
      { way: 'joint', acts: [act('established', '2024-11-01', undefined, { by: 'reko' })] },
      '2025-01-01',
      'in-force',
      '2025-01-01',
    ],
    ['unknown as long as no decision of anybody is known', { acts: [] }, '2025-05-01', 'unknown'],
    ['unknown as long as no decision of the joint body is known', { way: 'joint', acts: [] }, '2025-05-01', 'unknown'],
    ['in force the day before it left', { acts: [ours, started, left] }, '2025-05-31', 'in-force', '2025-01-01', '2025-05-31'],
    ['left from the day it left', { acts: [ours, started, left] }, '2025-06-01', 'left', '2025-06-01'],
    ['left, also after the agreement ended for all', { to: '2025-12-31', acts: [ours, started, left] }, '2026-01-01', 'left', '2025-06-01'],
    ['left by a joint decision too', { way: 'joint', acts: [started, left] }, '2025-06-01', 'left', '2025-06-01'],
    ['not yet, the day before it joins', { acts: [others, started, joined] }, '2025-02-28', 'not-yet', '2025-03-01'],
    ['in force from the day it joined', { acts: [others, started, joined] }, '2025-03-01', 'in-force', '2025-03-01'],
    ['left again after it joined', { acts: [others, started, joined, left] }, '2025-06-01', 'left', '2025-06-01'],
    [
      'in force when it joined again',
      { acts: [ours, started, left, act('joined', '2025-09-01', ['0686'])] },
      '2025-09-01',
      'in-force',
      '2025-09-01',
    ],
    ['between, it stays out', { acts: [ours, started, left, act('joined', '2025-09-01', ['0686'])] }, '2025-08-31', 'left', '2025-06-01'],
    ['in force on the last day', { to: '2025-12-31', acts: [ours, started] }, '2025-12-31', 'in-force', '2025-01-01', '2025-12-31'],
    ['ended the day after', { to: '2025-12-31', acts: [ours, started] }, '2026-01-01', 'ended', '2026-01-01'],
    ['ended from a withdrawal', { acts: [ours, started, act('withdrawn', '2025-08-01')] }, '2025-08-01', 'ended', '2025-08-01'],
    ['in force the day before one', { acts: [ours, started, act('withdrawn', '2025-08-01')] }, '2025-07-31', 'in-force', '2025-01-01'],
  ];

  test.each(table)('is %s', (_guarantee, wanted, on, code, since, until) => {
    const found = of(version(wanted), '0686', on);
    expect([found.code, found.since, found.until]).toEqual([code, since, until]);
    expect(found.reasons.length).toBeGreaterThan(0);
  });

  test('tells what the party itself decided, and nothing of what others did', () => {
    const said = { body: 'Kommunstyrelsen', paragraph: '12', registry: 'KS 2024/5', reservation: 'En ledamot' };
    const decided = version({ acts: [act('adopted', '2024-11-01', ['0686'], said), others, started] });
    expect(of(decided, '0686', '2025-01-01').decision).toEqual({ on: '2024-11-01', ...said });
    expect(of(decided, '0604', '2025-01-01').decision).toEqual({ on: '2024-10-01' });
  });

  test('is unknown with the agreement, for a party that it binds; and not adopted all the same for one that it does not', () => {
    const unsure = version({ to: '2025-12-31', acts: [others, started] });
    const extension = { months: 12, times: 1, requires: ['revision-begun'], cites: ['e.a1'] };
    const agreement = {
      ...unsure,
      terms: { ...unsure.terms, extension } as Version['terms'],
      unknown: [{ fact: 'revision-begun' as const, question: '?', looked: 'x' }],
    };
    expect(of(agreement, '0604', '2026-03-01').code).toBe('unknown');
    expect(of(agreement, '0686', '2026-03-01').code).toBe('not-adopted');
  });

  test('of a minor amendment is that of the version it amends', () => {
    const base = version({ acts: [others, started] });
    const minor = version({
      from: '2026-01-01',
      acts: [act('established', '2025-12-01', undefined, { by: 'chefer' }), act('took-effect', '2026-01-01')],
    });
    const both = [base, minor];
    expect(of(minor, '0604', '2026-01-01', both).code).toBe('in-force');
    expect(of(minor, '0686', '2026-01-01', both).code).toBe('not-adopted');
    expect(of(minor, '0686', '2026-01-01', [minor]).code).toBe('unknown');
    const gone = version({ acts: [ours, others, started, left] });
    expect(of(minor, '0686', '2026-01-01', [gone, minor]).code).toBe('left');
    const revised = version({ from: '2026-01-01', acts: [act('adopted', '2025-12-01', 'all'), act('took-effect', '2026-01-01')] });
    expect(of(revised, '0686', '2026-01-01', [gone, revised]).code).toBe('in-force');
  });

  test('is refused for whoever the terms do not name', () => {
    for (const [municipalities, party] of [
      [['0604'], '0686'],
      ['all', '2080'],
    ] as const) {
      const agreement = version({ municipalities: municipalities === 'all' ? 'all' : [...municipalities] });
      const status = statusOn(agreement, Temporal.PlainDate.from('2026-01-01'));
      const found = statusForParty({ agreement, versions: [agreement], status }, { party, name: 'x', municipalities: MUNICIPALITIES });
      expect(isRefusal(found) && found.code).toBe('not-a-party');
    }
  });

  test('is never in force where the agreement is not, nor before its own decision, and is one of those that there are', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((after) => Temporal.PlainDate.from('2024-06-01').add({ days: after }).toString());
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom('adopted' as const, 'left' as const, 'joined' as const, 'took-effect' as const, 'withdrawn' as const),
        on: days,
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, days, fc.constantFrom('each' as const, 'joint' as const), fc.boolean(), (events, on, way, unknown) => {
        const acts = events.map(({ kind, on: day }) => act(kind, day, ['0686']));
        const agreement = version({ way, to: '2025-12-31', acts, unknown });
        const found = of(agreement, '0686', on);
        expect(PARTY_STATUS_CODES).toContain(found.code);
        if (found.code !== 'in-force') return;
        expect(statusOn(agreement, Temporal.PlainDate.from(on)).code).toBe('in-force');
        expect(found.decision === undefined || found.decision.on <= on).toBe(true);
        expect((found.since ?? on) <= on && on <= (found.until ?? on)).toBe(true);
      }),
    );
  });

  test('of several together is what it is of each by itself, whomever the acts name', () => {
    const county = ['0604', '0617', '0642', '0686'];
    const all = ['region', ...county].map((party) => ({ party, name: `n-${party}` }));
    const days = fc.integer({ min: 0, max: 900 }).map((after) => Temporal.PlainDate.from('2024-06-01').add({ days: after }).toString());
    const whom = fc.oneof(fc.constant('all' as const), fc.subarray(['region', ...county], { minLength: 1 }), fc.constant(undefined));
    const kinds = fc.constantFrom('adopted' as const, 'left' as const, 'joined' as const, 'took-effect' as const, 'established' as const);
    const some = fc.array(fc.record({ kind: kinds, on: days, parties: whom }), { maxLength: 6 });
    const ways = fc.constantFrom('each' as const, 'joint' as const);
    fc.assert(
      fc.property(some, some, days, ways, fc.boolean(), (first, then, on, way, unknown) => {
        const acts = (events: typeof first) => events.map(({ kind, on: day, parties }) => act(kind, day, parties, { by: 'chefer' }));
        const before = version({ way, acts: acts(first), from: '2024-06-01' });
        const agreement = version({ way, to: '2025-12-31', acts: acts(then), unknown });
        const ground = { agreement, versions: [before, agreement], status: statusOn(agreement, Temporal.PlainDate.from(on)) };
        const each = all.map(({ party, name }) => statusForParty(ground, { party, name, municipalities: county }));
        expect(statusForParties(ground, all, county)).toEqual(each);
      }),
    );
    const none = version({ municipalities: ['0604'] });
    const ground = { agreement: none, versions: [none], status: statusOn(none, Temporal.PlainDate.from('2026-01-01')) };
    expect(statusForParties(ground, all, county)).toMatchObject({ code: 'not-a-party' });
  });
});
