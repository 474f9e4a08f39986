import { z } from 'zod';
import type { MayBeMade, PlanToEstablish } from '../../../domain/plans/establish.ts';
import type { Voice } from '../../../domain/plans/parts.ts';
import { mayReadKind } from '../../../domain/plans/policy.ts';
import { holding, latestOfSort } from '../../../domain/plans/wordings.ts';
import type { KeyRing } from '../../../platform/index.ts';
import { type Answerable, changesOf, type ShownChange } from '../answers/changes.ts';
import { kindFacts } from '../kinds/load-kind.ts';
import { type Asking, agreedTo, type Loaded } from '../load-plan.ts';
import type { PlanParts } from '../plan-parts.ts';
import { listParties } from '../plans.sql.ts';
import { contexts } from '../sealed.ts';
import { type DutyRow, listDuties, listGoals, listMeasures, type MeasureRow } from './contents.sql.ts';

/** What a goal says. `sign`: how one sees that it is reached. */
export const GoalWords = z.strictObject({ goal: z.string(), sign: z.string() });
/** What a measure says. `who`: by name, or who the other is; `ownPart`: what the person does themselves. */
export const MeasureWords = z.strictObject({ need: z.string(), what: z.string(), who: z.string(), ownPart: z.string() });

export type ShownGoal = z.output<typeof GoalWords> & {
  readonly id: string;
  readonly number: number;
  readonly voice: Voice;
  readonly horizon: 'short' | 'long';
};

export type ShownMeasure = z.output<typeof MeasureWords> & Omit<MeasureRow, 'cipher' | 'dropped' | 'wording' | 'at'>;

/** Who answers for what, as it was said last. */
export type ShownDuties = {
  readonly overall: { readonly id: string; readonly name: string } | undefined;
  readonly coordinator: { readonly id: string; readonly name: string; readonly substitute: string | undefined } | undefined;
  readonly followUp: Temporal.PlainDate | undefined;
  readonly participation: { readonly took: boolean; readonly reason: string | undefined } | undefined;
  readonly othersAsked: boolean;
};

/** Goals, measures and who answers for what. What is undefined is shut to the reader. */
export type Said = {
  readonly goals: readonly ShownGoal[] | undefined;
  readonly measures: readonly ShownMeasure[] | undefined;
  readonly duties: ShownDuties | undefined;
};

/** What a plan says. What is undefined is shut to the reader. */
export type Contents = Said & {
  readonly toEstablish: PlanToEstablish | undefined;
  /** What of it is for the person to answer, and what they have said. */
  readonly changes: readonly ShownChange[] | undefined;
};

/** The rows that it is worked out of; null where they are shut to the reader. */
type Rows = Pick<PlanParts, 'goals' | 'measures' | 'duties'>;

/** What is said of goals, measures and who answers for what, of rows that are for the reader. */
export function saidOf(keys: KeyRing, { goals, measures, duties }: Rows): Said {
  return {
    goals:
      goals === null
        ? undefined
        : holding(goals).map(({ id, wording, number, voice, horizon, cipher }) => ({
            ...{ id, number, voice, horizon },
            ...GoalWords.parse(JSON.parse(keys.decrypt(cipher, contexts.goalWords(wording)))),
          })),
    measures:
      measures === null
        ? undefined
        : holding(measures).map(({ cipher, wording, dropped: _, at: __, ...one }) => ({
            ...one,
            ...MeasureWords.parse(JSON.parse(keys.decrypt(cipher, contexts.measure(wording)))),
          })),
    duties: duties === null ? undefined : dutiesOf(keys, duties),
  };
}

/** What the plan says now, as far as its reader may see it. `rows`: where they have been read already. */
export async function contentsOf(asking: Asking, loaded: Loaded, rows?: Rows): Promise<Contents> {
  const { goals, measures, duties } = rows ?? (await rowsOf(asking, loaded));
  const said = saidOf(asking.keys, { goals, measures, duties });
  const answerable = [...(said.measures ?? []).map(ofMeasure), ...(said.goals ?? []).map(ofGoal), ...ofDuties(duties ?? [])];
  return {
    ...said,
    changes: goals || measures ? await changesOf(asking, loaded.row.id, answerable) : undefined,
    toEstablish: measures && duties && loaded.reach.leads ? await establishFacts(asking, loaded, holding(measures), duties) : undefined,
  };
}

