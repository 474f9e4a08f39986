import { expect, test } from 'vitest';
import { given } from './check-given.ts';
import { CountyFile } from './county-file.ts';
import { districtOn } from './districts.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const raw = given.county().find(({ file }) => file === 'county.yaml')?.value as Record<string, unknown>;
const [one = '', other = ''] = CountyFile.parse(raw).municipalities.map(({ code }) => code);

/** The county of the checks, with two districts and the memberships given. */
function countyOf(north: readonly Record<string, unknown>[], south: readonly Record<string, unknown>[]): CountyFile {
  const members = (all: readonly Record<string, unknown>[]) => all.map((member) => ({ municipality: one, certainty: 'source', ...member }));
  return CountyFile.parse({
    ...raw,
    districts: [
      { id: 'north', name: 'Norr', members: members(north) },
      { id: 'south', name: 'Söder', members: members(south) },
    ],
  });
}

test('a municipality that moves is in one district to the last day and in the other from the first', () => {
  const county = countyOf([{ to: '2024-12-31' }], [{ from: '2025-01-01' }]);
  const at = (iso: string) => districtOn(county, one, day(iso))?.id;
  expect([at('2000-01-01'), at('2024-12-31'), at('2025-01-01'), at('2099-01-01')]).toEqual(['north', 'north', 'south', 'south']);
});

test('a municipality is in no district outside the days of its membership, nor one that is no member at all', () => {
  const county = countyOf([{ from: '2024-01-01', to: '2024-12-31' }], [{ from: '2026-01-01' }]);
  expect(['2023-12-31', '2025-06-01'].map((iso) => districtOn(county, one, day(iso)))).toEqual([undefined, undefined]);
  expect(districtOn(county, other, day('2024-06-01'))).toBeUndefined();
});
