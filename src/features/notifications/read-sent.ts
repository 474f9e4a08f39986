import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { listSent } from './inbox.sql.ts';

/** What became of what one's own act told: who got it, when, and whether they have read it. Refuses `act-not-found`: not one's own, or nothing was told. */
export const readSent = useCase({
  permission: 'notifications.read-sent',
  mode: 'read',
  input: z.strictObject({ act: z.uuid() }),
  run: async ({ tx, input }) => {
    const rows = await listSent(tx, input.act);
    return rows.length > 0 ? rows : refuse('act-not-found');
  },
});
