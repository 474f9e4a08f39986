import { type Actor, loginOf } from '../domain/access/actor.ts';
import type { Acting } from './db/index.ts';

/**
 * What a transaction is told of whoever it runs for, so that row-level security can find out for itself who that is: the secret of the session and the
 * moment (`acting()` in the migrations). For the public there is nothing to tell.
 */
export function actingOf(actor: Actor, now: Temporal.Instant): Acting | undefined {
  const login = loginOf(actor);
  return login && { secret: login.secret, now };
}
