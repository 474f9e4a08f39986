import type { Acting } from './connection.ts';
import type { Tx } from './dialect.ts';

/**
 * Runs something in one transaction: committed when it answers, taken back when it throws or answers with a refusal (which is handed on, and changes
 * nothing also when it was made after a write, or because a constraint was violated). `read` sees one unchanging moment and cannot write.
 * `acting`: on whose behalf; without, row-level security lets through what anybody may see.
 */
export type Transact = <T>(mode: 'read' | 'write', run: (tx: Tx) => Promise<T>, acting?: Acting) => Promise<T>;
