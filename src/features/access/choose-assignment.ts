import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { hashOfSecret, newId, newSecret, useCase } from '../../platform/index.ts';
import { listAssignments } from './assignments.sql.ts';
import { rotateSession } from './sessions.sql.ts';

/** The assignments that the one who asks may act as today. */
export const readOwnAssignments = useCase({
  permission: 'access.choose-assignment',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => listAssignments(tx, getLogin(actor).account, today),
});

/**
 * Acts from now on as one of one's own assignments. The session gets a new secret, which is the answer, since what it opens changes.
 * Refuses `assignment-not-found` (not one's own, or not in force today) and `session-not-found`.
 */
export const chooseAssignment = useCase({
  permission: 'access.choose-assignment',
  mode: 'write',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, now, today, input }) => {
    const login = getLogin(actor);
    const from = hashOfSecret(login.secret);
    if (!from) return refuse('session-not-found');
    const own = await listAssignments(tx, login.account, today);
    if (!own.some(({ id }) => id === input.id)) return refuse('assignment-not-found');
    const secret = newSecret();
    const to = hashOfSecret(secret);
    if (!to) throw new Error('a new secret must be well formed');
    const done = await rotateSession(tx, { from, to, newId: newId(now), assignment: input.id }, now);
    return done ? { secret } : refuse('session-not-found');
  },
});
