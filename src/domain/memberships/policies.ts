import { type Actor, assignmentOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { type Party, partyOf } from '../agreements/parties.ts';

/**
 * The party for which they may note that it leaves or joins an agreement of the county: the registrar's own, or that of somebody in its political body. Undefined
 * for all others; who acts in a joint body decides for no party.
 */
export function partyToNoteFor(actor: Actor, county: string): Party | undefined {
  const acting = assignmentOf(actor);
  if (!acting || acting.county !== county || !may(actor, 'memberships.note')) return undefined;
  return acting.body === undefined || acting.role === 'registrar' ? partyOf(acting) : undefined;
}
