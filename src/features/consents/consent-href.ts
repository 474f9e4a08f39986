import { ownPlanHref, planHref } from '../plans/index.ts';

/** Where the consents of a plan are, for staff. */
export function consentsHref(plan: string): string {
  return `${planHref(plan)}/samtycke`;
}

/** Where the individual decides who may know what. */
export function ownConsentsHref(plan: string): string {
  return `${ownPlanHref(plan)}/samtycke`;
}
