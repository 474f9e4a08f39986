import { z } from 'zod';
import { standingOf } from '../../domain/agreements/standing.ts';
import type { Status } from '../../domain/agreements/status.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import type { ActivitiesFile, AreasFile, LawFile, SituationFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type ComparedActivity, compareActivities } from '../../domain/responsibilities/compare.ts';
import type { SideAgreements } from '../../domain/responsibilities/compare-side.ts';
import type { NavigatorEntry } from '../../domain/responsibilities/navigator.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { registerOn } from '../agreements/index.ts';
import { allCounties, nationalFile } from '../counties/index.ts';
import { withUnitContacts } from '../organisations/index.ts';
import { navigatorOn } from './navigator-on.ts';

type Entry = NavigatorEntry<Status>;
type Area = AreasFile['areas'][number];

/** A county with those of its agreements that are compared. */
export type ComparedCounty = { readonly county: CountyFile; readonly entries: readonly Entry[] };

export type Comparison = {
  readonly left: ComparedCounty;
  readonly right: ComparedCounty;
  readonly area: Area;
  readonly activities: readonly ComparedActivity[];
  readonly units: ActivitiesFile['units'];
  readonly taxonomy: TaxonomyFile;
  readonly situation: SituationFile;
  readonly law: LawFile;
  readonly on: string;
};

export type ComparisonRefusal = Refusal<'county-not-found' | 'area-not-found' | 'same-county' | 'nothing-to-compare'>;

/**
 * The same activities under the agreements of two counties on a day (default today). Without counties: the first two, by code,
 * that have an agreement in the area; without area: the one that most counties have an agreement in.
 * Refuses `county-not-found`, `area-not-found`, `same-county`, and `nothing-to-compare` when the register has one county or none.
 */
export const readComparison = useCase({
  permission: 'responsibilities.read',
  mode: 'read',
  input: z.strictObject({
    left: CountyCode.optional(),
    right: CountyCode.optional(),
    area: Slug.optional(),
    on: IsoDate.optional(),
  }),
  run: async ({ tx, today, input }): Promise<Comparison | ComparisonRefusal> => {
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const [chosen, activities, taxonomy, situation, law] = await Promise.all([
      choose(tx, input, on),
      nationalFile(tx, 'activities'),
      nationalFile(tx, 'taxonomy'),
      nationalFile(tx, 'situation'),
      nationalFile(tx, 'law'),
    ]);
    if (isRefusal(chosen)) return chosen;
    const [left, right] = await Promise.all([sideOf(tx, chosen.left, chosen.area, on), sideOf(tx, chosen.right, chosen.area, on)]);
    return {
      left: left.shown,
      right: right.shown,
      area: chosen.area,
      activities: compareActivities(activities, { left: left.agreements, right: right.agreements }),
      units: activities.units,
      taxonomy,
      situation,
      law,
      on: on.toString(),
    };
  },
});

type Wanted = { left?: string | undefined; right?: string | undefined; area?: string | undefined };
type Chosen = { left: CountyFile; right: CountyFile; area: Area };

async function choose(tx: Tx, wanted: Wanted, on: Temporal.PlainDate): Promise<Chosen | ComparisonRefusal> {
  const [counties, { areas }, register] = await Promise.all([allCounties(tx), nationalFile(tx, 'areas'), registerOn(tx, on)]);
  const unknown = [wanted.left, wanted.right].find((code) => code !== undefined && !counties.some((county) => county.code === code));
  if (unknown !== undefined) return refuse('county-not-found', { code: unknown });
  if (wanted.area !== undefined && !areas.some(({ id }) => id === wanted.area)) return refuse('area-not-found', { area: wanted.area });
  if (wanted.left !== undefined && wanted.left === wanted.right) return refuse('same-county', { code: wanted.left });
  const havingAgreement = ({ id }: Area) => new Set(register.flatMap(({ agreement }) => (agreement.area === id ? [agreement.county] : [])));
  const [mostCommon] = areas.toSorted((a, b) => havingAgreement(b).size - havingAgreement(a).size);
  const area = areas.find(({ id }) => id === wanted.area) ?? mostCommon;
  if (!area) return refuse('nothing-to-compare');
  const having = havingAgreement(area);
  const [first, second] = counties.toSorted((a, b) => Number(having.has(b.code)) - Number(having.has(a.code)));
  const find = (code: string | undefined) => counties.find((county) => county.code === code);
  const other = (than: CountyFile | undefined) => (first?.code === than?.code ? second : first);
  const left = find(wanted.left) ?? other(find(wanted.right));
  const right = find(wanted.right) ?? other(left);
  return left && right ? { left, right, area } : refuse('nothing-to-compare');
}

/** Agreements of the whole county; those that something has taken the place of only when there is nothing else. */
async function sideOf(
  tx: Tx,
  county: CountyFile,
  area: Area,
  on: Temporal.PlainDate,
): Promise<{ shown: ComparedCounty; agreements: SideAgreements }> {
  const all = (await navigatorOn(tx, county.code, on)).byCounty.get(county.code) ?? [];
  const ofCounty = all.filter(({ compiled }) => compiled.agreement.terms.parties.municipalities === 'all');
  const current = (entries: readonly Entry[]) => entries.filter(({ status }) => standingOf(status.code) !== 'superseded');
  const inArea = ofCounty.filter(({ compiled }) => compiled.agreement.area === area.id);
  const entries = current(inArea).length > 0 ? current(inArea) : inArea;
  const others = current(ofCounty.filter(({ compiled }) => compiled.agreement.area !== area.id));
  const compiledOf = (some: readonly Entry[]) => some.map(({ compiled }) => compiled);
  return {
    shown: { county: await withUnitContacts(tx, county, on), entries },
    agreements: { compared: compiledOf(entries), others: compiledOf(others) },
  };
}
