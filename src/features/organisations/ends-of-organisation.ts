import type { Organisation } from '../../domain/organisations/organisation.ts';
import { compareDays } from '../../domain/organisations/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { newId, type UseCaseContext } from '../../platform/index.ts';
import { endAssignmentsAt, hasCases, insertCarriedTo, listComingAt } from './organisation-assignments.sql.ts';
import { cutSeat, insertSeat, listSeatsOf, withdrawSeatFrom } from './seats.sql.ts';

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'record'>;

/** What stands in the way of an organisation ending: `cases-remain` on the day, `assignments-to-come` (params.who: names, params.from: ISO day of the first). */
export async function endFault(
  { tx }: Context,
  { id }: Organisation,
  on: Temporal.PlainDate,
): Promise<Refusal<'cases-remain'> | Refusal<'assignments-to-come'> | undefined> {
  if (await hasCases(tx, id, on)) return refuse('cases-remain');
  const coming = await listComingAt(tx, id, on);
  if (coming.length === 0) return undefined;
  const [first] = coming.map(({ from }) => from).sort(compareDays);
  return refuse('assignments-to-come', { who: coming.map(({ name }) => name).join(', '), from: first?.toString() });
}

/** Ends the assignments at an organisation the day before `on`, each as an act of its own; with one that follows (`into`) they go on there. */
export async function endAssignmentsWith(
  { tx, now, record }: Context,
  { id: organisation }: Organisation,
  on: Temporal.PlainDate,
  into?: string,
) {
  const carried = into === undefined ? [] : await insertCarriedTo(tx, { organisation, into, on }, now);
  for (const { id, account } of await endAssignmentsAt(tx, organisation, on)) {
    await record({ kind: 'access.end-assignment', subject: { kind: 'assignment', id }, effectiveOn: on, content: { account } });
  }
  for (const { id, account, role, unit, body, to, deputyFor } of carried) {
    await record({
      kind: 'access.give-assignment',
      subject: { kind: 'assignment', id },
      effectiveOn: on,
      content: { account, role, organisation: into ?? organisation, unit, body, to: to?.toString() ?? null, deputyFor },
    });
  }
}

/** Ends the seats of an organisation the day before `on`, and takes those back that would have begun then or later; with one that follows they go on for it. */
export async function endSeatsWith({ tx, now, record }: Context, organisation: Organisation, on: Temporal.PlainDate, into?: string) {
  for (const seat of await listSeatsOf(tx, organisation.id, on)) {
    const { county, body, position } = seat;
    const begun = compareDays(seat.from, on) < 0;
    if (begun) await cutSeat(tx, seat.id, on);
    else await withdrawSeatFrom(tx, seat.id, on);
    const kind = begun ? 'organisations.end-seat' : 'organisations.withdraw-seat';
    await record({ kind, subject: { kind: 'seat', id: seat.id }, effectiveOn: on, content: { county, body, position } });
    if (into === undefined) continue;
    const next = { ...seat, id: newId(now), organisation: into, from: begun ? on : seat.from };
    await insertSeat(tx, next);
    await record({
      kind: 'organisations.seat-member',
      subject: { kind: 'seat', id: next.id },
      effectiveOn: next.from,
      content: { county, body, position, organisation: into, account: seat.account ?? null },
    });
  }
}
