import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { readCounty } from './read-counties.ts';

/** What a joint body of a county is called, or undefined when the county has no such body. */
export async function bodyName(scope: Scope, county: string, body: string): Promise<string | undefined> {
  const found = await readCounty(scope, { code: county });
  return isRefusal(found) ? undefined : found.bodies.find(({ id }) => id === body)?.name;
}
