import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { seatFault, seatPositions } from '../../domain/organisations/seat.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, useCase } from '../../platform/index.ts';
import { isActingAt } from '../access/index.ts';
import { countyOf } from '../counties/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { insertSeat, listSeats } from './seats.sql.ts';
import { Day, Name } from './unit-input.ts';
import { lockForChange } from './units.sql.ts';

/**
 * Gives somebody a seat in a joint body of one's county, for an organisation of the county; perhaps with the account of somebody who acts there on the
 * first day: it is then theirs to decide and sign from the seat. Nobody gives their own account one. Answers its id. Refuses `forbidden`,
 * `body-not-found`, `organisation-not-found`, `own-account`, `seat-account-elsewhere`, `seat-taken`, `seat-held-already` and `ends-before-it-begins`.
 */
export const seatMember = useCase({
  permission: 'organisations.seat-member',
  mode: 'write',
  input: z.strictObject({
    county: CountyCode,
    body: Slug,
    position: z.enum(seatPositions),
    organisation: z.uuid(),
    holder: Name,
    account: z.uuid().optional(),
    from: Day,
    to: Day.optional(),
  }),
  run: async ({ tx, actor, now, input, record }) => {
    const { county, body, organisation, account } = input;
    if (!mayHandleBodies(actor, 'organisations.seat-member', county))
      return refuse('forbidden', { permission: 'organisations.seat-member' });
    const file = await countyOf(tx, county);
    if (!file?.bodies.some(({ id }) => id === body)) return refuse('body-not-found', { body });
    if ((await findOrganisation(tx, organisation))?.county !== county) return refuse('organisation-not-found', { id: organisation });
    if (account === getLogin(actor).account) return refuse('own-account');
    if (account && !(await isActingAt(tx, account, organisation, input.from))) return refuse('seat-account-elsewhere');
    await lockForChange(tx, [`${county} ${body}`]);
    const seat = { id: newId(now), ...input };
    const fault = seatFault(seat, await listSeats(tx, county, body));
    if (fault) return fault;
    await insertSeat(tx, seat);
    await record({
      kind: 'organisations.seat-member',
      subject: { kind: 'seat', id: seat.id },
      effectiveOn: input.from,
      content: { county, body, position: input.position, organisation, account: account ?? null },
    });
    return { id: seat.id };
  },
});
