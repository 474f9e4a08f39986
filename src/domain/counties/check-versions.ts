import { AgreementFile, EarlierVersion } from './agreement-file.ts';
import { type Fault, fault, type Path } from './check-fault.ts';
import type { DataFile } from './check-kinds.ts';
import { isMapping, pieces, texts, valueAt } from './check-select.ts';
import { ExtensionTerm, ValidityTerm } from './terms.ts';

type Period = { readonly from: string; readonly to?: string | undefined };
type Held = Period & { readonly file: string; readonly slug: string; readonly path: Path; readonly label?: string };

/** Periods of an agreement that end before they begin, and an extension of something that has no end. */
export function checkPeriods(file: string, agreement: unknown): Fault[] {
  const backwards = [
    ...pieces(agreement, 'version', AgreementFile.shape.version),
    ...pieces(agreement, 'terms.validity', ValidityTerm),
    ...pieces(agreement, 'earlier.*', EarlierVersion),
  ].flatMap(({ path, value }) => endsBeforeStart(file, path, value));
  const validity = pieces(agreement, 'terms.validity', ValidityTerm)[0];
  const extension = pieces(agreement, 'terms.extension', ExtensionTerm)[0];
  if (!extension || !validity || validity.value.to !== undefined) return backwards;
  return [...backwards, fault(file, extension.path, 'extension-without-end', {})];
}

/** A period whose last day is before its first. */
export function endsBeforeStart(file: string, path: Path, { from, to }: { from?: string | undefined; to?: string | undefined }): Fault[] {
  return from !== undefined && to !== undefined && to < from ? [fault(file, [...path, 'to'], 'ends-before-start', { from, to })] : [];
}

/** Do two periods share a day? An absent start reaches back for ever, an absent end on for ever. */
export function overlaps(
  a: { from?: string | undefined; to?: string | undefined },
  b: { from?: string | undefined; to?: string | undefined },
): boolean {
  return (a.to === undefined || b.from === undefined || b.from <= a.to) && (b.to === undefined || a.from === undefined || a.from <= b.to);
}

/**
 * Versions of the same agreement that apply on the same day, bear the same label, or disagree on what the agreement is.
 * Earlier versions that we only know of count when their last day is known.
 */
export function checkVersions(agreements: readonly DataFile[]): Fault[] {
  const faults: Fault[] = [];
  const seen: Held[] = [];
  for (const { file, value } of agreements) {
    for (const version of versionsOf(file, value)) {
      for (const other of seen) if (other.slug === version.slug) faults.push(...compare(version, other));
      seen.push(version);
    }
  }
  return [...faults, ...agreements.flatMap((agreement, index) => differs(agreement, agreements.slice(0, index)))];
}

function versionsOf(file: string, value: unknown): Held[] {
  const slug = texts(value, 'slug')[0]?.value;
  if (slug === undefined) return [];
  const own = pieces(value, 'version', AgreementFile.shape.version).map(({ path, value: version }) => ({ ...version, file, slug, path }));
  const earlier = pieces(value, 'earlier.*', EarlierVersion).flatMap(({ path, value: { from, to } }) =>
    to ? [{ from, to, file, slug, path }] : [],
  );
  return [...own, ...earlier];
}

function compare(version: Held, other: Held): Fault[] {
  const where = other.file;
  const faults: Fault[] = [];
  if (version.label !== undefined && version.label === other.label) {
    faults.push(fault(version.file, [...version.path, 'label'], 'duplicate-version', { label: version.label, other: where }));
  }
  if (overlaps(version, other)) {
    faults.push(fault(version.file, version.path, 'versions-overlap', { period: show(version), other: where, otherPeriod: show(other) }));
  }
  return faults;
}

function show({ from, to }: Period): string {
  return `${from}–${to ?? ''}`;
}

/** All versions of an agreement are of the same kind, in the same area, under the same parent. */
function differs({ file, value }: DataFile, before: readonly DataFile[]): Fault[] {
  const slug = texts(value, 'slug')[0]?.value;
  const other = before.find((candidate) => slug !== undefined && valueAt(candidate.value, ['slug']) === slug);
  if (!other || !isMapping(value)) return [];
  return (['kind', 'area', 'parent'] as const).flatMap((field) => {
    const theirs = valueAt(other.value, [field]);
    if (value[field] === theirs) return [];
    return [
      fault(file, field in value ? [field] : [], 'versions-differ', {
        field,
        other: other.file,
        value: typeof theirs === 'string' ? theirs : '',
      }),
    ];
  });
}
