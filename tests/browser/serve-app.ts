import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { givenApp } from '../given/app.ts';

export type AppServer = { readonly base: string; close(): Promise<void> };

/** The whole application on a free port, on the database of this test file; or one that is given. */
export async function serveApp(given?: Awaited<ReturnType<typeof givenApp>>): Promise<AppServer> {
  const app = given ?? (await givenApp());
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { base: `http://127.0.0.1:${port}`, close };
}
