import type { Facts, Tx } from '../../platform/index.ts';
import { findNames } from './names.sql.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the sentence of a notice needs: its facts, and the name of each id among them that may be shown. */
export type Told = { readonly params: Facts; readonly nameOf: (param: string) => string | undefined };

/** Looks up the names of all ids in the params of some notices, in one question. Answers how to tell each. */
export async function nameParams(
  tx: Tx,
  notices: readonly { readonly params: Facts; readonly stands_in_for: string | null }[],
  today: Temporal.PlainDate,
): Promise<{ told: (params: Facts) => Told; name: (id: string | null) => string | undefined }> {
  const ids = notices.flatMap(({ params, stands_in_for }) => [stands_in_for, ...Object.values(params)]);
  const wanted = [...new Set(ids.filter((value): value is string => typeof value === 'string' && UUID.test(value)))];
  const names = wanted.length > 0 ? await findNames(tx, wanted, today) : new Map<string, string>();
  const name = (id: unknown) => (typeof id === 'string' ? names.get(id) : undefined);
  return { told: (params) => ({ params, nameOf: (param) => name(params[param]) }), name };
}
