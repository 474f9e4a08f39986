import type { AgreementFile } from '../counties/agreement-file.ts';

type Version = AgreementFile['version'];

/** Which text applied on a day: a version we hold, one we know of but do not hold, or none. */
export type TextOn<V> =
  | { readonly kind: 'held'; readonly version: V }
  | { readonly kind: 'not-held'; readonly label: string; readonly from: string; readonly to?: string }
  | { readonly kind: 'none' };

/**
 * The text of an agreement on a day. Versions never overlap, so at most one is found.
 * `versions`: every held version. `earlier`: versions known by dates only.
 */
export function textOn<V extends { version: Version; earlier: AgreementFile['earlier'] }>(
  versions: readonly V[],
  on: Temporal.PlainDate,
): TextOn<V> {
  const day = on.toString();
  const covers = (period: { from: string; to?: string | undefined }) => period.from <= day && (!period.to || day <= period.to);
  // Of several that say no last day, the latest has taken the place of the others.
  const held = versions.filter((candidate) => covers(candidate.version)).sort((a, b) => b.version.from.localeCompare(a.version.from))[0];
  if (held) return { kind: 'held', version: held };
  const earlier = versions.flatMap((candidate) => candidate.earlier).find(covers);
  if (earlier) return { kind: 'not-held', label: earlier.label, from: earlier.from, ...(earlier.to ? { to: earlier.to } : {}) };
  return { kind: 'none' };
}

/**
 * The last day of each version, in the order given: the day before the next begins, or the day that it says itself where that comes first. Undefined for one
 * that applies until further notice.
 */
export function lastDays(versions: readonly { readonly from: string; readonly to?: string | undefined }[]): (string | undefined)[] {
  return versions.map(({ from, to }) => {
    const next = versions
      .map((other) => other.from)
      .filter((other) => other > from)
      .sort()[0];
    if (next === undefined) return to;
    const before = Temporal.PlainDate.from(next).subtract({ days: 1 }).toString();
    return to !== undefined && to < before ? to : before;
  });
}

/** The version to read on a day: the one in force, else the latest that had begun, else the first. Throws on an empty list. */
export function versionToRead<V extends { version: Version }>(versions: readonly V[], on: Temporal.PlainDate): V {
  const sorted = [...versions].sort((a, b) => a.version.from.localeCompare(b.version.from));
  const begun = sorted.filter((candidate) => candidate.version.from <= on.toString());
  const found = begun.at(-1) ?? sorted[0];
  if (!found) throw new Error('an agreement without versions');
  return found;
}
