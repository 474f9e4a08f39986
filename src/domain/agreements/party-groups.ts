import type { StatusReason } from './ground.ts';
import type { PartyStatus, PartyStatusCode } from './status-for-party.ts';

/** Parties that an agreement stands to in the same way and for the same kinds of reasons, in the order they came. */
export type PartyGroup = {
  readonly code: PartyStatusCode;
  readonly parties: readonly PartyStatus[];
  /** ISO days: the first and last of the present state, where they are the same for all of them. */
  readonly since?: string;
  readonly until?: string;
  /** The reasons, where all that differs between the parties is what they are called: those of the first of them. */
  readonly reasons?: readonly StatusReason[];
};

/** Puts parties together that stand alike: the same status from reasons of the same kinds. The days and decisions may be each party's own. */
export function groupParties(parties: readonly PartyStatus[]): PartyGroup[] {
  const alike = Map.groupBy(parties, ({ code, reasons }) => [code, ...reasons.map((reason) => reason.code)].join(' '));
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first) return [];
    const { code, since, until, reasons } = first;
    const spoken = wordsOf(reasons);
    return {
      code,
      parties: group,
      ...(since !== undefined && others.every((one) => one.since === since) ? { since } : {}),
      ...(until !== undefined && others.every((one) => one.until === until) ? { until } : {}),
      ...(others.every((one) => wordsOf(one.reasons) === spoken) ? { reasons } : {}),
    };
  });
}

/** What reasons say, but for whom they say it of. */
function wordsOf(reasons: readonly StatusReason[]): string {
  return JSON.stringify(reasons.map(({ params: { name: _, party: __, ...params }, cites }) => [params, cites]));
}
