/**
 * Calls `stop` once, at the first sign that the process should end: Ctrl-C (SIGINT), SIGTERM, a closed terminal (SIGHUP), or the
 * launcher that started this process (scripts/start.mjs) having died. Then exits: 0 when `stop` succeeds, 1 when it fails
 * or takes more than `patience` milliseconds. A repeated signal changes nothing: Ctrl-C reaches both the launcher and this process.
 */
export function stopOnSignals(stop: (reason: string) => Promise<void>, patience = 20_000): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop(reason).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => begin(signal));
  if (process.channel) process.on('disconnect', () => begin('launcher-gone'));
}
