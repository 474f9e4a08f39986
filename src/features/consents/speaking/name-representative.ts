import { z } from 'zod';
import { dataKinds } from '../../../domain/consents/kinds.ts';
import { matters, representativeFaults, representativeKinds } from '../../../domain/consents/representatives.ts';
import { endOf, lastDay } from '../../../domain/consents/spell-out.ts';
import { IsoDate } from '../../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { useCase } from '../../../platform/index.ts';
import { lookAtPlan } from '../../plans/index.ts';
import { beginningOf, keeping } from './keeping.ts';
import { Evidence, Name } from './name-guardian.ts';
import { contexts } from './sealed.ts';
import { insertRepresentative, listRepresentatives } from './speakers.sql.ts';

/**
 * Names somebody who speaks for the adult that a plan is about: in what, from a day and to the end of another. Refuses `plan-not-found`,
 * `representative-ends-before-start`, `relative-cannot-consent`, `kinds-need-read`, `key-taken`. Source: FB 11 kap., lag (2017:310).
 */
export const nameRepresentative = useCase({
  permission: 'consents.name-speaker',
  mode: 'write',
  input: z.strictObject({
    ...{ key: z.uuid(), plan: z.uuid(), name: Name, kind: z.enum(representativeKinds), from: IsoDate, until: IsoDate, evidence: Evidence },
    matters: z.array(z.enum(matters)).min(1).max(matters.length),
    /** Which parts of a plan they may read with a login of their own; none is nothing. */
    kinds: z.array(z.enum(dataKinds)).max(dataKinds.length).default([]),
  }),
  run: async (context) => {
    const { tx, today, now, keys, input, record } = context;
    const found = await keeping(context);
    if (isRefusal(found)) return found;
    const { loaded, by } = found;
    const { key: id, name, kind, evidence } = input;
    const from = beginningOf(Temporal.PlainDate.from(input.from), { today, now });
    const until = endOf(Temporal.PlainDate.from(input.until));
    const held = matters.filter((matter) => input.matters.includes(matter));
    const kinds = dataKinds.filter((one) => input.kinds.includes(one));
    const [fault] = representativeFaults({ kind, matters: held, from, until, dataKinds: kinds, evidence });
    if (fault) return fault;
    const person = loaded.row.person_id;
    const sealed = {
      name: keys.encrypt(name, contexts.representative(id)),
      evidence: keys.encrypt(evidence, contexts.representativeEvidence(id)),
    };
    if (!(await insertRepresentative(tx, { id, person, kind, matters: held, kinds, from, until, ...sealed }, by, now))) {
      const kept = (await listRepresentatives(tx, person)).find((one) => one.id === id);
      const said = kept && {
        ...{
          kind: kept.kind,
          matters: [...kept.matters].toSorted(),
          kinds: [...kept.kinds].toSorted(),
          until: lastDay(kept.until).toString(),
        },
        from: kept.from.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString(),
        name: keys.decrypt(kept.name_cipher, contexts.representative(id)),
        evidence: keys.decrypt(kept.evidence_cipher, contexts.representativeEvidence(id)),
      };
      const sent = { kind, matters: held.toSorted(), kinds: kinds.toSorted(), until: input.until, from: input.from, name, evidence };
      return said && saysTheSame(said, sent) ? { loaded, id } : refuse('key-taken');
    }
    const content = { speaker: id, as: kind, matters: held, kinds, until: input.until };
    await record({ kind: 'consents.name-speaker', subject: { kind: 'plan', id: input.plan }, content });
    return { loaded, id };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, speaker: 'representative' }),
});
