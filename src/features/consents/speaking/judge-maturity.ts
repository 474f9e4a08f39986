import { z } from 'zod';
import { deciders } from '../../../domain/consents/maturity.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { useCase } from '../../../platform/index.ts';
import { lookAtPlan, noteChild } from '../../plans/index.ts';
import { beginningOf, keeping } from './keeping.ts';
import { Evidence } from './name-guardian.ts';
import { contexts } from './sealed.ts';
import { insertMaturity, listMaturities } from './speakers.sql.ts';

/**
 * Keeps a judgement of who disposes of a child's secrecy, by age and maturity: the guardians, the child with them, or the child alone. Until there is one, no consent opens
 * anything. Refuses `plan-not-found`, `birth-day-missing`, `person-of-age`, `judged-later`, `key-taken`. Source: OSL 12 kap. 3 §, FB 6 kap. 11 §.
 */
export const judgeMaturity = useCase({
  permission: 'consents.change-speaker',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid(),
    plan: z.uuid(),
    decides: z.enum(deciders),
    born: IsoDate.optional(),
    on: IsoDate,
    evidence: Evidence,
  }),
  run: async (context) => {
    const { tx, today, now, keys, input, record } = context;
    const found = await keeping(context);
    if (isRefusal(found)) return found;
    const { loaded, by } = found;
    const day = Temporal.PlainDate.from(input.on);
    if (Temporal.PlainDate.compare(day, today) > 0) return refuse('judged-later');
    const child = await noteChild(context, loaded, input.born === undefined ? undefined : Temporal.PlainDate.from(input.born));
    if (isRefusal(child)) return child;
    const { key: id, decides, evidence, on } = input;
    const person = loaded.row.person_id;
    const one = { id, person, decides, at: beginningOf(day, { today, now }), evidence: keys.encrypt(evidence, contexts.maturity(id)) };
    if (!(await insertMaturity(tx, one, by, now))) {
      const kept = (await listMaturities(tx, person)).find((each) => each.id === id);
      const said = kept && {
        ...{ decides: kept.decides, evidence: keys.decrypt(kept.evidence_cipher, contexts.maturity(id)) },
        on: kept.assessed_at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString(),
      };
      return said && saysTheSame(said, { decides, evidence, on }) ? { loaded } : refuse('key-taken');
    }
    await record({ kind: 'consents.change-speaker', subject: { kind: 'plan', id: input.plan }, content: { maturity: decides, on } });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, speaker: 'maturity' }),
});
