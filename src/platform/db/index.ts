export { type Database, openDatabase } from './database.ts';
export { catalogueRevision, tellRevision, toldRevision } from './revision.ts';
export type { Tx } from './transaction.ts';
export { DatabaseUnavailable } from './unavailable.ts';
