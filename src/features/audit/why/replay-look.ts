import { z } from 'zod';
import type { Actor } from '../../../domain/access/actor.ts';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import { type Ground, planReachOf } from '../../../domain/plans/reach.ts';
import { compareReach, type Replay, readGrounds } from '../../../domain/plans/replay.ts';
import type { Tx } from '../../../platform/index.ts';
import { type StandingFacts, standingOf } from '../../plans/index.ts';
import type { PlanLookRow } from './replay.sql.ts';

const Kept = z.object({ rules: z.string(), moment: z.string(), grounds: z.array(z.string()) });

/** Why somebody saw what they saw of a plan: what the log says was open and by what, and what the rules answer when they are asked again. */
export type Explained = {
  readonly moment: Temporal.Instant;
  readonly grounds: ReadonlyMap<DataKind, Ground>;
  readonly replay: Replay;
  /** When each consent or decision that let the reader in was written down, by id. */
  readonly writtenAt: ReadonlyMap<string, Temporal.Instant>;
};

/** How the one of a row stood to the plan at the moment of it, from the rows that are kept. */
export type FindStanding = (tx: Tx, look: PlanLookRow, moment: string) => Promise<StandingFacts | undefined>;

/**
 * Asks the rules again, about the moment of a row of the log and from the rows that are kept, and compares with what the row says. Undefined when the row does not say
 * what decided: it was refused, is older than that, or is no look at what the plan holds.
 */
export async function replayLook(tx: Tx, look: PlanLookRow, find: FindStanding): Promise<Explained | undefined> {
  const kept = Kept.safeParse(look.details);
  const grounds = kept.success ? readGrounds(kept.data.grounds) : undefined;
  if (!kept.success || !grounds || look.outcome !== 'allowed') return undefined;
  const { rules, moment: text } = kept.data;
  const moment = Temporal.Instant.from(text);
  const facts = await find(tx, look, text);
  const standing = facts && standingOf(facts, moment);
  const today = moment.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  const again = standing ? planReachOf(actorOf(look, moment), standing, { today, now: moment }) : { grounds: new Map() };
  const written = [
    ...(standing?.consents.consents ?? []).map(({ id, recordedAt }) => [id, recordedAt] as const),
    ...(standing?.decisions ?? []).map(({ id, recordedAt }) => [id, recordedAt] as const),
  ];
  return { moment, grounds, replay: compareReach({ rules, grounds }, again), writtenAt: new Map(written) };
}

/** Who acted, as far as the rules ask: for which huvudman, in which unit. Nothing of their login is kept, and nothing of it decides. */
function actorOf({ account, actor_kind, role, organisation, unit, owner }: PlanLookRow, at: Temporal.Instant): Actor {
  const login = { account: account ?? '', name: '', session: '', secret: '', assurance: 'loa3' as const, authenticatedAt: at };
  if (actor_kind === 'individual') return { kind: 'individual', login };
  if (!role || !organisation) return { kind: 'staff', login };
  const place = { id: organisation, kind: organisation === owner ? ('municipality' as const) : ('region' as const), name: '' };
  return {
    kind: 'staff',
    login,
    assignment: { id: '', role, organisation: place, county: '', unit: unit ? { id: unit, name: '' } : undefined },
  };
}
