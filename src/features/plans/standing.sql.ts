import { sql } from 'kysely';
import type { ConsentAnswer, DataKind, Purpose } from '../../domain/consents/kinds.ts';
import type { ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import type { PlanKind } from '../../domain/plans/plan-kinds.ts';
import type { Tx } from '../../platform/index.ts';
import type { SpeakersRow } from './speakers-row.ts';
import type { JsonSteps } from './steps.sql.ts';

/** A plan that who acts takes part in or that is theirs, with the facts that decide what they may read of it. Moments are as JSON has them. */
export type StandingRow = {
  readonly id: string;
  readonly kind: PlanKind;
  readonly person_id: string;
  readonly owner: string;
  readonly owner_name: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly county_code: string;
  readonly municipality_code: string;
  readonly opened_at: Temporal.Instant;
  /** Has a version of it been established? */
  readonly established: boolean;
  /** The units whose cases are those of who acts. */
  readonly units: readonly string[];
  /** The units and huvudmän that those of who acts have come out of, by mergers and divisions. */
  readonly formerly: readonly string[];
  readonly own: boolean;
  readonly contacts: readonly { readonly unit: string; readonly from: string; readonly until: string | null }[];
  readonly parties: readonly { readonly unit: string; readonly organisation: string }[];
  /** The unit that has accepted to answer for the whole; not there where it is not asked about, null where none has. */
  readonly lead?: { readonly unit: string; readonly organisation: string } | null | undefined;
  /** Consents to the plan and to lifting secrecy, with those scopes alone that are about who acts. */
  readonly consents: readonly {
    readonly id: string;
    readonly kind: 'make-plan' | 'lift-secrecy';
    readonly answer: ConsentAnswer;
    readonly giver: 'person' | 'guardian' | 'representative';
    readonly giverId: string | null;
    readonly givenAt: string;
    readonly recordedAt: string;
    readonly scopes: readonly {
      readonly id: string;
      readonly organisation: string;
      readonly unit: string | null;
      readonly dataKind: DataKind;
      readonly purpose: Purpose;
      readonly permits: boolean;
      readonly from: string;
      readonly until: string;
    }[];
    readonly withdrawals: readonly { readonly scope: string | null; readonly at: string; readonly recordedAt: string }[];
  }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly organisation: string;
    readonly unit: string;
    readonly dataKinds: readonly DataKind[];
    readonly at: string;
    readonly from: string;
    readonly until: string;
    readonly endedAt: string | null;
  }[];
  /** Null where it is not for who acts to know whose plan it is. */
  readonly name: string | null;
  readonly number_kind: string | null;
  readonly number_cipher: Buffer | null;
  readonly protection: ProtectedIdentity | null;
  readonly interpreter_language: string | null;
  /** Who may speak for the person; undefined where nobody has been named. */
  readonly speakers?: SpeakersRow | undefined;
};

/** What decides who reads what of a plan, of all that is told with it. */
export type StandingFacts = Pick<
  StandingRow,
  'id' | 'owner' | 'own' | 'established' | 'units' | 'formerly' | 'contacts' | 'parties' | 'lead' | 'consents' | 'decisions' | 'speakers'
>;

/** One plan with the standing of who acts; undefined when it does not exist for them. */
export async function findStanding(tx: Tx, plan: string): Promise<StandingRow | undefined> {
  const { rows } = await sql<StandingRow>`select p.*, plan_lead(p.id, acting_now()) as lead from acting_plan(${plan}::uuid) p`.execute(tx);
  return rows[0];
}

/** What a list says of a plan besides how who acts stands to it. Null where the need is shut; `steps`: of one that is not established. */
export type ListedRow = StandingRow & {
  readonly since: Temporal.PlainDate | null;
  readonly assessments: readonly { readonly organisation: string; readonly needed: boolean; readonly at: string }[] | null;
  readonly steps: JsonSteps | null;
  readonly closed: boolean;
};

/** The plans that the units of who acts take part in, or that are theirs: the latest first, `most` of them, before the one that is named. */
export async function listStandings(tx: Tx, { before, most }: { before?: string | undefined; most: number }): Promise<ListedRow[]> {
  const { rows } =
    await sql<ListedRow>`select p.*, plan_lead(p.id, acting_now()) as lead from acting_plan_page(${before ?? null}::uuid, ${most}::int) p`.execute(
      tx,
    );
  return rows;
}
