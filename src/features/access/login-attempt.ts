import { createHash } from 'node:crypto';
import { z } from 'zod';
import { useCase } from '../../platform/index.ts';
import { insertAttempt, takeAttempt } from './login-attempts.sql.ts';

const State = z.string().min(16).max(200);

/** Keeps what is needed to recognise a login when it comes back from the provider. */
export const keepAttempt = useCase({
  permission: 'access.log-in',
  mode: 'write',
  input: z.strictObject({
    state: State,
    nonce: z.string(),
    verifier: z.string(),
    returnTo: z.string().max(2000),
    kind: z.enum(['login', 'step-up']),
  }),
  run: async ({ tx, now, input: { state, ...attempt } }) => insertAttempt(tx, hashOf(state), attempt, now),
});

/** Takes out the login that a state belongs to; undefined when there is none, or it was used, or took more than ten minutes. */
export const takeKeptAttempt = useCase({
  permission: 'access.log-in',
  mode: 'write',
  input: z.strictObject({ state: State }),
  run: async ({ tx, now, input }) => takeAttempt(tx, hashOf(input.state), now),
});

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}
