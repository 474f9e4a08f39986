/** Where a plan is, for staff. */
export function planHref(id: string): string {
  return `/planer/${id}`;
}

/** Where the individual's own plan is. */
export function ownPlanHref(id: string): string {
  return `/min-plan/${id}`;
}
