import { z } from 'zod';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { useCase } from '../../../platform/index.ts';
import { lookAtPlan } from '../../plans/index.ts';
import { beginningOf, keeping } from './keeping.ts';
import { Evidence } from './name-guardian.ts';
import { contexts } from './sealed.ts';
import { findTurn, insertTurn, listGuardians } from './speakers.sql.ts';

/** What can happen with a guardian: custody ends or begins anew, and secrecy towards them begins or ends. */
export const guardianTurns = ['custody-ends', 'custody-begins', 'concealed-begins', 'concealed-ends'] as const;

/**
 * Notes that the custody of a guardian ends or begins, or that secrecy holds towards them or no longer does: of today at once, of another day from its midnight. A guardian
 * without custody, or towards whom secrecy holds, is not asked. Refuses `plan-not-found`, `speaker-not-found`, `key-taken`. Source: OSL 12 kap. 3 §, FB 6 kap. 11 §.
 */
export const turnGuardian = useCase({
  permission: 'consents.change-speaker',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid(),
    plan: z.uuid(),
    guardian: z.uuid(),
    turn: z.enum(guardianTurns),
    on: IsoDate,
    evidence: Evidence,
  }),
  run: async (context) => {
    const { tx, today, now, keys, input, record } = context;
    const found = await keeping(context);
    if (isRefusal(found)) return found;
    const { loaded, by } = found;
    const { key: id, guardian, turn, evidence } = input;
    if (!(await listGuardians(tx, loaded.row.person_id)).some((one) => one.id === guardian)) return refuse('speaker-not-found');
    const [of, begins] = [turn.startsWith('custody') ? ('custody' as const) : ('concealed' as const), turn.endsWith('begins')];
    const day = Temporal.PlainDate.from(input.on);
    const made = await insertTurn(
      tx,
      { id, guardian, of, begins, at: beginningOf(day, { today, now }), evidence: keys.encrypt(evidence, contexts.turn(id)) },
      by,
      now,
    );
    if (!made) {
      const kept = await findTurn(tx, id);
      const said = kept && {
        ...{ guardian: kept.guardian, of: kept.of, begins: kept.begins, evidence: keys.decrypt(kept.evidence_cipher, contexts.turn(id)) },
        on: kept.happens_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString(),
      };
      return said && saysTheSame(said, { guardian, of, begins, evidence, on: input.on }) ? { loaded } : refuse('key-taken');
    }
    await record({
      kind: 'consents.change-speaker',
      subject: { kind: 'plan', id: input.plan },
      content: { speaker: guardian, turn, on: input.on },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, speaker: 'guardian' }),
});
