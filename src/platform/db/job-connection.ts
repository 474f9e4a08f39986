import pg from 'pg';
import type { Login } from './connect.ts';

/** How the job queue asks the database: with statements of its own, several at a time and transactions among them. */
export type JobConnection = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
};

/** Opens connections for the job queue, at most `size`. One that is lost is told to `onLost` and replaced. */
export function openJobConnection(login: Login, size: number, onLost: (error: Error) => void): JobConnection {
  const pool = new pg.Pool({ ...login.client, max: size });
  pool.on('error', onLost);
  return { executeSql: (text, values) => pool.query(text, values), close: () => pool.end() };
}
