import type { z } from 'zod';
import type { PlanBody, PlansFound } from './api-schemas.ts';
import type { ShownDuties } from './contents/contents.ts';
import type { ListedPlan } from './read-plans.ts';
import type { PlanCore } from './show-core.ts';

/** A page of the list of plans. */
export function plansBody(plans: readonly ListedPlan[], next: string | undefined): z.infer<typeof PlansFound> {
  return {
    plans: plans.map(({ id, kind, owner, county, municipality, identity, stage, since }) => ({
      ...{ id, kind, owner, county, municipality },
      name: identity && !identity.protected ? identity.name : null,
      masked: identity?.protected ?? false,
      stage: stage ?? null,
      since: since?.toString() ?? null,
    })),
    next: next ?? null,
  };
}

/** A plan, as far as it is open to the caller. */
export function planBody(plan: PlanCore): z.infer<typeof PlanBody> {
  const { id, kind, owner, county, municipality, kinds, identity, initiatives, assessments, parties, texts, contents, abilities } = plan;
  return {
    ...{ id, kind, owner, county, municipality },
    open: kinds.map((one) => ({ kind: one.kind, open: one.ground !== undefined, ground: one.ground?.kind ?? null })),
    stage: plan.stage ?? null,
    agreed: plan.agreed ?? null,
    identity: identity ? { ...identity, number: identity.number ?? null, interpreter: identity.interpreter ?? null } : null,
    initiatives: initiatives?.map(({ by, on, reason }) => ({ by, on: on.toString(), reason })) ?? null,
    assessments:
      assessments?.map(({ organisation, needed, reason, at }) => ({
        ...{ organisation: organisation.id, name: organisation.name, needed },
        reason: reason ?? null,
        at: at.toString(),
      })) ?? null,
    parties:
      parties?.map(({ unit, unit_name, organisation, organisation_name }) => ({
        ...{ unit, name: unit_name, organisation, organisationName: organisation_name },
      })) ?? null,
    texts: texts.map(({ part, voice, text, at }) => ({ part, voice, text, at: at.toString() })),
    goals: contents.goals?.map((one) => ({ ...one })) ?? null,
    measures:
      contents.measures?.map(
        ({ id: measure, number, need, what, organisation, unit, unit_name, who, ownPart, starts, target, ...traced }) => ({
          ...{ id: measure, number, need, what, organisation, unit, unitName: unit_name, who, ownPart },
          ...{ starts: starts.toString(), target: target.toString() },
          ...{ agreement: traced.agreement, row: traced.row, outside: traced.outside, differs: traced.differs },
        }),
      ) ?? null,
    duties: dutiesBody(contents.duties),
    abilities: Object.entries(abilities).flatMap(([name, may]) => (may ? [name] : [])),
  };
}

function dutiesBody(duties: ShownDuties | undefined): z.infer<typeof PlanBody>['duties'] {
  if (!duties) return null;
  const { overall, coordinator, followUp, participation, othersAsked } = duties;
  return {
    overall: overall ? { id: overall.id, name: overall.name } : null,
    coordinator: coordinator ? { id: coordinator.id, name: coordinator.name } : null,
    substitute: coordinator?.substitute ?? null,
    followUp: followUp?.toString() ?? null,
    tookPart: participation?.took ?? null,
    whyNot: participation?.reason ?? null,
    othersAsked,
  };
}
