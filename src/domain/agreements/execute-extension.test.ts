import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endedPeriods, extensionsLost, extensionsToNote } from './execute-extension.ts';
import { dayAfter } from './extension.ts';
import type { StatusGround } from './ground.ts';
import { statusOn } from './status.ts';

type Kind = StatusGround['acts'][number]['kind'];
type Fact = StatusGround['unknown'][number]['fact'];
const day = (iso: string) => Temporal.PlainDate.from(iso);
const act = (kind: Kind, on: string): StatusGround['acts'][number] => ({ kind, on, source: 't', certainty: 'source' });
const unknownFact = (fact: Fact) => ({ fact, question: '?', looked: 'x' });

/** The validity and extension of Dalarna's agreement of 2021. */
function dalarna(acts: StatusGround['acts'], unknown: readonly Fact[] = [], times = 1): StatusGround {
  return {
    terms: {
      parties: { region: true, municipalities: 'all', cites: ['p.a1'] },
      target: { description: 'x', 'applies-instead': [], vulnerable: [], certainty: 'source', cites: ['m.a1'] },
      validity: { from: '2021-07-01', to: '2024-06-30', cites: ['giltighetstid.g1'] },
      extension: { months: 12, times, requires: ['no-successor', 'evaluation-begun', 'revision-begun'], cites: ['giltighetstid.g2'] },
      adoption: [],
      cadences: [],
      ladders: [],
    },
    acts: [act('took-effect', '2021-07-01'), ...acts],
    unknown: unknown.map(unknownFact),
  };
}

const both = [act('evaluation-begun', '2024-06-30'), act('revision-begun', '2024-06-30')];

describe('an extension is executed', () => {
  // Every combination of the three requirements: true, false and unknown.
  const successor = { true: [], false: [act('replaced', '2024-07-01')], unknown: [] };
  const begun = (kind: Kind) => ({ true: [act(kind, '2024-06-30')], false: [], unknown: [] });
  const values = ['true', 'false', 'unknown'] as const;
  const cases = values.flatMap((s) => values.flatMap((e) => values.map((r) => [s, e, r] as const)));

  test.each(cases)('no successor %s, evaluation %s, revision %s: only when all three hold', (s, e, r) => {
    const unknown: Fact[] = [
      ...(s === 'unknown' ? (['successor'] as const) : []),
      ...(e === 'unknown' ? (['evaluation-begun'] as const) : []),
      ...(r === 'unknown' ? (['revision-begun'] as const) : []),
    ];
    const ground = dalarna([...successor[s], ...begun('evaluation-begun')[e], ...begun('revision-begun')[r]], unknown);
    const verdict = [s, e, r].includes('false') ? 'lapsed' : [s, e, r].includes('unknown') ? 'unknown' : 'holds';
    expect(endedPeriods(ground, day('2024-07-01')).map((one) => one.verdict)).toEqual([verdict]);
    expect(extensionsToNote(ground, day('2024-07-01'))).toHaveLength(verdict === 'holds' ? 1 : 0);
    expect(endedPeriods(ground, day('2024-06-30'))).toEqual([]);
  });

  test.each([
    ['the evaluation began a day too late', [act('evaluation-begun', '2024-07-01'), act('revision-begun', '2024-06-30')]],
    ['the revision began a day too late', [act('evaluation-begun', '2024-06-30'), act('revision-begun', '2024-07-01')]],
    ['a new agreement took over the day after', [...both, act('replaced', '2024-07-01')]],
    ['it was withdrawn before', [...both, act('withdrawn', '2024-06-01')]],
    ['it was withdrawn from the day after', [...both, act('withdrawn', '2024-07-01')]],
  ] as const)('never when %s', (_, acts) => {
    expect(extensionsToNote(dalarna([...acts]), day('2024-07-02'))).toEqual([]);
  });

  test('also when a new agreement took over a day later, and when it was finished rather than begun', () => {
    expect(extensionsToNote(dalarna([...both, act('replaced', '2024-07-02')]), day('2024-07-01'))).toHaveLength(1);
    expect(
      extensionsToNote(dalarna([act('evaluated', '2024-05-01'), act('revision-begun', '2024-05-01')]), day('2024-07-01')),
    ).toHaveLength(1);
  });

  test('on what somebody said there was none, when that was not known: as of the last day and not before', () => {
    const said = (on: string) => extensionsToNote(dalarna([...both, act('no-successor', on)], ['successor']), day('2024-08-01')).length;
    expect([said('2024-06-29'), said('2024-06-30'), said('2024-07-20')]).toEqual([0, 1, 1]);
  });

  test('for an agreement whose decision nobody knows of, never', () => {
    const ground = dalarna(both);
    expect(endedPeriods({ ...ground, acts: both }, day('2025-01-01'))).toEqual([]);
  });

  test('saying what it rests on and which sentence', () => {
    expect(extensionsToNote(dalarna(both), day('2026-01-01'))).toMatchObject([
      {
        end: '2024-06-30',
        until: '2025-06-30',
        cites: ['giltighetstid.g2'],
        rests: [
          { requirement: 'no-successor', acts: [] },
          { requirement: 'evaluation-begun', acts: [{ kind: 'evaluation-begun', on: '2024-06-30' }] },
          { requirement: 'revision-begun', acts: [{ kind: 'revision-begun', on: '2024-06-30' }] },
        ],
      },
    ]);
  });

  test('once only, and again only as often as the terms say', () => {
    const noted = { ...act('extended', '2024-07-01'), until: '2025-06-30' };
    expect(extensionsToNote(dalarna([...both, noted]), day('2026-01-01'))).toEqual([]);
    expect(extensionsToNote(dalarna([...both, noted], [], 2), day('2026-01-01')).map(({ until }) => until)).toEqual(['2026-06-30']);
  });
});

