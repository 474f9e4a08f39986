import { describe, expect, test } from 'vitest';
import { AgreementFile } from '../counties/agreement-file.ts';
import { given } from '../counties/check-given.ts';
import { actionPlan, isLate, planCounts } from './action-plan.ts';
import { localWays, wayKey } from './local-ways.ts';
import type { Status, StatusCode } from './status.ts';

const fileOf = (name: string): AgreementFile => AgreementFile.parse(given.county().find(({ file }) => file.endsWith(name))?.value);
const local = fileOf('prov-lokal.yaml');
const parent = fileOf('prov-beroende.yaml');
const on = (code: StatusCode, agreement = local) => ({ agreement, status: { code } as Status });
const key = wayKey('prov-beroende', 'PR-02');

describe('local ways', () => {
  test('are told in the municipalities that are parties, and nowhere else', () => {
    expect(
      localWays([on('in-force')], '9801')
        .get(key)
        ?.map(({ row }) => row),
    ).toEqual(['PR-02']);
    expect(localWays([on('in-force')], '9802').size).toBe(0);
  });

  test('are never told of an agreement that is not certainly in force', () => {
    for (const code of ['expired', 'unknown', 'proposal', 'not-yet', 'replaced', 'withdrawn'] as const) {
      expect(localWays([on(code)], '9801').size).toBe(0);
    }
    expect(localWays([on('extended')], '9801').size).toBe(1);
  });

  test('are not told of a row of which nothing is written', () => {
    const blank = { ...local, local: { answers: {}, rows: { 'PR-02': { activity: 'Stöd', by: [], status: 'not-begun' as const } } } };
    expect(localWays([on('in-force', blank)], '9801').size).toBe(0);
  });
});

describe('an action plan', () => {
  const plan = actionPlan(local.local, parent, [{ id: 'ny', text: 'Ny fråga?', heading: 'Hur' }], 'Övrigt');

  test('has every responsibility of the parent, also those of which nothing is written', () => {
    expect(plan.filter(({ of }) => of === 'row').map(({ id, practice }) => [id, practice?.status])).toEqual([
      ['PR-01', undefined],
      ['PR-02', 'not-applicable'],
    ]);
    expect(planCounts(plan)).toEqual({ 'not-begun': 0, ongoing: 0, done: 1, 'not-applicable': 1, untold: 2 });
  });

  test('keeps what is written of a row or question that is gone, by the words it had', () => {
    const none = actionPlan(local.local, undefined, [], 'Övrigt');
    expect(none.map(({ what, heading }) => [what, heading])).toEqual([
      ['Stöd', 'Övrigt'],
      ['Vilka når ni inte?', 'Övrigt'],
    ]);
  });

  test('is late the day after the last one, and only what is still to do', () => {
    const step = { by: [], until: '2026-03-31', status: 'ongoing' as const };
    expect([isLate(step, '2026-03-31'), isLate(step, '2026-04-01'), isLate({ ...step, status: 'done' }, '2026-04-01')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
