import type { AgreementFile } from '../../counties/agreement-file.ts';
import { normal } from './words.ts';

export type Actors = AgreementFile['actors'];

/**
 * Which actor of one version is which of another: by id, by name, or by standing for the same kinds of unit and the same professions. The id
 * in the second version by the id in the first.
 */
export function matchActors(from: Actors, to: Actors): Map<string, string> {
  const pairs = new Map(Object.keys(from).flatMap((id) => (id in to ? [[id, id] as const] : [])));
  const keys = [
    ({ name }: Actors[string]) => normal(name),
    ({ authority, performers, roles }: Actors[string]) =>
      performers.length > 0 ? JSON.stringify([authority, [...performers].sort(), [...roles].sort()]) : undefined,
  ];
  for (const keyOf of keys) {
    const free = only(from, (id) => !pairs.has(id), keyOf);
    const theirs = only(to, (id) => ![...pairs.values()].includes(id), keyOf);
    for (const [key, id] of free) {
      const other = theirs.get(key);
      if (other !== undefined) pairs.set(id, other);
    }
  }
  return pairs;
}

/** The actors that alone have a key, by that key. */
function only(actors: Actors, isFree: (id: string) => boolean, keyOf: (actor: Actors[string]) => string | undefined): Map<string, string> {
  const groups = Map.groupBy(
    Object.entries(actors).filter(([id]) => isFree(id)),
    ([, actor]) => keyOf(actor),
  );
  return new Map(
    [...groups].flatMap(([key, [first, ...more]]) => (key !== undefined && first && more.length === 0 ? [[key, first[0]]] : [])),
  );
}
