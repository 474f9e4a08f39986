import { z } from 'zod';
import { type ClosingReason, reasonsToClose } from '../../../domain/plans/closing.ts';
import type { Outcome, Result } from '../../../domain/plans/follow-up.ts';
import { type FollowingStands, mayClosePlan, mayFollowUp } from '../../../domain/plans/following-policy.ts';
import type { Voice } from '../../../domain/plans/parts.ts';
import { mayReadKind } from '../../../domain/plans/policy.ts';
import { type Stage, stageOf } from '../../../domain/plans/stage.ts';
import { openText } from '../../persons/index.ts';
import { loadHandOvers, type ShownHandOvers } from '../handing-over/load-hand-overs.ts';
import { type Asking, agreedTo, type Loaded } from '../load-plan.ts';
import { listAssessments } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import {
  type ClosingRow,
  type EvaluationRow,
  type FollowUpRow,
  findClosing,
  findFollowingStanding,
  findWish,
  listEvaluations,
  listFollowUps,
  listVersionDays,
} from './following.sql.ts';

/** What a follow-up says. `whyNot`: why the person was not there; `ownView`: what the person said, as the staff noted it. */
export const FollowUpWords = z.strictObject({ present: z.string(), whyNot: z.string(), summary: z.string(), ownView: z.string() });

export type ShownEvaluation = {
  readonly about: 'goal' | 'measure';
  readonly id: string;
  readonly voice: Voice;
  readonly result: Result;
  readonly words: string;
  readonly at: Temporal.Instant;
};

export type ShownFollowUp = z.output<typeof FollowUpWords> & {
  readonly id: string;
  readonly number: number;
  readonly on: Temporal.PlainDate;
  readonly outcome: Outcome;
  readonly next: Temporal.PlainDate | undefined;
  readonly tookPart: boolean;
  readonly unit: string;
  readonly at: Temporal.Instant;
  /** Of goals and measures that the reader may read: those of the staff, and what the person said there. */
  readonly evaluations: readonly ShownEvaluation[];
};

/** What comes after a plan is established, for its reader. What is undefined is shut to them, or is not. */
export type ShownFollowing = {
  readonly stage: Stage;
  readonly due: Temporal.PlainDate | undefined;
  readonly established: Temporal.Instant | undefined;
  readonly followUps: readonly ShownFollowUp[] | undefined;
  /** What the person has written on their own of how it goes, the latest of each goal and measure. */
  readonly own: readonly ShownEvaluation[];
  readonly closing:
    | { readonly on: Temporal.PlainDate; readonly unit: string; readonly reason: ClosingReason | undefined; readonly words: string }
    | undefined;
  readonly wish: { readonly wants: boolean; readonly words: string; readonly at: Temporal.Instant } | undefined;
  /** Is a new version awaited since the last follow-up? */
  readonly revises: boolean;
  readonly handOvers: ShownHandOvers;
  readonly mayFollowUp: boolean;
  readonly mayClose: boolean;
  /** The reasons for which it can be closed now, outside a follow-up. */
  readonly reasons: readonly ClosingReason[];
};

/** How who acts stands to following a plan up and closing it. */
export async function followingOf(asking: Asking, loaded: Loaded): Promise<FollowingStands & { readonly closing: ClosingRow | undefined }> {
  const { tx, now } = asking;
  const { row } = loaded;
  const closing = await findClosing(tx, row.id);
  const assessments = row.established || closing ? [] : await listAssessments(tx, row.id);
  const stage = stageOf({ assessments, agreed: agreedTo(loaded, now), established: row.established, closed: closing !== undefined });
  return { ...(await findFollowingStanding(tx, row.id)), stage, closing };
}

/** Follow-ups, how it went, whether it is closed, and what the reader may do about it. */
export async function loadFollowing(asking: Asking, loaded: Loaded): Promise<ShownFollowing> {
  const { tx, keys, actor } = asking;
  const { row, reach } = loaded;
  const stands = await followingOf(asking, loaded);
  const { closing, stage } = stands;
  const open = mayReadKind(reach, 'follow-up') && row.established;
  const rows = open ? await listFollowUps(tx, row.id) : [];
  const evaluations = open
    ? (await listEvaluations(tx, row.id)).filter(({ about }) => mayReadKind(reach, about === 'goal' ? 'goals' : 'measures'))
    : [];
  const versions = row.established ? await listVersionDays(tx, row.id) : [];
  const [wish, last] = [await findWish(tx, row.id), rows.at(-1)];
  const own = new Map(evaluations.filter(({ voice }) => voice === 'own').map((one) => [one.about_id, one]));
  return {
    stage,
    due: closing ? undefined : (stands.due ?? undefined),
    established: versions[0]?.established_at,
    followUps: open ? rows.map((one) => followUpOf(asking, one, evaluations)) : undefined,
    own: [...own.values()].map((one) => evaluationOf(asking, one)),
    closing: closing && {
      on: closing.on,
      unit: closing.unit_name,
      reason: closing.reason ?? undefined,
      words: openText(keys, closing.words_cipher, contexts.closing(row.id)) ?? '',
    },
    wish: wish && { wants: wish.wants, words: openText(keys, wish.words_cipher, contexts.closingWish(wish.id)) ?? '', at: wish.at },
    revises:
      last?.outcome === 'revise' &&
      !versions.some(({ established_at }) => Temporal.Instant.compare(established_at, last.at) >= 0) &&
      !closing,
    handOvers: await loadHandOvers(asking, loaded, stands),
    mayFollowUp: mayFollowUp(actor, reach, stands) && row.established,
    mayClose: mayClosePlan(actor, stands),
    reasons: reasonsToClose({ stage, followedUp: false, established: row.established }),
  };
}

function followUpOf(asking: Asking, row: FollowUpRow, evaluations: readonly EvaluationRow[]): ShownFollowUp {
  const { id, number, on, outcome, next, took_part: tookPart, unit_name: unit, at, words_cipher } = row;
  return {
    ...{ id, number, on, outcome, tookPart, unit, at },
    next: next ?? undefined,
    ...followUpWords(asking, { id, words_cipher }),
    evaluations: evaluations.filter(({ follow_up }) => follow_up === id).map((one) => evaluationOf(asking, one)),
  };
}

/** What a follow-up says, opened. */
export function followUpWords({ keys }: Pick<Asking, 'keys'>, { id, words_cipher }: Pick<FollowUpRow, 'id' | 'words_cipher'>) {
  return FollowUpWords.parse(JSON.parse(keys.decrypt(words_cipher, contexts.followUp(id))));
}

/** How it went, opened. */
export function evaluationOf({ keys }: Pick<Asking, 'keys'>, row: EvaluationRow): ShownEvaluation {
  const { id, about, about_id, voice, result, words_cipher, at } = row;
  return { about, id: about_id, voice, result, words: openText(keys, words_cipher, contexts.evaluation(id)) ?? '', at };
}
