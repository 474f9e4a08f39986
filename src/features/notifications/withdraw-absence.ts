import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { withdraw } from './settings.sql.ts';

/** Takes back that one is away; the deputy is told, and gets nothing more. Refuses `absence-not-found`: not one's own, or taken back before. */
export const withdrawAbsence = useCase({
  permission: 'notifications.withdraw-absence',
  mode: 'write',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, now, input, record }) => {
    const found = await withdraw(tx, input.id, now);
    if (!found) return refuse('absence-not-found');
    const account = getLogin(actor).account;
    const params = { account, from: found.first.toString(), to: found.last.toString() };
    await record({
      kind: 'notifications.withdraw-absence',
      subject: { kind: 'absence', id: input.id },
      content: {},
      tell: found.deputy ? [{ kind: 'deputy-released', to: { accounts: [found.deputy] }, params }] : [],
    });
    return { id: input.id };
  },
});
