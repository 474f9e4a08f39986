import type { Config } from '../../config/index.ts';
import type { Log } from '../../log/index.ts';
import { embeddedLogins, externalLogins, type Logins } from '../connect.ts';
import { startEmbedded } from '../embedded/index.ts';

/** How to reach the configured database as it is: nothing is migrated. `close` stops the embedded server if it was started for this. */
export async function reachDatabase(
  { database, dataFolder }: Pick<Config, 'database' | 'dataFolder'>,
  log: Log,
  options: { whenInUse?: 'refuse' | 'join'; lasting?: boolean } = {},
): Promise<{ logins: Logins; close(): Promise<void> }> {
  if (database.kind === 'external') return { logins: externalLogins(database), close: async () => undefined };
  const { socketFolder, stop } = await startEmbedded({ folder: dataFolder, log, ...options });
  return { logins: embeddedLogins(socketFolder), close: stop };
}
