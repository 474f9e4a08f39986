import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { organisationOfParty } from '../organisations/index.ts';
import { loadChangeFor } from './load-change.ts';

/**
 * Calls off an announced change before its day, and tells everyone who was ever told of it, also of an earlier wording. It stays to be read. Refuses what
 * `loadChangeFor` refuses.
 */
export const withdrawChange = useCase({
  permission: 'planned-changes.withdraw',
  mode: 'write',
  input: z.strictObject({ change: z.uuid(), seen: z.int() }),
  run: async (context) => {
    const { change: id, seen } = context.input;
    const view = await loadChangeFor(context, { id, act: 'planned-changes.withdraw', seen });
    if (isRefusal(view)) return view;
    const tell = [...view.owner.receivers, ...view.left].map((party) => ({
      kind: 'change-planned',
      to: { role: 'registrar', organisation: organisationOfParty(view.row.county, party) } as const,
      params: { change: id, step: 'withdrawn', from: view.wording.from },
    }));
    await context.record({ kind: 'planned-changes.withdraw', subject: { kind: 'planned-change', id }, content: { number: seen }, tell });
    return { id };
  },
});
