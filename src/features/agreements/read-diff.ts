import { z } from 'zod';
import { diffVersions, type VersionDiff } from '../../domain/agreements/diff/diff-versions.ts';
import { type Touched, touchedBy } from '../../domain/agreements/diff/touched-by.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { perRevision, type Tx, useCase } from '../../platform/index.ts';
import { countyOf } from '../counties/index.ts';
import { agreementsOfCountyOn, versionOn } from './catalogue.ts';
import { type DiffNames, namesFor } from './diff-names.ts';

/** What changed, what that touches today, and the names that telling it needs. `held`: the labels of every version, oldest first. */
export type DiffReading = {
  readonly diff: VersionDiff;
  readonly touched: Touched;
  readonly names: DiffNames;
  readonly held: readonly string[];
};

const Label = z.string().max(60);
type Wanted = { readonly slug: string; readonly from?: string | undefined; readonly to?: string | undefined };

/** Two versions are compared in some milliseconds, large ones in some hundred: the last few are kept. */
const diffs = perRevision(async (tx, key): Promise<VersionDiff> => {
  const { slug, from, to } = JSON.parse(key) as { slug: string; from: string; to: string };
  const versions = await versionsOf(tx, slug);
  const of = (label: string) => versions.find(({ version }) => version.label === label);
  const [a, b] = [of(from), of(to)];
  if (!a || !b) throw new Error(`a version of ${slug} is gone`);
  return diffVersions(a, b, await municipalitiesIn(tx, a.county));
}, 8);

/**
 * What changed between two versions of an agreement, by their labels, in text and in meaning, and what that touches as the county's agreements
 * are today. Without labels: the two latest; without one of them: the version before or after the other. Refuses `agreement-not-found`,
 * `version-not-found`, and `nothing-to-compare` when only one version is held and not both labels are given.
 */
export const readDiff = useCase({
  permission: 'agreements.read',
  mode: 'read',
  input: z.strictObject({ slug: Slug, from: Label.optional(), to: Label.optional() }),
  run: async ({ tx, today, input }) => {
    const found = await versionOn(tx, { slug: input.slug }, today);
    if (isRefusal(found)) return found;
    const held = labelsOf(found.versions);
    const chosen = chosenOf(held, input);
    if (isRefusal(chosen)) return chosen;
    const diff = await diffs(tx, JSON.stringify({ slug: input.slug, ...chosen }));
    const county = await countyOf(tx, diff.to.county);
    const others = (await agreementsOfCountyOn(tx, diff.to.county, today)).map(({ agreement }) => agreement);
    const touched = touchedBy(diff, { contacts: county?.contacts ?? [] }, others);
    const reading: DiffReading = { diff, touched, names: await namesFor(tx, county, others), held };
    return reading;
  },
});

function labelsOf(versions: readonly AgreementFile[]): string[] {
  return [...versions].sort((a, b) => (a.version.from < b.version.from ? -1 : 1)).map(({ version }) => version.label);
}

function chosenOf(
  held: readonly string[],
  { slug, from, to }: Wanted,
): { from: string; to: string } | Refusal<'version-not-found' | 'nothing-to-compare'> {
  const unknown = Object.entries({ from, to }).find(([, label]) => label !== undefined && !held.includes(label));
  if (unknown) return refuse('version-not-found', { slug, label: unknown[1], at: `query:/${unknown[0]}` });
  const beside = (label: string, step: 1 | -1) => held[held.indexOf(label) + step] ?? held[held.indexOf(label) - step];
  const last = to ?? (from === undefined ? held.at(-1) : beside(from, 1));
  const first = from ?? (last === undefined ? undefined : beside(last, -1));
  return first === undefined || last === undefined ? refuse('nothing-to-compare', { slug }) : { from: first, to: last };
}

async function versionsOf(tx: Tx, slug: string): Promise<readonly AgreementFile[]> {
  const found = await versionOn(tx, { slug }, Temporal.PlainDate.from('2000-01-01'));
  return isRefusal(found) ? [] : found.versions;
}

async function municipalitiesIn(tx: Tx, code: string): Promise<string[]> {
  const county = await countyOf(tx, code);
  return county?.municipalities.map((one) => one.code) ?? [];
}
