import { type Refusal, refuse } from '../refusal.ts';
import { compareDays, overlap, type Period } from './period.ts';

export const seatPositions = ['chair', 'vice-chair', 'member', 'deputy'] as const;
export type SeatPosition = (typeof seatPositions)[number];

/** Who sits where in a joint body, for which organisation, and when. The holder is an official: their name is public. */
export type Seat = Period & {
  readonly id: string;
  readonly county: string;
  readonly body: string;
  readonly position: SeatPosition;
  readonly organisation: string;
  readonly holder: string;
  /** The account that acts from the seat, of a member of the organisation's staff; none where the holder has none here. Never public. */
  readonly account?: string | undefined;
};

/** Of these a body has one at a time. */
const ONE_AT_A_TIME: readonly SeatPosition[] = ['chair'];

export type SeatRefusal = Refusal<'seat-taken'> | Refusal<'seat-held-already'> | Refusal<'ends-before-it-begins'>;

/**
 * What speaks against a seat beside the others of its body: it would be a second chair at the same time (`seat-taken`), the holder has a seat there then
 * already (`seat-held-already`), or it ends before it begins. Undefined when nothing does.
 */
export function seatFault(wanted: Seat, others: readonly Seat[]): SeatRefusal | undefined {
  if (wanted.to !== undefined && compareDays(wanted.to, wanted.from) < 0) return refuse('ends-before-it-begins');
  const then = others.filter((other) => other.body === wanted.body && other.county === wanted.county && overlap(other, wanted));
  const taken = then.find(({ position }) => position === wanted.position && ONE_AT_A_TIME.includes(position));
  if (taken) return refuse('seat-taken', { holder: taken.holder });
  const same = (one: Seat) =>
    one.holder.trim().toLowerCase() === wanted.holder.trim().toLowerCase() && one.organisation === wanted.organisation;
  return then.some(same) ? refuse('seat-held-already') : undefined;
}
