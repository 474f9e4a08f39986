import { once } from 'node:events';
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net';

/** A way to a socket. `hold`: nothing comes through, on old and new connections; `cut`: they are broken, and new ones are too. */
export async function givenThrottle(path: string) {
  const ends: Socket[] = [];
  let state: 'open' | 'held' | 'cut' = 'open';
  const server = createServer((from) => {
    if (state === 'cut') return from.destroy();
    const to = connectTo(path);
    ends.push(from, to);
    from.pipe(to).pipe(from);
    from.on('close', () => to.destroy());
    for (const end of [from, to]) end.on('error', () => end.destroy());
    if (state === 'held') to.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const become = (next: typeof state, act: (end: Socket) => unknown) => () => {
    state = next;
    for (const end of ends) act(end);
  };
  return {
    port: (server.address() as AddressInfo).port,
    hold: become('held', (end) => end.pause()),
    release: become('open', (end) => end.resume()),
    cut: become('cut', (end) => end.destroy()),
    mend: become('open', () => undefined),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
