import type { Organisation } from '../../domain/organisations/organisation.ts';
import { compareDays } from '../../domain/organisations/period.ts';
import type { Seat } from '../../domain/organisations/seat.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { newId, type UseCaseContext } from '../../platform/index.ts';
import {
  type CarriedTo,
  endAssignmentsAt,
  hasCases,
  insertCarriedTo,
  insertDivided,
  listComingAt,
} from './organisation-assignments.sql.ts';
import { cutSeat, insertSeat, listSeatsOf, withdrawSeatFrom } from './seats.sql.ts';
import { findLastComing } from './units.sql.ts';

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'record'>;

type ComingRefusal = Refusal<'assignments-to-come'> | Refusal<'change-not-after-last'>;

/**
 * What stands in the way of an organisation ending: `change-not-after-last` (params.last: ISO day) when another is to go up into it or be a part of it from that
 * day or later, and `assignments-to-come` (params.who: names, params.from: ISO day of the first).
 */
export async function comingFault(
  { tx }: Pick<Context, 'tx'>,
  { id }: Organisation,
  on: Temporal.PlainDate,
): Promise<ComingRefusal | undefined> {
  const last = await findLastComing(tx, id, on);
  if (last) return refuse('change-not-after-last', { last: last.toString() });
  const coming = await listComingAt(tx, id, on);
  if (coming.length === 0) return undefined;
  const [first] = coming.map(({ from }) => from).sort(compareDays);
  return refuse('assignments-to-come', { who: coming.map(({ name }) => name).join(', '), from: first?.toString() });
}

/** What stands in the way of an organisation ending with nobody to take over: `cases-remain` on the day, and what `comingFault` refuses. */
export async function endFault(
  { tx }: Pick<Context, 'tx'>,
  one: Organisation,
  on: Temporal.PlainDate,
): Promise<Refusal<'cases-remain'> | ComingRefusal | undefined> {
  return (await hasCases(tx, one.id, on)) ? refuse('cases-remain') : comingFault({ tx }, one, on);
}

/** Ends the assignments at an organisation the day before `on`, each as an act of its own; with one that follows (`into`) they go on there. */
export async function endAssignmentsWith(
  { tx, now, record }: Context,
  { id: organisation }: Organisation,
  on: Temporal.PlainDate,
  into?: string,
) {
  const carried = into === undefined ? [] : await insertCarriedTo(tx, { organisation, into, on }, now);
  await recordCarried({ tx, now, record }, organisation, on, carried);
}

/** Ends the assignments at an organisation that is divided the day before `on`; each goes on where its unit goes (`units`) or where its account has gone. */
export async function divideAssignments(
  { tx, now, record }: Context,
  { id: organisation }: Organisation,
  on: Temporal.PlainDate,
  units: ReadonlyMap<string, string>,
) {
  const carried = await insertDivided(tx, { organisation, on, units }, now);
  await recordCarried({ tx, now, record }, organisation, on, carried);
}

async function recordCarried({ tx, record }: Context, from: string, on: Temporal.PlainDate, carried: readonly CarriedTo[]) {
  for (const { id, account } of await endAssignmentsAt(tx, from, on)) {
    await record({ kind: 'access.end-assignment', subject: { kind: 'assignment', id }, effectiveOn: on, content: { account } });
  }
  for (const { id, account, role, organisation, unit, body, to, deputyFor } of carried) {
    await record({
      kind: 'access.give-assignment',
      subject: { kind: 'assignment', id },
      effectiveOn: on,
      content: { account, role, organisation, unit, body, to: to?.toString() ?? null, deputyFor },
    });
  }
}

/** Ends the seats of an organisation the day before `on`, and takes those back that would have begun then or later; with one that follows they go on for it. */
export async function endSeatsWith({ tx, now, record }: Context, organisation: Organisation, on: Temporal.PlainDate, into?: string) {
  for (const seat of await listSeatsOf(tx, organisation.id, on)) {
    await handSeatOver({ tx, now, record }, seat, on, into === undefined ? undefined : { into, account: seat.account });
  }
}

/** Lets each seat of an organisation that is divided go on for the one that is named for it (`places`). The account follows when it has gone there too. */
export async function divideSeats(
  context: Context,
  seats: readonly Seat[],
  on: Temporal.PlainDate,
  { places, accounts }: { places: ReadonlyMap<string, string>; accounts: readonly { account: string; to: string }[] },
) {
  for (const seat of seats) {
    const into = places.get(seat.id);
    if (into === undefined) continue;
    const follows = accounts.some(({ account, to }) => account === seat.account && to === into);
    await handSeatOver(context, seat, on, { into, account: follows ? seat.account : undefined });
  }
}

async function handSeatOver(
  { tx, now, record }: Context,
  seat: Seat,
  on: Temporal.PlainDate,
  next: { into: string; account: string | undefined } | undefined,
) {
  const { county, body, position } = seat;
  const begun = compareDays(seat.from, on) < 0;
  if (begun) await cutSeat(tx, seat.id, on);
  else await withdrawSeatFrom(tx, seat.id, on);
  const kind = begun ? 'organisations.end-seat' : 'organisations.withdraw-seat';
  await record({ kind, subject: { kind: 'seat', id: seat.id }, effectiveOn: on, content: { county, body, position } });
  if (next === undefined) return;
  const { account: _, ...held } = seat;
  const one: Seat = {
    ...held,
    ...(next.account ? { account: next.account } : {}),
    id: newId(now),
    organisation: next.into,
    from: begun ? on : seat.from,
  };
  await insertSeat(tx, one);
  await record({
    kind: 'organisations.seat-member',
    subject: { kind: 'seat', id: one.id },
    effectiveOn: one.from,
    content: { county, body, position, organisation: next.into, account: one.account ?? null },
  });
}
