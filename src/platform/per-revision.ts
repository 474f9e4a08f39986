import type { Tx } from './db/index.ts';
import { catalogueRevision, toldRevision } from './db/index.ts';

/**
 * Remembers what was made from loaded data, for as long as the data is the same.
 * The answer is a pure function of the catalogue's revision and `key`, so several processes may each remember;
 * a load raises the revision and the next request, in whichever process, makes it anew.
 * `max`: how many keys to keep, the least recently used is dropped first.
 */
export function perRevision<T>(make: (tx: Tx, key: string) => Promise<T>, max = 1): (tx: Tx, key?: string) => Promise<T> {
  let revision: string | undefined;
  let kept = new Map<string, Promise<T>>();
  const find = (key: string) => {
    const found = kept.get(key);
    if (!found) return undefined;
    kept.delete(key);
    kept.set(key, found);
    return found;
  };
  return async (tx, key = '') => {
    const remembered = revision !== undefined && (await toldRevision(tx)) === revision ? find(key) : undefined;
    if (remembered) return remembered;
    // Whatever is made from here on is made of what this transaction sees, and is kept under its revision.
    const current = await catalogueRevision(tx);
    if (current !== revision) {
      revision = current;
      kept = new Map();
    }
    const found = find(key);
    if (found) return found;
    const made = make(tx, key);
    const store = kept;
    store.set(key, made);
    made.catch(() => store.delete(key));
    if (store.size > max) store.delete(store.keys().next().value ?? '');
    return made;
  };
}
