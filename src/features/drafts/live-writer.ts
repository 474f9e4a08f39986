import { type Actor, assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { sideOf } from '../../domain/drafts/policies.ts';
import type { Side } from '../../domain/drafts/process.ts';

/** Who types: the account, and on whose behalf. */
export type LiveWriter = { readonly account: string; readonly side: Side };

/** Undefined for somebody who writes for neither side. */
export function writerOf(actor: Actor): LiveWriter | undefined {
  const login = loginOf(actor);
  const acting = assignmentOf(actor);
  const side = acting && sideOf(acting);
  return login && side && { account: login.account, side };
}
