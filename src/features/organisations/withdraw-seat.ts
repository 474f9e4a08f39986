import { z } from 'zod';
import { compareDays } from '../../domain/organisations/period.ts';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findSeat, withdrawSeatFrom } from './seats.sql.ts';

/** Takes a seat back before its first day: it is then held on no day. Refuses `seat-not-found`, `forbidden` and `seat-begun`. */
export const withdrawSeat = useCase({
  permission: 'organisations.withdraw-seat',
  mode: 'write',
  input: z.strictObject({ seat: z.uuid() }),
  run: async ({ tx, actor, today, input, record }) => {
    const permission = 'organisations.withdraw-seat';
    const seat = await findSeat(tx, input.seat);
    if (!seat) return refuse('seat-not-found', { id: input.seat });
    if (!mayHandleBodies(actor, permission, seat.county)) return refuse('forbidden', { permission });
    if (compareDays(seat.from, today) <= 0) return refuse('seat-begun');
    if (!(await withdrawSeatFrom(tx, seat.id, today.add({ days: 1 })))) return refuse('seat-not-found', { id: seat.id });
    await record({
      kind: permission,
      subject: { kind: 'seat', id: seat.id },
      effectiveOn: seat.from,
      content: { county: seat.county, body: seat.body, position: seat.position },
    });
    return { id: seat.id };
  },
});
