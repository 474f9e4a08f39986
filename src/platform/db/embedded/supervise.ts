import { briefly, StartFault, startFault } from '../../start-fault.ts';
import { type ServerOptions, type ServerProcess, startServer } from './server.ts';

/** A server that goes down once more after this many restarts within a minute is left down. */
const MOST_RESTARTS = 3;

/** A server that is started again when it dies; `lost` resolves when that no longer helps. */
export type SupervisedServer = { readonly lost: Promise<StartFault>; stop(): Promise<void> };

/** Starts the server and keeps it running until `stop`. Throws what `startServer` throws the first time. */
export async function supervise(options: ServerOptions): Promise<SupervisedServer> {
  const lost = Promise.withResolvers<StartFault>();
  let stopping = false;
  let current: Promise<ServerProcess> = startServer(options);
  await current;

  const watch = async () => {
    let restarts: number[] = [];
    for (;;) {
      await (await current).ended;
      if (stopping) return;
      restarts = restarts.filter((at) => performance.now() - at < 60_000);
      if (restarts.length >= MOST_RESTARTS) return lost.resolve(startFault('embedded-lost', { log: options.logFile }));
      restarts.push(performance.now());
      options.log.error('Databasen stannade oväntat och startas om.');
      current = startServer(options);
    }
  };
  const watching = watch().catch((error: unknown) => {
    options.log.error({ reason: briefly(error) }, 'Databasen gick inte att starta om.');
    lost.resolve(error instanceof StartFault ? error : startFault('embedded-lost', { log: options.logFile }, error));
  });

  const stop = async () => {
    stopping = true;
    const server = await current.catch(() => undefined);
    await server?.stop();
    await watching;
  };
  return { lost: lost.promise, stop };
}
