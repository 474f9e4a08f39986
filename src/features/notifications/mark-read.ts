import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { hasNotice, markNotices } from './inbox.sql.ts';

/**
 * Notes that one's own notice is read, or with `through` all up to and with it: the sender sees when. Done twice it changes nothing more.
 * Answers how many were unread. Refuses `notice-not-found`.
 */
export const markRead = useCase({
  permission: 'notifications.mark-read',
  mode: 'write',
  input: z.strictObject({ number: z.int().positive(), through: z.boolean().default(false) }),
  run: async ({ tx, now, input }) => {
    const marked = await markNotices(tx, input, now);
    return marked > 0 || input.through || (await hasNotice(tx, input.number)) ? { marked } : refuse('notice-not-found');
  },
});
