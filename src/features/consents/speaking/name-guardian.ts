import { z } from 'zod';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { newId, useCase } from '../../../platform/index.ts';
import { lookAtPlan, noteChild } from '../../plans/index.ts';
import { keeping } from './keeping.ts';
import { contexts } from './sealed.ts';
import { insertGuardian, insertTurn, listGuardians } from './speakers.sql.ts';

/** How something about somebody who speaks for the person is known. */
export const Evidence = z.string().trim().min(3).max(200);
export const Name = z.string().trim().min(2).max(120);

/**
 * Names a guardian of the child that a plan is about, with custody from the beginning of a day. Each answers for themselves from then on. Refuses `plan-not-found`,
 * `birth-day-missing` (no number tells the child's age, and it is not said), `person-of-age`, `key-taken`. Source: FB 6 kap. 11 §.
 */
export const nameGuardian = useCase({
  permission: 'consents.name-speaker',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), plan: z.uuid(), name: Name, born: IsoDate.optional(), from: IsoDate, evidence: Evidence }),
  run: async (context) => {
    const { tx, now, keys, input, record } = context;
    const found = await keeping(context);
    if (isRefusal(found)) return found;
    const { loaded, by } = found;
    const child = await noteChild(context, loaded, input.born === undefined ? undefined : Temporal.PlainDate.from(input.born));
    if (isRefusal(child)) return child;
    const person = loaded.row.person_id;
    const { key: id, name, evidence, from } = input;
    const sealed = { name: keys.encrypt(name, contexts.guardian(id)), evidence: keys.encrypt(evidence, contexts.guardianEvidence(id)) };
    if (!(await insertGuardian(tx, { id, person, ...sealed }, by, now))) {
      const kept = (await listGuardians(tx, person)).find((one) => one.id === id);
      const said = kept && {
        name: keys.decrypt(kept.name_cipher, contexts.guardian(id)),
        evidence: keys.decrypt(kept.evidence_cipher, contexts.guardianEvidence(id)),
      };
      return said && saysTheSame(said, { name, evidence }) ? { loaded, id } : refuse('key-taken');
    }
    const turn = newId(now);
    const at = Temporal.PlainDate.from(from).toZonedDateTime('Europe/Stockholm').toInstant();
    await insertTurn(
      tx,
      { id: turn, guardian: id, of: 'custody', begins: true, at, evidence: keys.encrypt(evidence, contexts.turn(turn)) },
      by,
      now,
    );
    await record({ kind: 'consents.name-speaker', subject: { kind: 'plan', id: input.plan }, content: { speaker: id, as: 'guardian' } });
    return { loaded, id };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, speaker: 'guardian' }),
});
