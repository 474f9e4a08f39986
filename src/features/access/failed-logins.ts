import { z } from 'zod';
import { newId, useCase } from '../../platform/index.ts';
import { insertFailedLogin, listFailedLogins } from './failed-logins.sql.ts';

/** Keeps a login that let nobody in: the code of why, and from where; never what was typed. */
export const noteFailedLogin = useCase({
  permission: 'access.log-in',
  mode: 'write',
  input: z.strictObject({
    provider: z.string().max(200),
    reason: z.string().max(60),
    from: z.string().max(100),
    subject: z.string().optional(),
    hsaId: z.string().optional(),
  }),
  run: async ({ tx, now, input }) => {
    await insertFailedLogin(tx, { id: newId(now), at: now, ...input, subject: input.subject, hsaId: input.hsaId });
  },
});

/** So many are shown. */
export const MOST_FAILED_LOGINS = 200;

/**
 * The latest failed logins, at most `MOST_FAILED_LOGINS` (`more`: there are others): to accounts of the organisation for its system administrator and
 * its log reviewer; those that led to no account of staff for log reviewers.
 */
export const readFailedLogins = useCase({
  permission: 'access.read-failed-logins',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx }) => {
    const found = await listFailedLogins(tx, MOST_FAILED_LOGINS + 1);
    return { failed: found.slice(0, MOST_FAILED_LOGINS), more: found.length > MOST_FAILED_LOGINS };
  },
});
