import type { JobKind, Runtime, Tx } from '../../platform/index.ts';
import { rebuildSearch } from './rebuild.ts';
import { listWaiting, takeWaiting } from './waiting.sql.ts';

/**
 * The work of finding what was published here: the whole index is made anew, as the owner, once for all publications that wait. `asOwner` is the worker's.
 */
export function indexPublished({ database }: Runtime, asOwner: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>): JobKind {
  return {
    queue: 'index-published',
    waiting: () => database.transaction('read', listWaiting),
    run: () =>
      asOwner(async (tx) => {
        if (await takeWaiting(tx)) await rebuildSearch(tx);
      }),
  };
}
