import { z } from 'zod';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { useCase } from '../../../platform/index.ts';
import { lookAtPlan } from '../../plans/index.ts';
import { keeping } from './keeping.ts';
import { insertRepresentativeEnd, listRepresentatives } from './speakers.sql.ts';

/** Ends the assignment of a representative now, before its time. Once more changes nothing. Refuses `plan-not-found`, `speaker-not-found`. */
export const endRepresentative = useCase({
  permission: 'consents.change-speaker',
  mode: 'write',
  input: z.strictObject({ plan: z.uuid(), representative: z.uuid() }),
  run: async (context) => {
    const { tx, now, input, record } = context;
    const found = await keeping(context);
    if (isRefusal(found)) return found;
    const { loaded, by } = found;
    const { representative } = input;
    if (!(await listRepresentatives(tx, loaded.row.person_id)).some((one) => one.id === representative)) return refuse('speaker-not-found');
    if (!(await insertRepresentativeEnd(tx, representative, by, now))) return { loaded };
    await record({
      kind: 'consents.change-speaker',
      subject: { kind: 'plan', id: input.plan },
      content: { speaker: representative, turn: 'ended' },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, speaker: 'representative' }),
});
