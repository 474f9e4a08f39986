import { sql } from 'kysely';
import type { Role } from '../../../domain/access/roles.ts';
import type { AuditEvent } from '../../../domain/audit/event.ts';
import type { Tx } from '../../../platform/index.ts';
import type { StandingFacts } from '../../plans/index.ts';

/** A row of the log about a plan, with what it says decided. */
export type PlanLookRow = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly plan: string;
  readonly person: string | null;
  readonly owner: string | null;
  readonly account: string | null;
  readonly actor_kind: AuditEvent['actorKind'];
  readonly role: Role | null;
  readonly organisation: string | null;
  readonly unit: string | null;
  readonly outcome: AuditEvent['outcome'];
  readonly details: Readonly<Record<string, unknown>>;
};

/** The row of the log with this id, where it is about a plan; undefined where it is not, or is not for who acts to read. */
export async function findPlanLook(tx: Tx, id: string): Promise<PlanLookRow | undefined> {
  const { rows } = await sql<PlanLookRow>`
    select e.id, e.at, e.record_id as plan, e.person_id as person, e.owner_organisation_id as owner, e.account_id as account, e.actor_kind,
      coalesce(role_of_assignment(e.assignment_id), (select m.role from assignment m where m.id = e.assignment_id)) as role, e.organisation_id as organisation, e.unit_id as unit, e.outcome, e.details
    from audit_event e where e.id = ${id}::uuid and e.at = uuid_extract_timestamp(${id}::uuid) and e.record_kind = 'plan'`.execute(tx);
  return rows[0];
}

/** How the one of the row stood to the plan at that moment, for whoever goes through the log; undefined when there was no such plan. */
export async function findReviewedStanding(tx: Tx, { id }: PlanLookRow, moment: string): Promise<StandingFacts | undefined> {
  const { rows } = await sql<StandingFacts>`select * from reviewed_plan_standing(${id}::uuid, ${moment}::timestamptz)`.execute(tx);
  return rows[0];
}

/** The same, for the owner of the database. */
export async function findStandingThen(tx: Tx, look: PlanLookRow, moment: string): Promise<StandingFacts | undefined> {
  const { rows } = await sql<StandingFacts>`
    select s.* from audit_event e cross join lateral plan_standing_at(
      e.record_id::uuid, e.account_id, (select m.role from assignment m where m.id = e.assignment_id), e.organisation_id, e.unit_id, ${moment}::timestamptz) s
    where e.id = ${look.id}::uuid and e.at = uuid_extract_timestamp(${look.id}::uuid)`.execute(tx);
  return rows[0];
}
