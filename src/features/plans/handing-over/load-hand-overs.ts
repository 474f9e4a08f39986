import type { DataKind } from '../../../domain/consents/kinds.ts';
import { type FollowingStands, mayOfferHandOver } from '../../../domain/plans/following-policy.ts';
import { type HandOverAnswer, handOverFault } from '../../../domain/plans/hand-over.ts';
import { shutTo } from '../../../domain/plans/policy.ts';
import { openText } from '../../persons/index.ts';
import type { Asking, Loaded } from '../load-plan.ts';
import { listParties } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { findLead, findOverall, listHandOvers } from './hand-over.sql.ts';

export type ShownHandOver = {
  readonly id: string;
  readonly unit: string;
  readonly organisation: string;
  readonly from: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly answer: HandOverAnswer | undefined;
  readonly answeredAt: Temporal.Instant | undefined;
  readonly whyNot: string | undefined;
  /** Is it for the reader's unit to answer? */
  readonly own: boolean;
};

/** How the answer for the whole of a plan has been handed over, and what the reader may do about it. */
export type ShownHandOvers = {
  readonly all: readonly ShownHandOver[];
  /** The units that can be asked when nobody is; empty when it is not for the reader. */
  readonly toAsk: readonly { readonly unit: string; readonly name: string }[];
  readonly mayWithdraw: boolean;
  /** The unit that has accepted and leads the plan since then. */
  readonly lead: { readonly unit: string; readonly organisation: string; readonly own: boolean } | undefined;
  /** What is shut to the reader, where they lead the plan or are asked to: it takes all of it to make a new version. */
  readonly shut: readonly DataKind[];
};

/** The questions to answer for the whole of a plan, as far as they are for the reader. */
export async function loadHandOvers(asking: Asking, loaded: Loaded, stands: FollowingStands): Promise<ShownHandOvers> {
  const { tx, keys, actor } = asking;
  const { row, reach } = loaded;
  const rows = row.established ? await listHandOvers(tx, row.id) : [];
  const open = rows.some(({ answer }) => answer === null);
  const lead = row.lead ? await findLead(tx, row.lead) : undefined;
  const offers = mayOfferHandOver(actor, reach, stands) && row.established;
  const [parties, overall] = offers ? [await listParties(tx, row.id), await findOverall(tx, row.id)] : [[], undefined];
  return {
    all: rows.map((one) => ({
      ...{ id: one.id, unit: one.unit_name, organisation: one.organisation_name, from: one.from_name, at: one.at },
      reason: keys.decrypt(one.reason_cipher, contexts.handOver(one.id)),
      answer: one.answer ?? undefined,
      answeredAt: one.answered_at ?? undefined,
      whyNot: openText(keys, one.answer_cipher, contexts.handOverAnswer(one.id)),
      own: one.own,
    })),
    toAsk: parties.flatMap(({ unit, unit_name, organisation_name }) =>
      overall && !handOverFault({ stage: stands.stage, established: true, overall, parties, unit, open: false })
        ? [{ unit, name: `${unit_name}, ${organisation_name}` }]
        : [],
    ),
    mayWithdraw: offers && open,
    lead: lead && { ...lead, own: reach.leads },
    shut: reach.leads || rows.some(({ own }) => own) ? shutTo(reach) : [],
  };
}
