import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { deliverAgain } from './undelivered.sql.ts';

/** Lets what reached nobody wait for delivery again, within seconds. Refuses `undelivered-not-found`: it has been delivered, or is not theirs to see to. */
export const retryUndelivered = useCase({
  permission: 'notifications.retry-undelivered',
  mode: 'write',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, input: { id }, record }) => {
    const again = await deliverAgain(tx, id);
    if (!again) return refuse('undelivered-not-found');
    const { what, kind, reason } = again;
    await record({ kind: 'notifications.retry-undelivered', subject: { kind: what, id }, content: { kind, reason } });
    return { what };
  },
});
