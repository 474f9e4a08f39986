import { z } from 'zod';
import { NATIONAL_NAMES, type National, type NationalName } from '../../domain/counties/check-kinds.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { CountyCode } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { allCounties, countyOf, loadedDay, nationalFile } from './counties.ts';

/** Every county in the register, by code. */
export const readCounties = useCase({
  permission: 'counties.read',
  mode: 'read',
  input: z.strictObject({}),
  run: ({ tx }) => allCounties(tx),
});

/** What the layout of every page shows of the register: the counties to choose among, and the day its data was loaded. */
export const readRegister = useCase({
  permission: 'counties.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx }) => ({ counties: await allCounties(tx), loaded: await loadedDay(tx) }),
});

/** One county. Refuses `county-not-found`. */
export const readCounty = useCase({
  permission: 'counties.read',
  mode: 'read',
  input: z.strictObject({ code: CountyCode }),
  run: async ({ tx, input }): Promise<CountyFile | ReturnType<typeof refuse<'county-not-found'>>> =>
    (await countyOf(tx, input.code)) ?? refuse('county-not-found', { code: input.code }),
});

const readNationalFile = useCase({
  permission: 'counties.read',
  mode: 'read',
  input: z.strictObject({ name: z.enum(NATIONAL_NAMES) }),
  run: ({ tx, input }): Promise<National[NationalName]> => nationalFile(tx, input.name),
});

/** The municipality codes of a county; empty when the county is not in the register. */
export async function municipalitiesOf(scope: Scope, county: string): Promise<string[]> {
  const found = await readCounty(scope, { code: county });
  return isRefusal(found) ? [] : found.municipalities.map(({ code }) => code);
}

/** A national file (`taxonomy`, `areas`, `situation` …), typed by its name. */
export async function readNational<Name extends NationalName>(scope: Scope, input: { name: Name }): Promise<National[Name] | Refusal> {
  return (await readNationalFile(scope, input)) as National[Name] | Refusal;
}
