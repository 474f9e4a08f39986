import { z } from 'zod';
import { mayReadOwn } from '../../domain/persons/policy.ts';
import { useCase } from '../../platform/index.ts';
import { showRecord, standingTo } from './load-record.ts';
import { lookAt } from './looks.ts';
import { listOwnRecords } from './record.sql.ts';

/** More than all the huvudmen that anybody meets. */
const MOST = 50;

/** What the huvudmen here have written down about the one who asks: a record for each that knows them. */
export const readOwnPersons = useCase({
  permission: 'persons.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async (context) => {
    const rows = await listOwnRecords(context.tx, MOST);
    const own = rows.map((row) => standingTo(context, row)).filter(({ reach }) => mayReadOwn(context.actor, reach));
    return own.map((loaded) => showRecord(context, loaded));
  },
  audit: (_, answer = []) => answer.flatMap((one) => lookAt(one.id, one)),
});
