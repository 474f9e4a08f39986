import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { formatTag } from '../../ui/index.ts';
import { readCounty, readNational } from '../counties/index.ts';

/** The kinds of unit that there are, by their names in the national taxonomy. */
export async function kindOptions(scope: Scope): Promise<{ value: string; label: string }[]> {
  const taxonomy = await readNational(scope, { name: 'taxonomy' });
  if (isRefusal(taxonomy)) return [];
  return taxonomy.performers.map(({ id, label }) => ({ value: id, label: formatTag(label) }));
}

/** What each kind is called. */
export async function kindNames(scope: Scope): Promise<ReadonlyMap<string, string>> {
  return new Map((await kindOptions(scope)).map(({ value, label }) => [value, label]));
}

/** The municipalities of a county. */
export async function municipalityChoices(scope: Scope, county: string): Promise<{ value: string; label: string }[]> {
  const found = await readCounty(scope, { code: county });
  return isRefusal(found) ? [] : found.municipalities.map(({ code, name }) => ({ value: code, label: name }));
}

/** Whom a unit serves, in words. `names`: of the county's municipalities by code. */
export function servesText(serves: readonly string[], names: ReadonlyMap<string, string>, everyone: string): string {
  if (serves.length === 0 || (names.size > 0 && [...names.keys()].every((code) => serves.includes(code)))) return everyone;
  return serves.map((code) => names.get(code) ?? code).join(', ');
}
