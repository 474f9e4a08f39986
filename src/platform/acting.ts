import { type Actor, loginOf } from '../domain/access/actor.ts';
import { setActing } from './acting.sql.ts';
import type { Tx } from './db/index.ts';

/**
 * Tells the transaction on whose behalf it runs, so that row-level security can find out for itself who that is: the secret of the session
 * and the moment (`acting()` in the migrations). Sent ahead of the next statement, not waited for. For the public there is nothing to tell.
 */
export function actIn(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<void> {
  const login = loginOf(actor);
  return login ? setActing(tx, login.secret, now) : Promise.resolve();
}
