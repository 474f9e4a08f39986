import { type Actor, assignmentOf, loginOf } from '../domain/access/actor.ts';
import type { Permission } from '../domain/access/permissions.ts';
import type { Role } from '../domain/access/roles.ts';
import type { Tx } from './db/index.ts';
import { newId } from './ids.ts';
import { insertAct, insertTelling } from './record.sql.ts';

/** Facts of an act or a notice: ids, codes, days and names of organisations. Never personal data about individuals. */
export type Facts = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** Who is to be told: accounts by id, or those who hold a role at a unit or an organisation on the day it is delivered. */
export type Receivers =
  | { readonly accounts: readonly string[] }
  | { readonly role: Role; readonly unit: string }
  | { readonly role: Role; readonly organisation: string };

/** Something to be told because of an act. `kind` names its sentence in the texts of notifications. */
export type Telling = { readonly kind: string; readonly to: Receivers; readonly params: Facts };

/** Something done that has effect. Its kind is the permission that allowed it. */
export type Act = {
  readonly kind: Permission;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The day from which it holds; today when absent. */
  readonly effectiveOn?: Temporal.PlainDate | undefined;
  readonly content: Facts;
  readonly tell?: readonly Telling[] | undefined;
};

/** Who does something, or by whom it was done where no session of theirs is asked: an account and its assignment, by id. */
type DoneBy = Actor | { readonly account: string; readonly assignment: string };

/**
 * The one way for the running program to write acts: the act and what is to be told of it, together with the change they speak of. The examples of the
 * demonstration are written by the owner of the database, each with its own statement, and tell nobody.
 */
export function recorder(tx: Tx, by: { actor: DoneBy; today: Temporal.PlainDate; now: Temporal.Instant }): (act: Act) => Promise<string> {
  return async ({ kind, subject, effectiveOn, content, tell = [] }) => {
    const id = newId(by.now);
    const at = by.now.toString();
    const { account, assignment } = idsOf(by.actor);
    const held = { id, at, kind, account, assignment, subject, effectiveOn: (effectiveOn ?? by.today).toString(), content };
    await insertAct(tx, held);
    for (const { kind: told, to, params } of tell) await insertTelling(tx, { id: newId(by.now), act: id, kind: told, to, params, at });
    return id;
  };
}

function idsOf(by: DoneBy): { account: string | null; assignment: string | null } {
  if (!('kind' in by)) return by;
  return { account: loginOf(by)?.account ?? null, assignment: assignmentOf(by)?.id ?? null };
}
