import {
  type CompiledQuery,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type { TransactionConnection } from './connection.ts';
import type { DB } from './schema.ts';

/** An open transaction. The only way to the database that a feature is ever given. */
export type Tx = Transaction<DB>;

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();

/** Kysely begins and ends nothing here: it is handed transactions that have begun. */
const driver = new DummyDriver();

const dialect: Dialect = {
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createAdapter: () => adapter,
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
};

/** Hands statements to one connection and what is answered to whoever asked: no plugin has anything to do with either. */
class DirectExecutor extends DefaultQueryExecutor {
  readonly #connection: TransactionConnection;

  constructor(connection: TransactionConnection) {
    super(compiler, adapter, { provideConnection: (consumer) => consumer(connection) });
    this.#connection = connection;
  }

  override executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#connection.executeQuery(query);
  }
}

/**
 * What Kysely builds and runs statements with in a transaction on this connection. Its own way of beginning transactions is not used, as it sends a statement only
 * when the one before is answered: here statements that are asked for together travel together.
 */
export function transactionOn(connection: TransactionConnection): Tx {
  return new Transaction<DB>({ config: { dialect }, dialect, driver, executor: new DirectExecutor(connection) });
}
