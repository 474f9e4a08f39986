import type { ConsentStatus, DataKind } from '../../domain/consents/kinds.ts';
import { dataKinds } from '../../domain/consents/kinds.ts';
import type { ClockStep } from '../../domain/plans/clock.ts';
import { latestWritten, type Voice } from '../../domain/plans/parts.ts';
import type { Initiator, PlanKind } from '../../domain/plans/plan-kinds.ts';
import { abilitiesWhenClosed, mayCall, mayReadKind, type PlanAbilities, planAbilitiesOn } from '../../domain/plans/policy.ts';
import type { Ground, PlanReach } from '../../domain/plans/reach.ts';
import { type Stage, stageOf } from '../../domain/plans/stage.ts';
import { openText, personContexts, shownNumber } from '../persons/index.ts';
import { loadCalling, type ShownCalling } from './calling/load-calling.ts';
import { type RightPeople, rightPeople } from './calling/right-people.ts';
import { loadChecks, type ShownChecks } from './checks/load-checks.ts';
import { listSheets } from './checks/sheets.sql.ts';
import { type Contents, contentsOf } from './contents/contents.ts';
import { loadFollowing, type ShownFollowing } from './following/load-following.ts';
import { loadKind, type ShownKind } from './kinds/load-kind.ts';
import { type Asking, agreedTo, type Loaded } from './load-plan.ts';
import { loadNotifying, type ShownNotifying } from './notifying/load-notifying.ts';
import { clocksOf } from './plan-clock.ts';
import { type AssessmentRow, listAssessments, listInitiatives, listParties, listTexts, type PartyRow, type TextRow } from './plans.sql.ts';
import { contexts } from './sealed.ts';
import type { StandingRow } from './standing.sql.ts';
import { type PlanTasks, showTasks } from './tasks/load-tasks.ts';

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

/** A plan as its reader may see it. What is undefined is shut to them: it says nothing of whether there is anything. */
export type ShownPlan = {
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
  readonly contents: Contents;
  readonly established: boolean;
  readonly tasks: PlanTasks;
  /** How much time there is for each step; empty where the need is shut. */
  readonly clock: readonly ClockStep[];
  /** The meetings, and who is called to them. */
  readonly calling: ShownCalling;
  /** Which kinds of units are not called, for those who call; undefined for all others. */
  readonly people: RightPeople | undefined;
  /** What has been asked, and what to ask and do; undefined where the needs are shut. */
  readonly checks: ShownChecks | undefined;
  /** The duties to tell that bind the reader's unit, and what it has notified; undefined for everybody else. */
  readonly notifying: ShownNotifying | undefined;
  /** What only plans of its kind have. */
  readonly ofKind: ShownKind;
  /** What comes after it is established: follow-ups, how it goes, and whether it is closed. */
  readonly following: ShownFollowing;
  readonly abilities: PlanAbilities;
};

/** The plan for its reader. What they may not read has not left the database. */
export async function showPlan(asking: Asking, loaded: Loaded): Promise<ShownPlan> {
  const { tx, actor, now, keys } = asking;
  const { row, reach } = loaded;
  const needs = mayReadKind(reach, 'needs');
  const assessments = needs ? await listAssessments(tx, row.id) : undefined;
  const agreed = needs ? agreedTo(loaded, now) : undefined;
  const initiatives = needs ? await listInitiatives(tx, row.id) : undefined;
  const texts = textsOf(asking, await listTexts(tx, row.id), reach);
  const contents = await contentsOf(asking, loaded);
  const sheets = needs ? await listSheets(tx, row.id) : [];
  const following = await loadFollowing(asking, loaded);
  const [closed, abilities] = [following.stage === 'closed', planAbilitiesOn(actor, reach)];
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
    parties: mayReadKind(reach, 'meeting') ? await listParties(tx, row.id) : undefined,
    initiatives: initiatives?.map(({ id, made_by, on_day, reason_cipher }) => ({
      by: made_by,
      on: on_day,
      reason: keys.decrypt(reason_cipher, contexts.initiative(id)),
    })),
    assessments: assessments?.map((one) => assessmentOf(asking, one)),
    texts,
    contents,
    established: row.established,
    clock: (await clocksOf(asking, [loaded])).get(row.id) ?? [],
    calling: await loadCalling(asking, loaded),
    people: mayCall(actor, reach) ? await rightPeople(asking, loaded) : undefined,
    tasks: await showTasks(asking, loaded, contents.measures),
    notifying: await loadNotifying(asking, loaded),
    checks: await loadChecks(asking, loaded, { contents, texts, sheets, evaluatedOn: following.followUps?.at(-1)?.on }),
    ofKind: await loadKind(asking, loaded, sheets),
    following,
    abilities: closed ? abilitiesWhenClosed(abilities) : abilities,
  };
}

/** Whose plan it is, where that is for the reader. */
export function identityOf({ keys }: Pick<Asking, 'keys'>, row: StandingRow, reach: PlanReach): ShownIdentity | undefined {
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
