import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { lockRound } from './consultations.sql.ts';
import { loadRoundFor } from './load-round.ts';
import { tellReceivers } from './tell-receivers.ts';

/**
 * Calls a round back that was sent by mistake, as long as nobody has answered: it is kept, asks nobody anything, and does not stand in the way of a decision.
 * Those asked are told. Refuses `round-answered`, and what `loadRoundFor` refuses.
 */
export const recallRound = useCase({
  permission: 'consultations.recall',
  mode: 'write',
  input: z.strictObject({ round: z.uuid() }),
  run: async (context) => {
    const { tx, today, input, record } = context;
    await lockRound(tx, input.round);
    const view = await loadRoundFor(context, input.round, 'consultations.recall');
    if (isRefusal(view)) return view;
    const { row, receivers } = view;
    const told = { county: row.county, receivers, params: { consultation: row.id } };
    const act = await record({
      kind: 'consultations.recall',
      subject: { kind: 'consultation', id: row.id },
      content: { draft: row.draft },
      tell: await tellReceivers(tx, 'consultation-recalled', told, today),
    });
    return { act };
  },
});
