import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StatusGround } from './ground.ts';
import { statusOn } from './status.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

/** The validity and extension of Dalarna's agreement; `acts` and `unknown` are what varies. */
function dalarna(acts: StatusGround['acts'], unknown: StatusGround['unknown'] = []): StatusGround {
  return {
    terms: {
      parties: { region: true, municipalities: 'all', cites: ['parter.a1'] },
      target: { description: 'x', 'applies-instead': [], vulnerable: [], certainty: 'source', cites: ['malgrupp.a1'] },
      validity: { from: '2021-07-01', to: '2024-06-30', cites: ['giltighetstid.a1'] },
      extension: { months: 12, times: 1, requires: ['no-successor', 'evaluation-begun', 'revision-begun'], cites: ['giltighetstid.a2'] },
      adoption: [],
      cadences: [],
      ladders: [],
    },
    acts: [act('took-effect', '2021-07-01'), ...acts],
    unknown,
  };
}

function act(kind: StatusGround['acts'][number]['kind'], on: string): StatusGround['acts'][number] {
  return { kind, on, source: 'test', certainty: 'source' };
}

const unknownFact = (fact: StatusGround['unknown'][number]['fact']) => ({ fact, question: '?', looked: 'x' });

const inTime = '2024-06-30';
const tooLate = '2024-07-01';

