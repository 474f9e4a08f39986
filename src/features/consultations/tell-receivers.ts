import type { Receiver } from '../../domain/consultations/round.ts';
import type { Facts, Telling, Tx } from '../../platform/index.ts';
import { eachOnce, tellBodies } from '../organisations/index.ts';

/**
 * The same to everyone asked, or to what they have gone up into, and to the parts of what has been divided: to the registrar of a huvudman, the manager of a unit, those who act for an organisation of users, and those who act in a body.
 * For a body that nobody acts in the registrar of the region is told, who asks it outside the program and enters what it says.
 */
export async function tellReceivers(
  tx: Tx,
  kind: string,
  round: { readonly county: string; readonly receivers: readonly Receiver[]; readonly params: Facts },
  today: Temporal.PlainDate,
): Promise<Telling[]> {
  const bodies = round.receivers.flatMap((one) => (one.kind === 'body' ? [one.id] : []));
  const divided = new Set<string | undefined>(round.receivers.map(({ partOf }) => partOf));
  const asked = round.receivers.filter(({ receiver }) => !divided.has(receiver));
  const told = eachOnce([...asked.flatMap(receiverOf), ...(await tellBodies(tx, round.county, bodies, today))]);
  return told.map((to) => ({ kind, to, params: round.params }));
}

function receiverOf({ kind, id, now = id }: Receiver): Telling['to'][] {
  if (kind === 'body') return [];
  if (kind === 'huvudman') return [{ role: 'registrar', organisation: now }];
  return [kind === 'unit' ? { role: 'unit-manager', unit: now } : { role: 'user-organisation', organisation: now }];
}
