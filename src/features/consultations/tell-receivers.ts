import type { Receiver } from '../../domain/consultations/round.ts';
import type { Facts, Telling, Tx } from '../../platform/index.ts';
import { findSeatHolders } from '../organisations/index.ts';

/**
 * The same to everyone asked: to the registrar of a huvudman, the manager of a unit, those who act for an organisation of users, and the chair and the vice
 * chair of a body. A body whose seats nobody acts from is told nothing: it is asked outside the program.
 */
export async function tellReceivers(
  tx: Tx,
  kind: string,
  round: { readonly county: string; readonly receivers: readonly Receiver[]; readonly params: Facts },
  today: Temporal.PlainDate,
): Promise<Telling[]> {
  const told = await Promise.all(round.receivers.map((receiver) => receiverOf(tx, round.county, receiver, today)));
  return told.flatMap((to) => (to ? [{ kind, to, params: round.params }] : []));
}

async function receiverOf(tx: Tx, county: string, { kind, id }: Receiver, today: Temporal.PlainDate): Promise<Telling['to'] | undefined> {
  if (kind === 'huvudman') return { role: 'registrar', organisation: id };
  if (kind === 'unit') return { role: 'unit-manager', unit: id };
  if (kind === 'user-organisation') return { role: 'user-organisation', organisation: id };
  const holders = await findSeatHolders(tx, county, id, today);
  const accounts = holders.flatMap(({ account, position }) =>
    account !== null && (position === 'chair' || position === 'vice-chair') ? [account] : [],
  );
  return accounts.length > 0 ? { accounts } : undefined;
}
