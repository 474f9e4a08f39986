import type { AgreementFile } from '../counties/agreement-file.ts';

/** What status rests on: the terms, the acts, what is not known. Never a stored status. */
export type StatusGround = Pick<AgreementFile, 'terms' | 'acts' | 'unknown'>;

/** Why something is as it is: a code, the facts its words need, and the sentences it rests on. */
export type StatusReason = { readonly code: string; readonly params: Readonly<Record<string, string>>; readonly cites: readonly string[] };
