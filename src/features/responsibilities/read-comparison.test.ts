import { describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { comparisonCsv } from './compare-csv.ts';
import { type Comparison, readComparison } from './read-comparison.ts';

const ask = async (input: Parameters<typeof readComparison>[1]) =>
  readComparison({ runtime: { database: await givenDatabase(), clock: givenClock() }, actor: PUBLIC }, input);

async function compared(input: Parameters<typeof readComparison>[1]): Promise<Comparison> {
  const found = await ask(input);
  return isRefusal(found) ? expect.fail(found.code) : found;
}

describe('which counties are compared', () => {
  test.each<[string, Parameters<typeof readComparison>[1], [string, string, string]]>([
    ['the first two with an agreement in the most common area', {}, ['06', '20', 'missbruk-beroende']],
    ['the one asked for, and the first other', { left: '20' }, ['20', '06', 'missbruk-beroende']],
    ['the one asked for to the right', { right: '06' }, ['20', '06', 'missbruk-beroende']],
    ['a third county that no code knows', { left: '99', right: '20' }, ['99', '20', 'missbruk-beroende']],
    ['those with an agreement in the area first', { area: 'psykiatriska-tillstand' }, ['06', '20', 'psykiatriska-tillstand']],
  ])('%s', async (_name, input, expected) => {
    const { left, right, area } = await compared(input);
    expect([left.county.code, right.county.code, area.id]).toEqual(expected);
  });

  test.each([
    ['county-not-found', { left: '01' }],
    ['area-not-found', { area: 'trafik' }],
    ['same-county', { left: '06', right: '06' }],
  ] as const)('refuses with %s', async (code, input) => {
    expect(await ask(input)).toMatchObject({ refused: true, code });
  });
});

describe('what is compared', () => {
  test('the status of the agreements is that of the day asked about', async () => {
    const statusOn = async (on: string) => (await compared({ on })).right.entries.map(({ status }) => status.code);
    expect([await statusOn('2024-06-30'), await statusOn('2025-01-15'), await statusOn('2026-11-22')]).toEqual([
      ['in-force'],
      ['unknown'],
      ['expired'],
    ]);
  });

  test('a county without an agreement in the area is not said to differ', async () => {
    const { right, activities } = await compared({ area: 'psykiatriska-tillstand', left: '06', right: '20' });
    expect(right.entries).toEqual([]);
    expect(new Set(activities.map(({ verdict }) => verdict))).toEqual(new Set(['not-held']));
  });

  test('the CSV has a line an activity, with the difference in words and the rows of both sides', async () => {
    const comparison = await compared({});
    const lines = comparisonCsv(comparison).split('\r\n');
    expect(lines).toHaveLength(comparison.activities.length + 2);
    const tapering = lines.find((line) => line.startsWith('Nedtrappning'));
    for (const text of ['Skiljer sig', 'Primärvården ansvarar i Jönköpings län', 'vissa läkemedel', 'JA-26', 'JA-28', 'DAL-05']) {
      expect(tapering).toContain(text);
    }
  });

  test('never says that someone alone has a responsibility', async () => {
    expect(comparisonCsv(await compared({}))).not.toMatch(/\b(bara|endast|enbart|ensam)\b/i);
  });
});
