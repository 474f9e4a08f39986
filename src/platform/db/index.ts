export type { Acting } from './connection.ts';
export { type Database, openDatabase } from './database.ts';
export { listen } from './listen.ts';
export { lockSubject } from './lock-subject.sql.ts';
export { catalogueRevision, databaseOf, type ToldRevision, tellRevision, toldRevision } from './revision.ts';
export { type AskedBy, loneQuestion, sharedQuestion } from './shared-question.ts';
export type { Tx } from './transaction.ts';
export { DatabaseUnavailable } from './unavailable.ts';
