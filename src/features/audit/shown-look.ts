import { type Actor, loginOf } from '../../domain/access/actor.ts';
import type { Look, Tx } from '../../platform/index.ts';
import { listPersonFacts, type PersonFacts } from './facts.sql.ts';
import type { LogRow } from './log.sql.ts';

/** Whom a row is about, as the reviewer may see it. */
export type Whom =
  | { readonly kind: 'nobody' }
  /** In a record of the reviewed huvudman; the name is left out where identity is protected. */
  | { readonly kind: 'known'; readonly name: string | undefined; readonly caseNumbers: readonly string[] }
  /** In a record of another huvudman, or one that is not there. */
  | { readonly kind: 'elsewhere' };

/** A row of the log for its reviewer. */
export type ShownLook = LogRow & { readonly whom: Whom; readonly ownLook: boolean };

/** Rows for the reviewer, with whom they are about. */
export async function showLooks(tx: Tx, actor: Actor, rows: readonly LogRow[]): Promise<ShownLook[]> {
  const facts = await listPersonFacts(tx, personsOf(rows));
  return rows.map((row) => ({
    ...row,
    whom: whomOf(row, facts),
    ownLook: row.account !== null && row.account === loginOf(actor)?.account,
  }));
}

/** Whom a row is about, by what may be told of persons: nothing of those in records of other huvudmen. */
export function whomOf({ person }: Pick<LogRow, 'person'>, facts: ReadonlyMap<string, PersonFacts>): Whom {
  if (person === null) return { kind: 'nobody' };
  const known = facts.get(person);
  return known ? { kind: 'known', name: known.protected ? undefined : known.name, caseNumbers: known.case_numbers } : { kind: 'elsewhere' };
}

/** The persons that rows are about, each once. */
export function personsOf(rows: readonly { readonly person: string | null }[]): string[] {
  return [...new Set(rows.flatMap(({ person }) => person ?? []))];
}

/** So many ids the log lists of one look at it. */
const MOST_LISTED = 500;

/** The log's own row of somebody going through the log: which rows were shown is told by whom they were about. */
export function reviewLook(
  seen:
    | {
        readonly organisation: string;
        readonly rows: readonly { readonly person: string | null }[];
        readonly searched?: readonly string[] | undefined;
      }
    | undefined,
  record: Look['record'],
): Look[] {
  const persons = personsOf(seen?.rows ?? []).slice(0, MOST_LISTED);
  const [only, ...others] = seen?.searched ?? [];
  return [
    {
      person: only !== undefined && others.length === 0 ? only : null,
      owner: seen?.organisation ?? null,
      record,
      purpose: { kind: 'review', share: null },
      details: seen ? { found: seen.rows.length, ...(persons.length > 0 ? { persons } : {}) } : {},
    },
  ];
}
