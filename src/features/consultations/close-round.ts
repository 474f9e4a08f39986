import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { lockRound } from './consultations.sql.ts';
import { loadRoundFor } from './load-round.ts';
import { tellReceivers } from './tell-receivers.ts';

/** Closes a round: what was said, and what was done with it, is read from then on by everyone who may read the round. Refuses what `loadRoundFor` refuses. */
export const closeRound = useCase({
  permission: 'consultations.close',
  mode: 'write',
  input: z.strictObject({ round: z.uuid() }),
  run: async (context) => {
    const { tx, today, input, record } = context;
    await lockRound(tx, input.round);
    const view = await loadRoundFor(context, input.round, 'consultations.close');
    if (isRefusal(view)) return view;
    const { row, receivers, comments } = view;
    const told = { county: row.county, receivers, params: { consultation: row.id } };
    const act = await record({
      kind: 'consultations.close',
      subject: { kind: 'consultation', id: row.id },
      content: { draft: row.draft, comments: comments.length },
      tell: await tellReceivers(tx, 'consultation-closed', told, today),
    });
    return { act };
  },
});
