import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/platform/config/index.ts';
import type { TestServer } from './server.ts';

/** The checked-in types of the tables. */
export const dbTypesFile = join(projectRoot, 'src', 'platform', 'db', 'schema.ts');

/** As `src/platform/db/values.ts` reads them. */
const TYPES = { date: 'Temporal.PlainDate', timestamptz: 'Temporal.Instant', int8: 'number' };

const run = promisify(execFile);

/** The types of the tables of a migrated database, as TypeScript. */
export async function generateDbTypes(server: TestServer, database: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overens-types-'));
  const file = join(folder, 'schema.ts');
  try {
    const command = join(projectRoot, 'node_modules', '.bin', 'kysely-codegen');
    await run(command, [
      '--url',
      urlOf(server, database),
      '--dialect',
      'postgres',
      '--out-file',
      file,
      '--type-mapping',
      JSON.stringify(TYPES),
      '--exclude-pattern',
      'job.*',
    ]);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

function urlOf(server: TestServer, database: string): string {
  if (server.kind === 'embedded') return `postgres://overens_owner@localhost/${database}?host=${encodeURIComponent(server.socketFolder)}`;
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}
