import type { ConsentStatus, DataKind } from '../../domain/consents/kinds.ts';
import { dataKinds } from '../../domain/consents/kinds.ts';
import { latestWritten, type Voice } from '../../domain/plans/parts.ts';
import type { Initiator, PlanKind } from '../../domain/plans/plan-kinds.ts';
import { abilitiesWhenClosed, mayReadKind, type PlanAbilities, planAbilitiesOn } from '../../domain/plans/policy.ts';
import type { Ground, PlanReach } from '../../domain/plans/reach.ts';
import { type Stage, stageOf } from '../../domain/plans/stage.ts';
import { openText, personContexts, shownNumber } from '../persons/index.ts';
import { type Said, saidOf } from './contents/contents.ts';
import type { CoreLoaded } from './load-core.ts';
import { type Asking, agreedTo, type Known } from './load-plan.ts';
import type { AssessmentRow, PartyRow, TextRow } from './plans.sql.ts';
import { contexts } from './sealed.ts';

export type ShownIdentity = {
  readonly name: string;
  readonly number: string | undefined;
  readonly interpreter: string | undefined;
  readonly protected: boolean;
};

export type ShownInitiative = { readonly by: Initiator; readonly on: Temporal.PlainDate; readonly reason: string };

export type ShownAssessment = {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly needed: boolean;
  readonly reason: string | undefined;
  readonly at: Temporal.Instant;
};

export type ShownText = {
  readonly part: string;
  readonly dataKind: DataKind;
  readonly voice: Voice;
  readonly unit: string | undefined;
  readonly text: string;
  readonly at: Temporal.Instant;
  /** How many times it was written before. */
  readonly earlier: number;
};

/** What a plan itself says, as its reader may see it. What is undefined is shut to them: it says nothing of whether there is anything. */
export type PlanCore = {
  readonly id: string;
  readonly kind: PlanKind;
  readonly owner: { readonly id: string; readonly name: string; readonly unit: string };
  readonly county: string;
  readonly municipality: string;
  readonly kinds: readonly { readonly kind: DataKind; readonly ground: Ground | undefined }[];
  readonly stage: Stage | undefined;
  readonly agreed: ConsentStatus | undefined;
  readonly identity: ShownIdentity | undefined;
  readonly parties: readonly PartyRow[] | undefined;
  readonly initiatives: readonly ShownInitiative[] | undefined;
  readonly assessments: readonly ShownAssessment[] | undefined;
  readonly texts: readonly ShownText[];
  readonly contents: Said;
  readonly established: boolean;
  readonly abilities: PlanAbilities;
};

/** What the plan says, for its reader: of what has been read already, so nothing more is asked. What they may not read has not left the database. */
export function showCore(asking: Asking, loaded: CoreLoaded): PlanCore {
  const { actor, now, keys } = asking;
  const { row, reach, parts } = loaded;
  const { closed, initiatives, assessments } = parts;
  const agreed = mayReadKind(reach, 'needs') ? agreedTo(loaded, now) : undefined;
  const abilities = planAbilitiesOn(actor, reach);
  return {
    id: row.id,
    kind: row.kind,
    owner: { id: row.owner, name: row.owner_name, unit: row.unit_name },
    county: row.county_code,
    municipality: row.municipality_code,
    kinds: dataKinds.map((kind) => ({ kind, ground: reach.grounds.get(kind) })),
    stage: assessments && agreed ? stageOf({ assessments, agreed, established: row.established, closed }) : undefined,
    agreed,
    identity: identityOf(asking, row, reach),
    parties: parts.parties ?? undefined,
    initiatives: initiatives?.map(({ id, made_by, on_day, reason_cipher }) => ({
      by: made_by,
      on: on_day,
      reason: keys.decrypt(reason_cipher, contexts.initiative(id)),
    })),
    assessments: assessments?.map((one) => assessmentOf(asking, one)),
    texts: textsOf(asking, parts.texts, reach),
    contents: saidOf(keys, parts),
    established: row.established,
    abilities: closed ? abilitiesWhenClosed(abilities) : abilities,
  };
}

/** Whose plan it is, where that is for the reader. */
export function identityOf({ keys }: Pick<Asking, 'keys'>, row: Known['row'], reach: PlanReach): ShownIdentity | undefined {
  if (row.name === null || !mayReadKind(reach, 'identity')) return undefined;
  const number = openText(keys, row.number_cipher, personContexts.number(row.person_id));
  return {
    name: row.name,
    number: number && shownNumber(number),
    interpreter: row.interpreter_language ?? undefined,
    protected: row.protection !== null,
  };
}

function assessmentOf(
  { keys }: Asking,
  { id, organisation, organisation_name, needed, reason_cipher, at }: AssessmentRow,
): ShownAssessment {
  const reason = openText(keys, reason_cipher, contexts.assessment(id));
  return { organisation: { id: organisation, name: organisation_name }, needed, reason, at };
}

/** The latest of each text of the plan that is for the reader. */
export function textsOf({ keys }: Asking, rows: readonly TextRow[], reach: PlanReach): ShownText[] {
  const readable = rows.filter(({ dataKind }) => mayReadKind(reach, dataKind));
  return latestWritten(readable).map(({ id, part, dataKind, voice, unit_name, cipher, at }) => ({
    ...{ part, dataKind, voice, at },
    unit: unit_name ?? undefined,
    text: keys.decrypt(cipher, contexts.text(id)),
    earlier: readable.filter((one) => one.part === part && one.voice === voice).length - 1,
  }));
}
