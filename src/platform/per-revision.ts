import type { Tx } from './db/index.ts';
import { catalogueRevision, databaseOf, toldRevision } from './db/index.ts';

/** What is remembered of one database. */
type Kept<T> = { revision: string | undefined; answers: Map<string, Promise<T>> };

/**
 * Remembers what was made from loaded data, for as long as the data is the same.
 * The answer is a pure function of the database, the catalogue's revision and `key`, so several processes may each remember;
 * a load raises the revision and the next request, in whichever process, makes it anew.
 * `max`: how many keys to keep of each database, the least recently used is dropped first.
 */
export function perRevision<T>(make: (tx: Tx, key: string) => Promise<T>, max = 1): (tx: Tx, key?: string) => Promise<T> {
  const ofDatabase = new WeakMap<object, Kept<T>>();
  const keptOf = (tx: Tx): Kept<T> => {
    const database = databaseOf(tx);
    const known = ofDatabase.get(database);
    if (known) return known;
    const begun = { revision: undefined, answers: new Map() };
    ofDatabase.set(database, begun);
    return begun;
  };
  return async (tx, key = '') => {
    const kept = keptOf(tx);
    const remembered = kept.revision !== undefined && (await toldRevision(tx)) === kept.revision ? find(kept.answers, key) : undefined;
    if (remembered) return remembered;
    // Whatever is made from here on is made of what this transaction sees, and is kept under its revision.
    const current = await catalogueRevision(tx);
    if (current !== kept.revision) {
      kept.revision = current;
      kept.answers = new Map();
    }
    const store = kept.answers;
    const found = find(store, key);
    if (found) return found;
    const made = make(tx, key);
    store.set(key, made);
    made.catch(() => store.delete(key));
    if (store.size > max) store.delete(store.keys().next().value ?? '');
    return made;
  };
}

/** What is kept under the key, which is then the most recently used. */
function find<T>(answers: Map<string, Promise<T>>, key: string): Promise<T> | undefined {
  const found = answers.get(key);
  if (!found) return undefined;
  answers.delete(key);
  answers.set(key, found);
  return found;
}
