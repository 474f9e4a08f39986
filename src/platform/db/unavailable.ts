import pg from 'pg';

/**
 * The database cannot be asked right now: it is gone, hangs, is starting or stopping, or has no connection to spare. Nothing is wrong
 * with the question, and the same one may succeed in a while. `reason` is a code or a few words of the driver's, for the log: never content.
 */
export class DatabaseUnavailable extends Error {
  readonly reason: string;

  constructor(cause: unknown) {
    super('the database cannot be asked', { cause });
    this.name = 'DatabaseUnavailable';
    this.reason = cause instanceof Error ? codeOf(cause) || cause.message : 'unknown';
  }
}

/**
 * SQLSTATEs, whole or their class: connection exception, insufficient resources, login refused (a password being changed), no such
 * database, terminated while idle in a transaction, lock not to be had, and what an operator or a timeout cut short.
 */
const SERVER_SAYS = ['08', '53', '28', '3D000', '25P03', '55P03', '57'];

/** What `pg` says, without any code, of a connection that is lost, too slow or not to be had. */
const DRIVER_SAYS =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|Query read timeout|timeout (exceeded|expired)|Cannot use a pool)/;

/** The same error, or a DatabaseUnavailable when that is what it means. */
export function asUnavailable(error: unknown): unknown {
  return error instanceof Error && meansUnavailable(error) ? new DatabaseUnavailable(error) : error;
}

function meansUnavailable(error: Error): boolean {
  const code = codeOf(error);
  if (error instanceof pg.DatabaseError) return SERVER_SAYS.some((start) => code.startsWith(start));
  // An error with a system call is one of the socket (ECONNRESET, EPIPE …); several in one are of a name with several addresses.
  return 'syscall' in error || error instanceof AggregateError || DRIVER_SAYS.test(error.message);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
