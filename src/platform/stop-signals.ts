/** Where to say what must be closed before the process ends. What was said last is closed first. */
export type Stopping = {
  beforeEnd(close: () => Promise<void>): void;
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
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    try {
      for (const close of closings.reverse()) await close();
      process.exit(0);
    } catch {
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  if (process.channel) process.on('disconnect', () => void stop());
  return {
    beforeEnd: (close) => void closings.push(close),
    get begun() {
      return stopping;
    },
  };
}
