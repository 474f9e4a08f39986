import { perRevision, type Tx } from '../../platform/index.ts';
import { listNames } from './names.sql.ts';

const namesOnDay = perRevision(async (tx, day) => new Map((await listNames(tx, day)).map(({ id, name }) => [id, name])), 4);

/** What an organisation or a unit is called on a day, by id: a closed unit as it last was; empty for one that is not there. Asked for once while the register is the same. */
export async function namesOn(tx: Tx, day: Temporal.PlainDate): Promise<(id: string) => string> {
  const names = await namesOnDay(tx, day.toString());
  return (id) => names.get(id) ?? '';
}
