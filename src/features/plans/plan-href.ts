/** Where a plan is, for staff. */
export function planHref(id: string): string {
  return `/planer/${id}`;
}

/** Where somebody who speaks for another finds their plans, and one of them. The address says no name. */
export function spokenHref(speaker: string, plan?: string): string {
  return plan === undefined ? `/min-plan/som/${speaker}` : `/min-plan/som/${speaker}/${plan}`;
}

/** Where the individual's own plan is. */
export function ownPlanHref(id: string): string {
  return `/min-plan/${id}`;
}
