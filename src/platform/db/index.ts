export { type Database, openDatabase } from './database.ts';
export { catalogueRevision } from './revision.ts';
export type { Tx } from './transaction.ts';
