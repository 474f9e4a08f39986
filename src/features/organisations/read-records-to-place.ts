import { z } from 'zod';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { listCases } from './records.sql.ts';
import { Day } from './unit-input.ts';

/**
 * The open cases in those records of an organisation that somebody has to say of where they go, when it is divided from a day: the case numbers and the units, and never who the
 * person is. `ids` as `RecordToPlace` has them. The log is told of each. Refuses `organisation-not-found` and `forbidden`.
 */
export const readRecordsToPlace = useCase({
  permission: 'organisations.split-organisation',
  mode: 'read',
  input: z.strictObject({ organisation: z.uuid(), ids: z.array(z.uuid()).max(2000), from: Day }),
  run: async ({ tx, actor, input: { organisation: id, ids, from } }) => {
    const permission = 'organisations.split-organisation';
    const one = await findOrganisation(tx, id);
    if (!one) return refuse('organisation-not-found', { id });
    if (!mayHandleBodies(actor, permission, one.county)) return refuse('forbidden', { permission });
    const named = new Set(ids);
    const records = (await listCases(tx, id, from)).flatMap(({ person, cases }) => {
      const open = cases.filter((one) => one.open);
      const [first] = open;
      return first && named.has(first.id) ? [{ id: first.id, person, cases: open.map(({ number, unit }) => ({ number, unit })) }] : [];
    });
    return { organisation: id, records };
  },
  audit: (_, answer) =>
    (answer?.records ?? []).map(({ person }) => ({
      person,
      owner: answer?.organisation ?? null,
      record: { kind: 'person', id: person },
      purpose: { kind: 'administration', share: null },
      details: { cases: true },
    })),
});