async function rowsOf({ tx }: Asking, { reach, row }: Loaded): Promise<Rows> {
  const [goals, measures] = [mayReadKind(reach, 'goals'), mayReadKind(reach, 'measures')];
  return {
    goals: goals ? await listGoals(tx, row.id) : null,
    measures: measures ? await listMeasures(tx, row.id) : null,
    duties: measures ? await listDuties(tx, row.id) : null,
  };
}

const ofMeasure = ({ id, number, what }: ShownMeasure): Answerable => ({ kind: 'measure', subject: id, number, said: what });
const ofGoal = ({ id, number, goal, voice }: ShownGoal): Answerable => ({ kind: 'goal', subject: id, number, said: goal, voice });

/** Who answers for the whole, who coordinates and when it is followed up, as each was said last. */
function ofDuties(rows: readonly DutyRow[]): Answerable[] {
  const latest = latestOfSort(rows);
  return (['overall', 'coordinator', 'follow-up'] as const).flatMap((sort): Answerable[] => {
    const row = latest.get(sort);
    if (!row) return [];
    const said = row.organisation_name ?? row.account_name ?? '';
    return [{ kind: 'duty', subject: row.id, number: 1, sort, said, ...(row.day ? { day: row.day } : {}) }];
  });
}

function dutiesOf(keys: KeyRing, rows: readonly DutyRow[]): ShownDuties {
  const latest = latestOfSort(rows);
  const [overall, coordinator, participation] = [latest.get('overall'), latest.get('coordinator'), latest.get('participation')];
  return {
    overall: overall?.organisation ? { id: overall.organisation, name: overall.organisation_name ?? '' } : undefined,
    coordinator: coordinator?.account
      ? { id: coordinator.account, name: coordinator.account_name ?? '', substitute: coordinator.substitute_name ?? undefined }
      : undefined,
    followUp: latest.get('follow-up')?.day ?? undefined,
    participation: participation && {
      took: participation.took_part === true,
      reason: participation.reason_cipher ? keys.decrypt(participation.reason_cipher, contexts.duty(participation.id)) : undefined,
    },
    othersAsked: latest.has('others-asked'),
  };
}

/** What is asked of the plan when it is to be established. */
async function establishFacts(
  asking: Asking,
  loaded: Loaded,
  measures: readonly MeasureRow[],
  rows: readonly DutyRow[],
): Promise<PlanToEstablish> {
  const { tx, now } = asking;
  const latest = latestOfSort(rows);
  const none = new Set(rows.filter(({ sort }) => sort === 'huvudman-none').map(({ organisation }) => organisation));
  const organisations = new Set((await listParties(tx, loaded.row.id)).map(({ organisation }) => organisation));
  const participation = latest.get('participation');
  const agreed = agreedTo(loaded, now);
  const mayBeMade: MayBeMade = agreed === 'cannot-consent' ? { answer: 'cannot', hasGround: true } : { answer: agreed };
  return {
    kind: loaded.row.kind,
    needs: measures.length,
    huvudman: [...organisations].map((organisation) => ({
      organisation,
      measures: measures.filter((one) => one.organisation === organisation).length,
      saysNone: none.has(organisation),
    })),
    others: { measures: measures.filter(({ doer }) => doer === 'other').length, asked: latest.has('others-asked') },
    overall: latest.get('overall')?.organisation ?? undefined,
    coordinator: latest.get('coordinator')?.account ?? undefined,
    followUp: latest.get('follow-up')?.day ?? undefined,
    participation:
      participation && (participation.took_part ? { took: true } : { took: false, hasReason: participation.reason_cipher !== null }),
    mayBeMade,
    ...(await kindFacts(asking, loaded, measures)),
  };
}
