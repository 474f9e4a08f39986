/** Where to say what must be closed before the process ends. What was said last is closed first. */
export type Stopping = {
  beforeEnd(close: () => Promise<void>): void;
  /** Closes what is open, for a start that failed half-way. Nothing is closed twice. */
  close(): Promise<void>;
  /** Has it begun? Whatever fails from then on fails because things are being closed. */
  readonly begun: boolean;
};

/**
 * From now on, ends the process in order at the first sign that it should: Ctrl-C (SIGINT), SIGTERM, a closed terminal (SIGHUP), or the
 * launcher that started it (scripts/start.mjs) being gone. Exit code 0; 1 when a closing fails or all of it takes more than `patience` ms.
 * A repeated signal changes nothing: Ctrl-C reaches the launcher, which passes it on, as well as this process.
 * Call it first of all, so that a start can be stopped half-way.
 */
export function stopOnSignals(patience = 20_000): Stopping {
  const closings: (() => Promise<void>)[] = [];
  let stopping = false;
  const close = async () => {
    for (const one of closings.splice(0).reverse()) await one();
  };
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    try {
      await close();
      process.exit(0);
    } catch {
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  if (process.channel) process.on('disconnect', () => void stop());
  return {
    beforeEnd: (one) => void closings.push(one),
    close,
    get begun() {
      return stopping;
    },
  };
}
