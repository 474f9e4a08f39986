import { withCarrier } from '../../../domain/plans/carried-by.ts';
import { COPY_FORMAT, COPY_FORMAT_VERSION, LEFT_OUT_OF_VERSIONS, type PlanCopy } from '../../../domain/plans/plan-copy.ts';
import { VersionDuties, VersionMeasure } from '../../../domain/plans/version-content.ts';
import type { ShownPlan } from '../show-plan.ts';

/** What a plan says now, as far as its reader may see it, in the form of a copy: for a printout, which is no copy of a version. `version` is 0. */
export function printedPlan(plan: ShownPlan, now: Temporal.Instant): PlanCopy {
  const { contents, identity } = plan;
  const own = plan.kinds.every(({ ground }) => ground?.kind === 'individual');
  return {
    ...{ format: COPY_FORMAT, formatVersion: COPY_FORMAT_VERSION, copy: plan.id, plan: plan.id, kind: plan.kind, version: 0 },
    ...{ establishedAt: now.toString(), deliveredAt: now.toString() },
    from: { organisation: plan.owner.name, unit: plan.owner.unit },
    ...(own ? {} : { to: { organisation: '', unit: '' } }),
    parts: plan.kinds.map(({ kind, ground }) => (ground ? { kind, shared: true, ground: ground.kind } : { kind, shared: false })),
    ...(identity && !identity.protected ? { identity: { name: identity.name, number: identity.number } } : {}),
    ...(plan.parties ? { units: plan.parties.map((one) => ({ unit: one.unit_name, organisation: one.organisation_name })) } : {}),
    texts: plan.texts
      .filter(({ part }) => !LEFT_OUT_OF_VERSIONS.has(part))
      .map(({ part, dataKind, voice, text }) => ({ part, dataKind, voice, text })),
    ...(contents.goals ? { goals: contents.goals.map(({ id, voice, horizon, goal, sign }) => ({ id, voice, horizon, goal, sign })) } : {}),
    ...(contents.measures
      ? { measures: VersionMeasure.array().parse(plainly(contents.measures.map((one) => withCarrier(one, plan.tasks.list)))) }
      : {}),
    ...(contents.duties ? { duties: VersionDuties.parse(plainly(contents.duties)) } : {}),
  };
}

/** With days as ISO days. */
const plainly = (said: object): unknown => JSON.parse(JSON.stringify(said));
