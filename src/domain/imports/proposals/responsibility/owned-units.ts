import type { ActorPattern } from '../actor-patterns.ts';
import { type FoundActor, findActors, findUnit } from '../find-actors.ts';

const GENITIVE = /s$/u;

/** An owner and the single word after it, when that names a unit. */
function withUnit(text: string, owner: FoundActor, next: number): FoundActor {
  const word = GENITIVE.test(owner.name) ? /^ [\p{L}-]+/u.exec(text.slice(owner.to, next))?.[0] : undefined;
  const unit = word === undefined ? undefined : findUnit(word);
  if (word === undefined || !unit || unit.name !== word.trim()) return owner;
  const to = owner.to + word.length;
  return { ...owner, name: text.slice(owner.from, to), to };
}

/**
 * The actors of a text, with what belongs to one of them as one: `regionens läkare`, `Socialtjänstens mottagning` are their owner's, by the whole
 * name. Of an owner and an actor that the vocabulary knows (`kommunens socialtjänst`) the latter is left.
 */
export function findDoers(text: string, patterns: readonly ActorPattern[]): FoundActor[] {
  const all = findActors(text, patterns);
  const doers: FoundActor[] = [];
  for (const [at, one] of all.entries()) {
    const owner = doers.at(-1);
    const isOwned = owner !== undefined && GENITIVE.test(owner.name) && text.slice(owner.to, one.from) === ' ';
    if (isOwned && one.authority === 'unknown') doers[doers.length - 1] = { ...owner, name: text.slice(owner.from, one.to), to: one.to };
    else if (isOwned && one.authority === owner.authority) doers[doers.length - 1] = one;
    else doers.push(withUnit(text, one, all[at + 1]?.from ?? text.length));
  }
  return doers;
}
