import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Login } from './connect.ts';

/** How long to wait before a lost connection is made anew, in milliseconds. */
const AGAIN_AFTER = 1_000;

/**
 * Hears what is told on a channel (`pg_notify`), in whichever process it is done, on a connection of its own. `again` is called each time the connection is
 * there, the first time too: what was told before was not heard.
 */
export function listen(login: Login, channel: string, on: { told(payload: string): void; again(): void }): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  const follow = async () => {
    while (!stopped) {
      const own = new pg.Client({ ...login.client, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
      client = own;
      const lost = new Promise<void>((resolve) => {
        own.once('end', resolve);
        own.on('error', () => resolve());
      });
      try {
        await own.connect();
        own.on('notification', ({ payload = '' }) => on.told(payload));
        await own.query(`listen ${pg.escapeIdentifier(channel)}`);
        on.again();
        await lost;
      } catch {
        // The database is away: it is asked again below.
      }
      await own.end().catch(() => undefined);
      if (!stopped) await wait(AGAIN_AFTER, undefined, { ref: false });
    }
  };
  const following = follow();
  const stop = async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
    await following;
  };
  return { stop };
}
