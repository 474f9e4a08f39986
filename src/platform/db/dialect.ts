import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { DatabaseUnavailable } from './unavailable.ts';
import { toParameter } from './values.ts';

/** How many different statements are kept prepared on each connection; those after them are sent unprepared. */
const MOST_PREPARED = 1000;

/** PostgreSQL's "feature not supported", which is also what a prepared statement answers once its tables have changed. */
const PLAN_IS_STALE = '0A000';

/** `prepared`: the names of prepared statements by their text; one for all that share a pool. */
type DialectOptions = { readonly prepared: Map<string, string>; readonly single?: boolean };

/**
 * Kysely over `pg`, made for many small transactions: statements are prepared once per connection, `start transaction` travels
 * in one packet with the first statement (a transaction without any costs nothing), and nobody waits for the commit of a
 * transaction that could not write. What is sent in the same turn of the event loop travels together. With `single` a transaction is exactly one
 * statement: one that reads needs no beginning and no end, and one that writes travels with both.
 * The pool must be in pipeline mode, and read-only by default: then a statement whose `start transaction` was lost cannot write.
 */
export function pipelinedDialect(pool: Pool, { prepared, single = false }: DialectOptions): Dialect {
  return {
    createDriver: () => new PipelinedDriver(pool, prepared, single),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  };
}

class PipelinedDriver implements Driver {
  readonly #pool: Pool;
  readonly #single: boolean;
  readonly #statements: Map<string, string>;

  constructor(pool: Pool, statements: Map<string, string>, single: boolean) {
    this.#pool = pool;
    this.#statements = statements;
    this.#single = single;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new DatabaseUnavailable(error);
    });
    return new Connection(client, this.#statements, this.#single);
  }

  async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings);
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await connection.rollback();
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

class Connection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #statements: Map<string, string>;
  /** How the transaction will begin, until its first statement takes it along. */
  #beginning: string | undefined;
  #begun: Promise<unknown> | undefined;
  /** With `single`: its one statement is sent, and the commit with it when it may write. */
  #sent = false;
  #committed: Promise<pg.QueryResult> | undefined;
  #readOnly = false;
  #broken = false;
  readonly #single: boolean;

  constructor(client: PoolClient, statements: Map<string, string>, single: boolean) {
    this.#client = client;
    this.#statements = statements;
    this.#single = single;
  }

  begin(settings: TransactionSettings): void {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    this.#readOnly = settings.accessMode === 'read only';
    // The session is read-only by default: a statement by itself sees one moment and cannot write.
    if (this.#single && this.#readOnly) return;
    this.#beginning = `start transaction${isolation} ${settings.accessMode ?? 'read only'}`;
  }

  async commit(): Promise<void> {
    if (!this.#begun) return;
    const end = () => this.#client.query('commit');
    if (this.#readOnly) {
      // Nobody waits for it: it may travel with what the connection is asked next.
      const committed = this.#together(end, setImmediate);
      // Fails only with its connection, and the pool throws such a connection away.
      committed.catch(() => undefined);
      return;
    }
    const committed = this.#committed ?? this.#together(end);
    // PostgreSQL answers ROLLBACK to the COMMIT of a transaction in which a statement failed.
    if ((await committed).command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollback(): Promise<void> {
    if (!this.#begun) return;
    if (this.#committed) {
      await this.#committed.catch(() => this.#spoil());
      return;
    }
    // The error that led here is the one to tell; a connection that cannot even roll back is thrown away.
    await this.#client.query('rollback').catch(() => this.#spoil());
  }

  release(): void {
    this.#client.release(this.#broken);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = this.#send({ text: query.sql, values: query.parameters.map(toParameter), ...this.#prepared(query.sql) });
    try {
      const [result] = await Promise.all([answer, this.#begun]);
      const affected = result.command === 'SELECT' || result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) };
      return { rows: result.rows as Row[], ...affected };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === PLAN_IS_STALE) this.#spoil();
      throw error;
    }
  }

  /** Not offered: a cursor cannot share a pipelined connection. */
  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not supported on a pipelined connection');
  }

  /** Sends a statement; the first of a transaction together with what begins it, and a single one that may write with what ends it too. */
  #send(statement: QueryConfig): Promise<pg.QueryResult> {
    if (this.#single && this.#sent) throw new Error('this transaction takes one statement');
    this.#sent = true;
    return this.#together(() => {
      const beginning = this.#beginning;
      if (beginning === undefined) return this.#client.query(statement);
      this.#beginning = undefined;
      this.#begun = this.#client.query(beginning);
      this.#begun.catch(() => this.#spoil());
      const answer = this.#client.query(statement);
      if (this.#single) {
        this.#committed = this.#client.query('commit');
        this.#committed.catch(() => this.#spoil());
      }
      return answer;
    });
  }

  /** What is sent before the event loop goes on leaves in one write: each wakes a process of the database, and costs more than most of the rest. */
  #together<T>(send: () => T, after: (go: () => void) => unknown = process.nextTick): T {
    const { stream } = this.#client.connection;
    stream.cork();
    after(() => stream.uncork());
    return send();
  }

  #prepared(sql: string): { name: string } | undefined {
    const known = this.#statements.get(sql);
    if (known) return { name: known };
    if (this.#statements.size >= MOST_PREPARED) return undefined;
    const name = `s${this.#statements.size}`;
    this.#statements.set(sql, name);
    return { name };
  }

  #spoil(): void {
    this.#broken = true;
  }
}
