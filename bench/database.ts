import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EMBEDDED, startEmbedded } from '../src/platform/db/embedded/index.ts';
import { createLog } from '../src/platform/log/index.ts';
import { bundled } from './bundle.ts';
import { runToEnd } from './processes.ts';

/** A PostgreSQL of the bench's own, with the settings that the program gives its embedded one. */
export type BenchDatabase = {
  /** What a program is given to use it. */
  readonly env: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string };
  /** Brings the register to so many agreements in all, and answers how long the load took, in seconds. */
  grow(agreements: number): Promise<number>;
  query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>;
  stop(): Promise<void>;
};

/** What the floor searches in: the entries of our own index, as words that PostgreSQL makes of them. */
const FLOOR_INDEX = [
  'drop table if exists bench_search',
  `create table bench_search as select id, setweight(to_tsvector('swedish', title), 'A') || to_tsvector('swedish', place || ' ' || coalesce(text, '')) as words
    from search_entry, lateral (select string_agg(part ->> 'text', ' ') as text from jsonb_array_elements(parts) part) as joined`,
  'create index on bench_search using gin (words)',
  'grant select on bench_search to overens_app',
];

/** A folder of our own in the temporary folder. When root runs us another user runs the database, and must pass through. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overens-bench-'));
  await chmod(folder, 0o711);
  return folder;
}

export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = await temporaryFolder();
  const server = await startEmbedded({ folder, log: createLog('warn') });
  const url = (user: string) => `postgres://${user}@localhost/${EMBEDDED.database}?host=${encodeURIComponent(server.socketFolder)}`;
  const env = { DATABASE_URL: url(EMBEDDED.app), DATABASE_OWNER_URL: url(EMBEDDED.owner) };
  const query = async <Row extends pg.QueryResultRow>(text: string) => {
    const client = new pg.Client({ connectionString: env.DATABASE_OWNER_URL });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    env,
    grow: async (agreements) => {
      const began = performance.now();
      await runToEnd([await bundled('load-generated.ts'), String(agreements)], env);
      const seconds = (performance.now() - began) / 1000;
      for (const statement of FLOOR_INDEX) await query(statement);
      // What autovacuum does within minutes, so that the figures do not depend on when it comes by.
      await query('vacuum analyze');
      return seconds;
    },
    query,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
