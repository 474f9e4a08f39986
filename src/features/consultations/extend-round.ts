import { z } from 'zod';
import { extensionFault } from '../../domain/consultations/round.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { insertExtension, lockRound } from './consultations.sql.ts';
import { loadRoundFor } from './load-round.ts';
import { tellReceivers } from './tell-receivers.ts';

/**
 * Gives everyone asked in a round more time, and says why; they are told. Only whoever opened it may, and not once it is closed or called back. Views that came
 * meanwhile are no longer late. The same again is the same. Answers the last day. Refuses what `extensionFault` says, and what `loadRoundFor` refuses.
 */
export const extendRound = useCase({
  permission: 'consultations.extend',
  mode: 'write',
  input: z.strictObject({ round: z.uuid(), lastDay: IsoDate, reason: z.string().trim().min(1).max(2000) }),
  run: async (context) => {
    const { tx, today, now, input, record } = context;
    const { round, lastDay, reason } = input;
    await lockRound(tx, round);
    const view = await loadRoundFor(context, round, 'consultations.extend');
    if (isRefusal(view)) return view;
    const { row, receivers, extensions } = view;
    const held = extensions.at(-1);
    if (held?.lastDay === lastDay && held.reason === reason) return { lastDay };
    const fault = extensionFault(lastDay, row, today);
    if (fault) return fault;
    const number = extensions.length + 1;
    const told = { county: row.county, receivers, params: { consultation: round, to: lastDay } };
    const act = await record({
      kind: 'consultations.extend',
      subject: { kind: 'consultation', id: round },
      content: { draft: row.draft, number, from: row.lastDay, lastDay },
      tell: await tellReceivers(tx, 'consultation-extended', told, today),
    });
    await insertExtension(tx, { act, round, number, lastDay, reason, at: now });
    return { lastDay };
  },
});
