type Waiting<Item> = { readonly item: Item; readonly stored: () => void; readonly failed: (error: unknown) => void };

/** How many may be stored at a time, and how many may wait; `overload` is thrown for those above. */
export type GroupLimits = { readonly mostInBatch: number; readonly mostWaiting: number; readonly overload: () => Error };

/**
 * Stores what is given, together with what others give at the same time: what comes when nothing is under way is stored at once, what comes
 * meanwhile is gathered and stored when that is done. No timer: the cost of a commit is shared exactly when there is something to share it with.
 * Resolves when `store` has resolved with the item; rejects as `store` did, with all of its batch.
 */
export function groupCommit<Item>(store: (items: Item[]) => Promise<void>, { mostInBatch, mostWaiting, overload }: GroupLimits) {
  let waiting: Waiting<Item>[] = [];
  let flushing = false;

  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostInBatch);
      waiting = waiting.slice(mostInBatch);
      try {
        await store(batch.map(({ item }) => item));
        for (const { stored } of batch) stored();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    flushing = false;
  };

  return async (item: Item): Promise<void> => {
    if (waiting.length >= mostWaiting) throw overload();
    await new Promise<void>((stored, failed) => {
      waiting.push({ item, stored, failed });
      if (flushing) return;
      flushing = true;
      // After this turn of the event loop: those who ask in it come along.
      setImmediate(() => void flush());
    });
  };
}
