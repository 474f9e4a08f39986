import { z } from 'zod';
import { compareDays } from '../../domain/organisations/period.ts';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endSeatAfter, findSeat } from './seats.sql.ts';
import { Day } from './unit-input.ts';

/** Ends a seat in a joint body after its last day. Refuses `seat-not-found`, `forbidden`, `already-closed` and `ends-before-it-begins`. */
export const endSeat = useCase({
  permission: 'organisations.end-seat',
  mode: 'write',
  input: z.strictObject({ seat: z.uuid(), lastDay: Day }),
  run: async ({ tx, actor, input, record }) => {
    const { lastDay } = input;
    const seat = await findSeat(tx, input.seat);
    if (!seat) return refuse('seat-not-found', { id: input.seat });
    if (!mayHandleBodies(actor, 'organisations.end-seat', seat.county))
      return refuse('forbidden', { permission: 'organisations.end-seat' });
    if (compareDays(lastDay, seat.from) < 0) return refuse('ends-before-it-begins');
    if (!(await endSeatAfter(tx, seat.id, lastDay))) return refuse('already-closed', { on: seat.to?.toString() });
    await record({
      kind: 'organisations.end-seat',
      subject: { kind: 'seat', id: seat.id },
      effectiveOn: lastDay.add({ days: 1 }),
      content: { county: seat.county, body: seat.body, position: seat.position },
    });
    return { id: seat.id };
  },
});
