/** Writes src/platform/db/schema.ts from a database that has just been migrated. Run it after every new migration. */
import { writeFile } from 'node:fs/promises';
import { ensureAppRole } from '../src/platform/db/app-role.ts';
import { connect } from '../src/platform/db/connect.ts';
import { migrationsFolder } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { readMigrations } from '../src/platform/db/migration-files.ts';
import { dbTypesFile, generateDbTypes } from '../tests/given/db-types.ts';
import { createDatabase, dropDatabase, loginsOf, startTestServer } from '../tests/given/server.ts';

const { server, stop } = await startTestServer();
try {
  const name = await createDatabase(server);
  const { owner, app } = loginsOf(server, name);
  const client = await connect(owner);
  await ensureAppRole(client, app.user);
  await migrate(client, await readMigrations(migrationsFolder));
  await client.end();
  await writeFile(dbTypesFile, await generateDbTypes(server, name));
  await dropDatabase(server, name);
  console.log(`wrote ${dbTypesFile}`);
} finally {
  await stop();
}
