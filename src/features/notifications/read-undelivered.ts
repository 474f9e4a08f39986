import { z } from 'zod';
import { useCase } from '../../platform/index.ts';
import { countUndelivered, listUndeliveredTo } from './undelivered.sql.ts';

/** More than anybody sees to at once. */
const MOST = 200;

/**
 * Notices and reminders that reached nobody, of the organisation or the county that the one who asks administers, the latest first. `count`: of how many
 * these are the first 200. Nothing of what they say, nor to whom.
 */
export const readUndelivered = useCase({
  permission: 'notifications.read-undelivered',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, today }) => {
    const [rows, count] = await Promise.all([listUndeliveredTo(tx, today, MOST), countUndelivered(tx)]);
    return { rows, count };
  },
});
