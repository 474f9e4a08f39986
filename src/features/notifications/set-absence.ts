import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, useCase } from '../../platform/index.ts';
import { insertAbsence, listColleagues } from './settings.sql.ts';

/** The longest period away in one go. */
const MOST_DAYS = 366;

/**
 * Says that one is away from a day to a day, and who is told instead meanwhile: a colleague at the organisation one acts for, or without one those whose
 * assignments are deputies for one's own. The deputy is told. Refuses `absence-order`, `absence-past`, `absence-long`, `deputy-not-found` and `absence-overlaps`.
 */
export const setAbsence = useCase({
  permission: 'notifications.set-absence',
  mode: 'write',
  input: z.strictObject({ first: IsoDate, last: IsoDate, deputy: z.uuid().optional() }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const login = loginOf(actor);
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!login || !organisation) return refuse('forbidden', { permission: 'notifications.set-absence' });
    const account = login.account;
    const first = Temporal.PlainDate.from(input.first);
    const last = Temporal.PlainDate.from(input.last);
    if (Temporal.PlainDate.compare(last, first) < 0) return refuse('absence-order');
    if (Temporal.PlainDate.compare(last, today) < 0) return refuse('absence-past');
    if (first.until(last).days >= MOST_DAYS) return refuse('absence-long');
    const colleagues = input.deputy ? await listColleagues(tx, { account, organisation }, today) : [];
    if (input.deputy && !colleagues.some(({ id }) => id === input.deputy)) return refuse('deputy-not-found');
    const id = newId(now);
    if (!(await insertAbsence(tx, { id, account, deputy: input.deputy, first, last }, now))) return refuse('absence-overlaps');
    const period = { from: input.first, to: input.last };
    const act = await record({
      kind: 'notifications.set-absence',
      subject: { kind: 'absence', id },
      effectiveOn: first,
      content: { ...period, deputy: input.deputy ?? null },
      tell: input.deputy ? [{ kind: 'deputy-named', to: { accounts: [input.deputy] }, params: { account, ...period } }] : [],
    });
    return { id, act };
  },
});
