import { Actor } from './agreement-file.ts';
import { type Fault, fault } from './check-fault.ts';
import { isMapping, pieces, texts, valueAt } from './check-select.ts';

/**
 * Actors that no row uses, groups of actors that contain themselves, and a matrix in columns without any column.
 * An actor is in use when a row names it, when another actor includes it, or when the source prints it as a column. A local agreement has the actors of
 * its parent, whether its own rows need them or not.
 */
export function checkActors(file: string, agreement: unknown): Fault[] {
  const actors = valueAt(agreement, ['actors']);
  if (!isMapping(actors)) return [];
  const includes = new Map(Object.keys(actors).map((id) => [id, texts(actors[id], 'includes.*').map(({ value }) => value)]));
  const used = new Set([
    ...texts(agreement, 'responsibilities.*.actors.*.actor').map(({ value }) => value),
    ...[...includes.values()].flat(),
  ]);
  const own = valueAt(agreement, ['kind']) === 'local' ? [] : pieces(agreement, 'actors.*', Actor);
  const unused = own.flatMap(({ path, value }) => {
    const id = String(path.at(-1));
    return used.has(id) || value.column !== undefined ? [] : [fault(file, path, 'unused-actor', { actor: id })];
  });
  const circular = [...includes.keys()].flatMap((id) => {
    const chain = chainBack(id, includes);
    return chain ? [fault(file, ['actors', id, 'includes'], 'circular-actors', { chain })] : [];
  });
  return [...unused, ...circular, ...columns(file, agreement, actors)];
}

/** The way from an actor through what it includes back to itself, if there is one. */
function chainBack(start: string, includes: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const search = (id: string, chain: readonly string[]): string[] | undefined => {
    for (const next of includes.get(id) ?? []) {
      if (next === start) return [...chain, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...chain, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(start, [start]);
}

function columns(file: string, agreement: unknown, actors: Record<string, unknown>): Fault[] {
  if (valueAt(agreement, ['matrix', 'layout']) !== 'columns') return [];
  const some = Object.values(actors).some((actor) => isMapping(actor) && actor.column !== undefined);
  return some ? [] : [fault(file, ['matrix', 'layout'], 'no-columns', {})];
}
