import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { UseCaseContext } from '../../platform/index.ts';
import { endAssignmentsIn, insertCarried, listComing } from './unit-assignments.sql.ts';

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'now' | 'record'>;

/**
 * Ends the assignments in units that end the day before `on`, each as an act of its own; with a unit that follows (`into`) they go on there. Refuses
 * `assignments-to-come` (params.who: names, params.from: ISO day of the first) when some begin then or later: what has been given is not taken back unseen.
 */
export async function endWithUnits(
  { tx, now, record }: Context,
  units: readonly string[],
  on: Temporal.PlainDate,
  into?: string,
): Promise<Refusal<'assignments-to-come'> | undefined> {
  const coming = await listComing(tx, units, on);
  if (coming.length > 0) {
    const [first] = coming.map(({ from }) => from).sort(Temporal.PlainDate.compare);
    return refuse('assignments-to-come', { who: coming.map(({ name }) => name).join(', '), from: first?.toString() });
  }
  const carried = into === undefined ? [] : await insertCarried(tx, { units, into, on }, now);
  for (const { id, account } of await endAssignmentsIn(tx, units, on)) {
    await record({ kind: 'access.end-assignment', subject: { kind: 'assignment', id }, effectiveOn: on, content: { account } });
  }
  for (const { id, account, role, organisation, to, deputyFor } of carried) {
    await record({
      kind: 'access.give-assignment',
      subject: { kind: 'assignment', id },
      effectiveOn: on,
      content: { account, role, organisation, unit: into ?? null, body: null, to: to?.toString() ?? null, deputyFor },
    });
  }
  return undefined;
}
