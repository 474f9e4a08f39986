import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { compareDays, lastOf } from '../../domain/organisations/period.ts';
import { unitsCsv } from '../../formats/units-csv.ts';
import { useCase } from '../../platform/index.ts';
import { listUnits } from './units.sql.ts';

/**
 * The units of one's own organisation that have not closed, as a CSV file that can be read in again: each as it was decided last, also when that lies
 * ahead.
 */
export const exportUnits = useCase({
  permission: 'organisations.export-units',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const organisation = assignmentOf(actor)?.organisation.id ?? '';
    const units = await listUnits(tx, { organisation });
    const lasting = units.flatMap((unit) => {
      const was = lastOf(unit.versions);
      const isOurs = was?.organisation === organisation && (was.to === undefined || compareDays(was.to, today) >= 0);
      return isOurs ? [{ unit, was }] : [];
    });
    return { csv: unitsCsv(lasting) };
  },
});
