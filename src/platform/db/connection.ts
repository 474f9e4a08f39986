import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import pg, { type PoolClient, type QueryConfig } from 'pg';
import { toParameter } from './values.ts';

/**
 * Who acts in a transaction, for row-level security to find out by itself: somebody, by the secret of their session (hex), or the program itself, by the name
 * of its work; and the moment. Who has nothing said of them is nobody, and may write nothing.
 */
export type Acting =
  | { readonly secret: string; readonly now: Temporal.Instant }
  | { readonly program: string; readonly now: Temporal.Instant };

/** `single`: exactly one statement, which is a transaction by itself: one that is to write takes a session that may. */
export type Beginning = { readonly mode: 'read' | 'write'; readonly single: boolean; readonly acting?: Acting | undefined };

/** How many different statements are kept prepared on each connection; those after them are sent unprepared. */
const MOST_PREPARED = 1000;

/** PostgreSQL's "feature not supported", which is also what a prepared statement answers once its tables have changed. */
const PLAN_IS_STALE = '0A000';

/** How long a transaction that could not write may wait for somebody to take its end along, in milliseconds. */
const END_WITHIN = 50;

/** Connections on which a transaction that could not write is over, without the database having been told. */
const unended = new WeakMap<PoolClient, NodeJS.Timeout>();

/**
 * One transaction on a connection of the pool, which must be in pipeline mode, taken when the first statement is asked for: statements are prepared once per connection, and all that is sent in the
 * same turn of the event loop travels together, also several statements of one transaction. What begins it, and who acts in it, travel with its
 * first statement (a transaction without any costs nothing). Nobody waits for the end of one that could not write: it travels with what the
 * connection is asked next, or alone if that is not soon.
 */
export class TransactionConnection implements DatabaseConnection {
  readonly #connect: () => Promise<PoolClient>;
  /** The connection, once there is something to ask on it. */
  #client: Promise<PoolClient> | undefined;
  /** The names of prepared statements by their text; one for all that share a pool. */
  readonly #statements: Map<string, string>;
  readonly #single: boolean;
  readonly #readOnly: boolean;
  /** How the transaction will begin, until its first statement takes it along. */
  #beginning: string | undefined;
  #begun: Promise<unknown> | undefined;
  #asked = false;
  /** With `single`: the answer to its one statement, which the driver gives when PostgreSQL has committed it. */
  #alone: Promise<pg.QueryResult> | undefined;
  #over = false;
  #broken = false;

  constructor(connect: () => Promise<PoolClient>, statements: Map<string, string>, { mode, single, acting }: Beginning) {
    this.#connect = connect;
    this.#statements = statements;
    this.#single = single;
    this.#readOnly = mode === 'read';
    if (!single) this.#beginning = beginningOf(mode, acting);
  }

  /** Can it only read, and has nothing been asked in it? */
  get isUntouched(): boolean {
    return this.#readOnly && !this.#asked && !this.#over;
  }

  /** Ends it. Resolves, for one that could write, when everything is stored. Throws when a statement had failed. */
  async commit(): Promise<void> {
    this.#over = true;
    const client = await this.#client;
    await this.#alone;
    if (!client || !this.#begun) return;
    if (this.#readOnly) return endSoon(client);
    const { command } = await together(client, () => client.query('commit'));
    // PostgreSQL answers ROLLBACK to the COMMIT of a transaction in which a statement failed.
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  /** Takes it back. With `single` there is nothing to take back: only waits for what was sent. */
  async rollback(): Promise<void> {
    this.#over = true;
    // The error that led here is the one to tell; a connection that cannot even roll back is thrown away.
    const client = await this.#client?.catch(() => undefined);
    await this.#alone?.catch(() => undefined);
    if (!client || !this.#begun) return;
    if (this.#readOnly) return endSoon(client);
    await client.query('rollback').catch(() => this.#spoil());
  }

  /** Gives the connection, if one was taken, back to the pool, which closes it if it cannot be relied on. */
  release(): void {
    this.#client?.then(
      (client) => client.release(this.#broken),
      () => undefined,
    );
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#over) throw new Error('this transaction is over');
    if (this.#single && this.#asked) throw new Error('this transaction takes one statement');
    const isFirst = !this.#asked;
    this.#asked = true;
    this.#client ??= this.#connect();
    // Those that are asked for while it is taken go on in their order, in the same turn of the event loop.
    const client = await this.#client;
    const answer = this.#send(
      client,
      { text: query.sql, values: query.parameters.map(toParameter), ...this.#prepared(query.sql) },
      isFirst,
    );
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

  /** Sends a statement; the first of a transaction together with what begins it. */
  #send(client: PoolClient, statement: QueryConfig, isFirst: boolean): Promise<pg.QueryResult> {
    return together(client, () => {
      if (isFirst) this.#begin(client);
      const answer = client.query(statement);
      if (this.#single) this.#alone = answer;
      return answer;
    });
  }

  #begin(client: PoolClient): void {
    const ending = takeEnding(client);
    if (this.#beginning === undefined) {
      if (ending) client.query(ending).catch(() => this.#spoil());
      return;
    }
    this.#begun = client.query(ending ? `${ending}; ${this.#beginning}` : this.#beginning);
    this.#begun.catch(() => this.#spoil());
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

/** What is sent before the event loop goes on leaves in one write: each wakes a process of the database, and costs more than most of the rest. */
function together<T>(client: PoolClient, send: () => T): T {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return send();
}

function beginningOf(mode: 'read' | 'write', acting: Acting | undefined): string {
  const begin = mode === 'read' ? 'start transaction isolation level repeatable read read only' : 'start transaction read write';
  if (!acting) return begin;
  const who = 'secret' in acting ? `session = ${literal(acting.secret)}` : `program = ${literal(acting.program)}`;
  return `${begin}; set local overens.${who}; set local overens.now = ${literal(acting.now.toString())}`;
}

/** The driver goes through a text character by character: one that ends no literal is spared that. */
function literal(text: string): string {
  return /^[\w.:-]+$/.test(text) ? `'${text}'` : pg.escapeLiteral(text);
}

/** Lets the end of what could not write be taken along by the next transaction on the connection. It fails only with its connection. */
function endSoon(client: PoolClient): void {
  const alone = () => {
    unended.delete(client);
    client.query('commit').catch(() => undefined);
  };
  unended.set(client, setTimeout(alone, END_WITHIN).unref());
}

/** The statement that ends what was left on the connection; undefined when nothing was. */
function takeEnding(client: PoolClient): string | undefined {
  const alone = unended.get(client);
  if (!alone) return undefined;
  clearTimeout(alone);
  unended.delete(client);
  return 'commit';
}
