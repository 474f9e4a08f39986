import type { Refusal } from '../domain/refusal.ts';
import type { backUp, restore } from '../platform/db/backup/index.ts';

type CodeOf<T> = T extends Refusal<infer Code> ? Code : never;

/** Every reason for which a backup is not made or not put back. */
export type RefusalOf = CodeOf<Awaited<ReturnType<typeof backUp>>> | CodeOf<Awaited<ReturnType<typeof restore>>>;