describe('a ground that is taken back', () => {
  const noted = { ...act('extended', '2024-07-01'), until: '2025-06-30' };

  test('shows: the note gives no validity of its own', () => {
    const held = statusOn(dalarna([...both, noted]), day('2024-08-01'));
    expect(held.code).toBe('extended');
    expect(held.reasons.map(({ code }) => code)).toContain('extension-noted');
    const lost = statusOn(dalarna([act('evaluation-begun', '2024-06-30'), noted]), day('2024-08-01'));
    expect(lost.code).toBe('expired');
    expect(lost.reasons.find(({ code }) => code === 'extension-without-ground')).toMatchObject({ cites: ['giltighetstid.g2'] });
    expect(extensionsLost(dalarna([noted]), day('2024-08-01'))).toEqual(['2025-06-30']);
    expect(extensionsLost(dalarna([...both, noted]), day('2024-08-01'))).toEqual([]);
  });

  test('shows as unknown when it is not known any more', () => {
    const unsure = statusOn(dalarna([act('evaluation-begun', '2024-06-30'), noted], ['revision-begun']), day('2024-08-01'));
    expect(unsure.code).toBe('unknown');
    expect(unsure.reasons.map(({ code }) => code)).toContain('extension-without-ground');
  });

  test('is not told before the extension begins', () => {
    expect(statusOn(dalarna([noted]), day('2024-06-30')).reasons.map(({ code }) => code)).not.toContain('extension-without-ground');
  });
});

describe('what is noted and what status says', () => {
  const first = day('2021-06-01');
  const somewhen = fc.integer({ min: 0, max: 2200 }).map((days) => first.add({ days }).toString());
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom<Kind>('evaluation-begun', 'revision-begun', 'evaluated', 'no-successor', 'replaced', 'withdrawn'),
      on: somewhen,
    }),
    { maxLength: 6 },
  );
  const unknown = fc.subarray<Fact>(['evaluation-begun', 'revision-begun', 'successor']);

  test('are the same on every day, whenever the program looked and however often', () => {
    fc.assert(
      fc.property(
        acts,
        unknown,
        fc.integer({ min: 1, max: 3 }),
        fc.array(somewhen, { maxLength: 4 }),
        somewhen,
        (given, open, times, looks, on) => {
          let ground = dalarna(
            given.map((one) => act(one.kind, one.on)),
            open,
            times,
          );
          // The program looks on some days and last on the day itself; what is known does not change between.
          for (const look of [...looks.filter((one) => one <= on).toSorted(), on, on]) {
            const fresh = extensionsToNote(ground, day(look)).map(({ end, until }) => ({ ...act('extended', dayAfter(end)), until }));
            ground = { ...ground, acts: [...ground.acts, ...fresh] };
          }
          const noted = ground.acts.filter(({ kind }) => kind === 'extended');
          expect(new Set(noted.map((one) => one.on)).size).toBe(noted.length);
          const status = statusOn(ground, day(on));
          const covered = noted.some((one) => one.on <= on && on <= (one.until ?? ''));
          const ended = status.code === 'withdrawn' || status.code === 'replaced';
          if (!ended) expect(status.code === 'extended').toBe(covered);
          expect(status.reasons.some(({ code }) => code === 'extension-without-ground')).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
