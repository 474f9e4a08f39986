import type { TestProject } from 'vitest/node';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createDatabase, dropDatabase, loginsOf, startTestServer, type TestServer } from './server.ts';
import { fillTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
    templateDatabase: string;
  }
}

/** Once a run: a server, and in it one migrated and filled database that the tests get copies of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer();
  try {
    const template = await createDatabase(server);
    const database = await openMigrated(loginsOf(server, template), await readMigrations(migrationsFolder), createLog('silent'));
    try {
      await fillTemplate(database);
    } finally {
      await database.close();
    }
    project.provide('testServer', server);
    project.provide('templateDatabase', template);
    return async () => {
      await dropDatabase(server, template);
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
