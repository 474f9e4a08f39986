import { z } from 'zod';
import { useCase } from '../../platform/index.ts';
import { listOwnOpenings } from './emergency.sql.ts';
import { lookAt } from './looks.ts';

/**
 * Emergency openings of the records about the one who asks, the latest first: by which unit, on what ground, when, and what the reviewer found. It holds
 * also for those made before the individual first logged in, whom nobody could tell then.
 */
export const readOwnOpenings = useCase({
  permission: 'persons.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx }) => {
    const rows = await listOwnOpenings(tx);
    return rows.map((row) => ({
      id: row.id,
      person: row.person,
      owner: { id: row.owner, name: row.owner_name },
      by: { organisation: row.organisation_name, unit: row.unit_name },
      reason: row.reason,
      openedAt: row.opened_at,
      until: row.until,
      verdict: row.verdict ?? undefined,
    }));
  },
  audit: (_, answer = []) =>
    answer.flatMap((one) =>
      lookAt(one.person, { id: one.person, owner: one.owner, purpose: { kind: 'own', share: null } }, { opening: one.id }),
    ),
});
