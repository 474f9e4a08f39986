export { onConstraint } from './constraints.ts';
export { type Database, openDatabase } from './database.ts';
export { catalogueRevision } from './revision.ts';
export type { TransactionMode, Tx } from './transaction.ts';
