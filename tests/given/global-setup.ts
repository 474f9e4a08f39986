import type { TestProject } from 'vitest/node';
import { migrationsFolder, openMigrated } from '../../src/platform/db/database.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migration-files.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { createDatabase, dropDatabase, loginsOf, startTestServer, type TestServer } from './server.ts';
import { addDemo, fillTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
    templateDatabase: string;
    demoDatabase: string;
  }
}

/** Once a run: a server, and in it two migrated and filled databases that the tests get copies of, one of them with the fictional register. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer();
  try {
    const template = await makeTemplate(server, 'template0', fillTemplate);
    const demo = await makeTemplate(server, template, addDemo);
    project.provide('testServer', server);
    project.provide('templateDatabase', template);
    project.provide('demoDatabase', demo);
    return async () => {
      for (const name of [demo, template]) await dropDatabase(server, name);
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database made of another and filled, that nobody is connected to. Answers its name. */
async function makeTemplate(server: TestServer, from: string, fill: (database: Database) => Promise<void>): Promise<string> {
  const name = await createDatabase(server, from);
  const database = await openMigrated(loginsOf(server, name), await readMigrations(migrationsFolder), createLog('silent'));
  try {
    await fill(database);
  } finally {
    await database.close();
  }
  return name;
}
