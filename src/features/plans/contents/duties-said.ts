import { latestOfSort } from '../../../domain/plans/wordings.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import type { KeyRing } from '../../../platform/index.ts';
import { contexts } from '../sealed.ts';
import type { DutyRow, DutySort } from './contents.sql.ts';

/** One thing that is said of who answers for what. `reason`: why the person did not take part, in words. */
export type Duty = {
  readonly sort: DutySort;
  readonly organisation?: string | undefined;
  readonly account?: string | undefined;
  readonly substitute?: string | undefined;
  readonly day?: Temporal.PlainDate | undefined;
  readonly tookPart?: boolean | undefined;
  readonly reason?: string | undefined;
};

/** What of it is new: it says something else than was said last of the same sort. That a huvudman has nothing to do is said once. */
export function newOf(said: readonly Duty[], rows: readonly DutyRow[], keys: KeyRing): Duty[] {
  const latest = latestOfSort(rows);
  return said.filter((one) => {
    const last =
      one.sort === 'huvudman-none'
        ? rows.find((row) => row.sort === one.sort && row.organisation === one.organisation)
        : latest.get(one.sort);
    return !last || !isSame(last, one, keys);
  });
}

/** Was this what was said when the row with this key was written? Undefined when no row of the plan has it. */
export function saidUnder(key: string, said: readonly Duty[], rows: readonly DutyRow[], keys: KeyRing): boolean | undefined {
  const first = rows.find(({ id }) => id === key);
  if (!first) return undefined;
  const until = rows.filter(({ at }) => Temporal.Instant.compare(at, first.at) <= 0);
  const isLeftOut = ({ sort, organisation, at }: DutyRow) =>
    (sort === 'others-asked' || sort === 'huvudman-none') &&
    at.equals(first.at) &&
    !said.some((one) => one.sort === sort && (one.organisation ?? null) === organisation);
  return newOf(said, until, keys).length === 0 && !until.some(isLeftOut);
}

function isSame(row: DutyRow, said: Duty, keys: KeyRing): boolean {
  const { organisation, account, substitute, took_part: tookPart } = row;
  const kept = {
    ...{ sort: row.sort, organisation, account, substitute, tookPart, day: row.day?.toString() },
    reason: row.reason_cipher ? keys.decrypt(row.reason_cipher, contexts.duty(row.id)) : undefined,
  };
  const { day, ...sent } = {
    organisation: undefined,
    account: undefined,
    substitute: undefined,
    tookPart: undefined,
    reason: undefined,
    ...said,
  };
  return saysTheSame(kept, { ...sent, day: day?.toString() });
}
