import { awaited, type DraftEvent, processOf } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import type { Telling, Tx } from '../../platform/index.ts';
import { eachOnce, findSeatHolders, municipalityId, regionId, tellBodies, whereNobodySits } from '../organisations/index.ts';
import { type DraftView, stepsFor } from './load-draft.ts';

/**
 * Whom to tell that their decision or signature is awaited once this has happened, who were not asked before: the registrar of a party, those who
 * act in a body, the holder of a seat.
 */
export async function tellAwaited(
  tx: Tx,
  view: Pick<DraftView, 'row' | 'draft' | 'base' | 'events' | 'process'>,
  happens: DraftEvent,
  today: Temporal.PlainDate,
): Promise<Telling[]> {
  const { row, draft, base, events, process } = view;
  const asked = new Set(awaited(process).map(({ step, decider }) => `${step.id} ${decider}`));
  const after = awaited(processOf([...events, happens], stepsFor(row, draft, base)));
  const fresh = after.filter(({ step, decider }) => !asked.has(`${step.id} ${decider}`)).map(({ decider }) => decider);
  const told = await Promise.all([...new Set(fresh)].map((decider) => receiversOf(tx, row.county, decider, today)));
  return eachOnce(told.flat()).map((to) => ({ kind: 'decision-awaited', to, params: { draft: row.id } }));
}

async function receiversOf(tx: Tx, county: string, decider: Decider, today: Temporal.PlainDate): Promise<Telling['to'][]> {
  const [kind, id = ''] = decider.split(/:(.*)/s);
  if (kind === 'party') return [{ role: 'registrar', organisation: id === 'region' ? regionId(county) : municipalityId(id) }];
  const [body = '', position] = id.split('.');
  if (position === undefined) return tellBodies(tx, county, [body], today);
  const holders = await findSeatHolders(tx, county, body, today);
  const accounts = holders.flatMap((seat) => (seat.account !== null && seat.position === position ? [seat.account] : []));
  return [accounts.length > 0 ? { accounts } : whereNobodySits(county)];
}
