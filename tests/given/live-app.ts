import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { liveSections } from '../../src/features/drafts/index.ts';
import { liveNotes } from '../../src/features/plans/index.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { serveLive, severalRooms } from '../../src/platform/live/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { type givenApp, givenClock } from './app.ts';
import { givenDatabase } from './database.ts';
import { givenKeyRing } from './logged-in.ts';

export type LiveServer = { readonly base: string; readonly port: number; close(): Promise<void> };

/** An application of `givenApp` on a free port, with what several write in at the same time. `pause`: how soon it is saved, in milliseconds; `change`: its database, as it is to be. */
export async function serveLiveApp(
  app: Awaited<ReturnType<typeof givenApp>>,
  pause = 40,
  change: (database: Database) => Database = (database) => database,
  clock: Clock = givenClock(),
): Promise<LiveServer> {
  const runtime = { database: change(await givenDatabase()), clock, keys: givenKeyRing() };
  const server = createServer(getRequestListener(app.fetch));
  const live = serveLive(server, {
    runtime,
    log: createLog('silent'),
    rooms: severalRooms(liveSections(runtime, { pause }), liveNotes(runtime, { gather: 1 })),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await live.stop();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { base: `http://localhost:${port}`, port, close };
}
