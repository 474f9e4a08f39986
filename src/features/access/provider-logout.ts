import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endSessionsByProvider } from './sessions.sql.ts';

/**
 * Ends the sessions that the provider says are over: those of its own session, of somebody, or of both. Answers how many. Refuses
 * `logout-token-invalid` when the token was used before.
 */
export const endByProvider = useCase({
  permission: 'access.log-out-by-provider',
  mode: 'write',
  input: z.strictObject({
    issuer: z.string(),
    providerSession: z.string().optional(),
    subject: z.string().optional(),
    token: z.string(),
    lasts: z.int(),
  }),
  run: async ({ tx, now, input: { lasts, ...logout } }) => {
    const ended = await endSessionsByProvider(tx, { ...logout, until: now.add({ seconds: lasts }) }, now);
    return ended === undefined ? refuse('logout-token-invalid') : { ended };
  },
});
