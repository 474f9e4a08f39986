import { type Refusal, refuse } from '../refusal.ts';
import type { StatusGround } from './ground.ts';
import { type Party, partiesOf } from './parties.ts';
import type { Status } from './status.ts';

/**
 * The status of an agreement for one of its parties, with the term that makes it one among the reasons: an agreement binds its parties and nobody else.
 * `municipalities`: the codes of the county's. `name`: what the party is called. Refuses `not-a-party`.
 */
export function statusForParty(
  { terms }: StatusGround,
  status: Status,
  { party, name, municipalities }: { party: Party; name: string; municipalities: readonly string[] },
): Status | Refusal<'not-a-party'> {
  if (!partiesOf(terms.parties, municipalities).includes(party)) return refuse('not-a-party', { party });
  return { ...status, reasons: [{ code: 'is-party', params: { party, name }, cites: terms.parties.cites }, ...status.reasons] };
}
