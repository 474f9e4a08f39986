import { z } from 'zod';
import type { LocalWays } from '../../domain/agreements/local-ways.ts';
import type { Status } from '../../domain/agreements/status.ts';
import { versionToRead } from '../../domain/agreements/version-on.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import type { DeadlinesFile, LawFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { compileAgreement } from '../../domain/responsibilities/compile-agreement.ts';
import { type MatrixOf, matrixOf } from '../../domain/responsibilities/matrix.ts';
import { rowsMatching } from '../../domain/responsibilities/matrix-filter.ts';
import { useCase } from '../../platform/index.ts';
import { rulesOn } from '../agreements/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';
import { localWaysOn, placesWithWays } from './local-ways-on.ts';
import { type PlaceParties, partiesOn } from './parties-on.ts';

/** What a reader narrows a matrix by: ids of the national vocabulary. */
export const MatrixFilterInput = z.strictObject({
  performer: Slug.optional(),
  role: Slug.optional(),
  ageGroup: Slug.optional(),
  severity: Slug.optional(),
  condition: Slug.optional(),
});

export type MatrixReading = {
  readonly agreement: AgreementFile;
  readonly status: Status;
  readonly matrix: MatrixOf;
  readonly shown: number;
  readonly taxonomy: TaxonomyFile;
  readonly law: LawFile;
  /** The catalogue of time limits that rows point into. */
  readonly deadlines: DeadlinesFile;
  readonly on: string;
  readonly county: CountyFile | undefined;
  /** For whom of the place, or of the county, the version of the day is not known to be in force. */
  readonly parties: PlaceParties;
  /** The municipalities where a local agreement says how the rows are met; which of them was asked for, and how it is there. */
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly place: { readonly code: string; readonly name: string } | undefined;
  readonly local: LocalWays;
  /** The label of the version to read on the day, which another was asked for instead of when they differ. */
  readonly current: string;
};

/**
 * The responsibility matrix of an agreement on a day (default today), narrowed by the filter; duties that always hold stay. With a `municipality` it is told
 * how the rows are met there, where a local agreement that applies says so.
 * Refuses `agreement-not-found`, and `version-not-found` when `label` names no held version.
 */
export const readMatrix = useCase({
  permission: 'responsibilities.read',
  mode: 'read',
  input: z.strictObject({
    slug: Slug,
    on: IsoDate.optional(),
    label: z.string().max(60).optional(),
    municipality: MunicipalityCode.optional(),
    filter: MatrixFilterInput.default({}),
  }),
  run: async ({ tx, today, input }) => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found = await rulesOn(tx, input, on);
    if (isRefusal(found)) return found;
    const { agreement, status } = found;
    const [taxonomy, situation, law, deadlines] = await Promise.all([
      nationalFile(tx, 'taxonomy'),
      nationalFile(tx, 'situation'),
      nationalFile(tx, 'law'),
      nationalFile(tx, 'deadlines'),
    ]);
    const codes = await placesWithWays(tx, agreement, on);
    const county = await countyOf(tx, agreement.county);
    const municipalities = county?.municipalities ?? [];
    const places = municipalities.filter(({ code }) => codes.includes(code));
    const place = places.find(({ code }) => code === input.municipality);
    const kept = new Set(rowsMatching(compileAgreement(agreement), input.filter, { taxonomy, situation }).map(({ row }) => row.id));
    const reading: MatrixReading = {
      agreement,
      status,
      matrix: matrixOf(agreement, (row) => kept.has(row.id)),
      shown: kept.size,
      taxonomy,
      law,
      deadlines,
      on: on.toString(),
      county,
      parties: await partiesOn(tx, { county: agreement.county, ...(place ? { municipality: place.code } : {}) }, on),
      places,
      place,
      local: await localWaysOn(tx, place?.code, on),
      current: versionToRead(found.versions, on).version.label,
    };
    return reading;
  },
});
