import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { endSession, listOpenSessions } from './sessions.sql.ts';

/** The open sessions of the one who asks, the latest used first. */
export const readOwnSessions = useCase({
  permission: 'access.read-own-sessions',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, now }) => listOpenSessions(tx, getLogin(actor).account, now),
});

/** Ends one of one's own sessions, in this browser or another; its next request finds it ended. Refuses `session-not-found`. */
export const endOwnSession = useCase({
  permission: 'access.end-session',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), reason: z.enum(['logout', 'ended-by-self']) }),
  run: async ({ tx, actor, now, input }) => {
    const ended = await endSession(tx, { account: getLogin(actor).account, ...input }, now);
    return ended ? { ended } : refuse('session-not-found');
  },
});
