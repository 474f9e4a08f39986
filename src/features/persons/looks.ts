import type { Look } from '../../platform/index.ts';
import type { Purpose } from './load-record.ts';

type Seen = { readonly id: string; readonly owner: { readonly id: string }; readonly purpose: Purpose };

/** The log's row for a look at, or a change of, one record. Without an answer it was refused, and only the id that was asked for is known. */
export function lookAt(person: string, seen: Seen | undefined, details: Look['details'] = {}): Look[] {
  return [{ person, owner: seen?.owner.id ?? null, record: { kind: 'person', id: person }, purpose: seen?.purpose, details }];
}
