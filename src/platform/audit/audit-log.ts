import { AuditEvent } from '../../domain/audit/event.ts';
import { type Database, DatabaseUnavailable, type Tx } from '../db/index.ts';
import { insertEvents } from './events.sql.ts';
import { groupCommit } from './group-commit.ts';

/** Too many events wait to be stored. The answer must not leave; the same question may be put again in a while. */
export class AuditOverload extends DatabaseUnavailable {
  constructor() {
    super(new Error('audit queue full'));
    this.name = 'AuditOverload';
  }
}

export type AuditLog = {
  /**
   * Stores the event, and resolves when it is committed: only then may the answer leave. Rejects when it could not be stored (AuditOverload when
   * too many wait; what the database said otherwise), and then the answer must not leave.
   */
  append(event: AuditEvent): Promise<void>;
};

/** Stores an event in the writing transaction that makes the change it tells of: both are committed, or neither. */
export async function writeAudit(tx: Tx, event: AuditEvent): Promise<void> {
  await insertEvents(tx, [AuditEvent.parse(event)]);
}

/**
 * The log of reads. Events of requests at the same time are stored in one statement and one commit (`groupCommit`); at most `mostWaiting` wait.
 */
export function createAuditLog(
  database: Pick<Database, 'once'>,
  { mostInBatch = 500, mostWaiting = 5_000 }: { readonly mostInBatch?: number; readonly mostWaiting?: number } = {},
): AuditLog {
  const store = (events: AuditEvent[]) => database.once('write', (tx) => insertEvents(tx, events));
  const add = groupCommit(store, { mostInBatch, mostWaiting, overload: () => new AuditOverload() });
  return { append: async (event) => add(AuditEvent.parse(event)) };
}