describe('extension of an agreement with an end date (Dalarna RÖK 2021, Giltighetstid)', () => {
  const cases: [
    name: string,
    acts: [StatusGround['acts'][number]['kind'], string][],
    unknown: StatusGround['unknown'][number]['fact'][],
    on: string,
    code: string,
  ][] = [
    ['not yet in force the day before it begins', [], [], '2021-06-30', 'not-yet'],
    ['in force on its first day', [], [], '2021-07-01', 'in-force'],
    ['in force on its last day whatever is unknown', [], ['evaluation-begun', 'revision-begun', 'successor'], '2024-06-30', 'in-force'],
    ['expired the day after when nothing had begun', [], [], '2024-07-01', 'expired'],
    ['expired when only evaluation had begun', [['evaluation-begun', inTime]], [], '2024-07-01', 'expired'],
    ['expired when only revision had begun', [['revision-begun', inTime]], [], '2024-07-01', 'expired'],
    [
      'extended when both had begun on the last day',
      [
        ['evaluation-begun', inTime],
        ['revision-begun', inTime],
      ],
      [],
      '2024-07-01',
      'extended',
    ],
    [
      'extended through the last day of the twelve months',
      [
        ['evaluation-begun', inTime],
        ['revision-begun', inTime],
      ],
      [],
      '2025-06-30',
      'extended',
    ],
    [
      'expired the day after the twelve months: extended once only',
      [
        ['evaluation-begun', inTime],
        ['revision-begun', inTime],
      ],
      [],
      '2025-07-01',
      'expired',
    ],
    [
      'expired when evaluation began a day too late',
      [
        ['evaluation-begun', tooLate],
        ['revision-begun', inTime],
      ],
      [],
      '2024-07-01',
      'expired',
    ],
    [
      'expired when revision began a day too late',
      [
        ['evaluation-begun', inTime],
        ['revision-begun', tooLate],
      ],
      [],
      '2024-07-01',
      'expired',
    ],
    [
      'replaced from the day a successor takes over',
      [
        ['evaluation-begun', inTime],
        ['revision-begun', inTime],
        ['replaced', '2024-07-01'],
      ],
      [],
      '2024-07-01',
      'replaced',
    ],
    [
      'unknown when it is not known whether revision had begun',
      [['evaluation-begun', inTime]],
      ['revision-begun'],
      '2024-07-01',
      'unknown',
    ],
    [
      'unknown to the last day that an extension could reach',
      [],
      ['evaluation-begun', 'revision-begun', 'successor'],
      '2025-06-30',
      'unknown',
    ],
    ['expired after that in every outcome', [], ['evaluation-begun', 'revision-begun', 'successor'], '2025-07-01', 'expired'],
    ['expired, not unknown, when one requirement is known to fail', [], ['revision-begun'], '2024-07-01', 'expired'],
    [
      'unknown when only the successor is unknown',
      [
        ['evaluation-begun', inTime],
        ['revision-begun', inTime],
      ],
      ['successor'],
      '2024-07-01',
      'unknown',
    ],
    ['withdrawn from the day of withdrawal', [['withdrawn', '2023-01-01']], [], '2023-01-01', 'withdrawn'],
    ['in force the day before a withdrawal', [['withdrawn', '2023-01-01']], [], '2022-12-31', 'in-force'],
  ];

  test.each(cases)('%s', (_name, acts, unknown, on, code) => {
    const ground = dalarna(
      acts.map(([kind, when]) => act(kind, when)),
      unknown.map(unknownFact),
    );
    expect(statusOn(ground, day(on)).code).toBe(code);
  });

  test('shows both outcomes when the ground is unknown, each with its last day', () => {
    const status = statusOn(dalarna([], [unknownFact('evaluation-begun'), unknownFact('revision-begun')]), day('2025-01-15'));
    expect(status.outcomes.map(({ end, extended, inForce }) => ({ end, extended, inForce }))).toEqual([
      { end: '2024-06-30', extended: false, inForce: false },
      { end: '2025-06-30', extended: true, inForce: true },
    ]);
    expect(status.unknown).toEqual(['evaluation-begun', 'revision-begun']);
  });

  test('promises no extension that has not come yet', () => {
    const ground = dalarna([]);
    const twice: StatusGround = {
      ...ground,
      terms: { ...ground.terms, extension: { months: 6, times: 2, requires: ['no-successor'], cites: ['g.a2'] } },
    };
    expect(statusOn(twice, day('2024-12-01'))).toMatchObject({ code: 'extended', until: '2024-12-31' });
    expect(statusOn(twice, day('2025-01-15'))).toMatchObject({ code: 'extended', until: '2025-06-30' });
    expect(statusOn(twice, day('2025-07-01')).code).toBe('expired');
  });

  test('gives no day of expiry when it cannot be known', () => {
    expect(statusOn(dalarna([], [unknownFact('revision-begun'), unknownFact('evaluation-begun')]), day('2026-11-22'))).not.toHaveProperty(
      'since',
    );
  });

  test('is a proposal when no adoption is known', () => {
    expect(statusOn({ ...dalarna([]), acts: [] }, day('2022-01-01')).code).toBe('proposal');
  });

  test('is in force until further notice without an end date', () => {
    const ground = dalarna([]);
    const open: StatusGround = { ...ground, terms: { ...ground.terms, validity: { from: '2021-05-31', cites: ['varaktighet.a1'] } } };
    expect(statusOn(open, day('2099-01-01')).code).toBe('in-force');
  });

  test('every status names at least one reason, and every reason of a term its sentence', () => {
    fc.assert(
      fc.property(
        fc.subarray(['evaluation-begun', 'revision-begun', 'replaced', 'withdrawn'] as const),
        fc.subarray(['evaluation-begun', 'revision-begun', 'successor'] as const),
        fc.integer({ min: -400, max: 2000 }),
        (acts, unknown, offset) => {
          const on = day('2021-07-01').add({ days: offset });
          const status = statusOn(
            dalarna(
              acts.map((kind) => act(kind, '2024-03-01')),
              unknown.map(unknownFact),
            ),
            on,
          );
          expect(status.reasons.length).toBeGreaterThan(0);
          for (const reason of status.reasons) if (!reason.code.startsWith('act-')) expect(reason.cites.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('learning a fact never contradicts what was certain while it was unknown', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 2000 }), (evaluation, revision, offset) => {
        const on = day('2021-07-01').add({ days: offset });
        const before = statusOn(dalarna([], [unknownFact('evaluation-begun'), unknownFact('revision-begun')]), on);
        const known = [...(evaluation ? [act('evaluation-begun', inTime)] : []), ...(revision ? [act('revision-begun', inTime)] : [])];
        const after = statusOn(dalarna(known), on);
        if (before.code !== 'unknown') expect(after.code).toBe(before.code);
        else expect(before.outcomes.map((outcome) => outcome.inForce)).toContain(after.code === 'extended');
      }),
    );
  });
});
