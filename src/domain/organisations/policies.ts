import { type Actor, assignmentOf } from '../access/actor.ts';
import { givenBy } from '../access/may-assign.ts';
import { conditionFor, type Permission } from '../access/permissions.ts';
import type { OrganisationKind, Role } from '../access/roles.ts';

/** What the policies ask of an organisation. */
export type OrganisationOwner = { readonly id: string; readonly kind: OrganisationKind; readonly county: string };

/** The organisations that have nobody above them but the county: a county administrator opens them and sees to their people. */
const OF_THE_COUNTY: readonly OrganisationKind[] = ['private-provider', 'user-organisation'];

/**
 * May the actor do what the permission names to this organisation, or to one of its units (`unit`)? Each municipality, region and provider sees to
 * itself; the county sees to private providers and user organisations.
 */
export function mayHandle(actor: Actor, permission: Permission, organisation: OrganisationOwner, unit?: string): boolean {
  const assignment = assignmentOf(actor);
  if (!assignment) return false;
  switch (conditionFor(actor, permission)) {
    case 'always':
      return true;
    case 'own-organisation':
      return organisation.id === assignment.organisation.id;
    case 'own-unit':
      return unit !== undefined && unit === assignment.unit?.id;
    case 'own-county':
      return organisation.county === assignment.county && OF_THE_COUNTY.includes(organisation.kind);
    default:
      return false;
  }
}

/** May the actor do what the permission names to the joint bodies of the county? */
export function mayHandleBodies(actor: Actor, permission: Permission, county: string): boolean {
  return conditionFor(actor, permission) === 'own-county' && assignmentOf(actor)?.county === county;
}

/**
 * May the actor do what the permission names to a unit of this organisation? Each sees to its own, but none can put a unit into another's hands: that
 * is the county's to do, for everybody of the county.
 */
export function mayChangeUnit(actor: Actor, permission: Permission, organisation: OrganisationOwner, unit: string): boolean {
  if (permission === 'organisations.move-unit') return mayHandleBodies(actor, permission, organisation.county);
  return mayHandle(actor, permission, organisation, unit);
}

/** What is done to the assignments of others. */
export type AssignPermission = 'access.give-assignment' | 'access.end-assignment' | 'access.withdraw-assignment';

/** May the actor give or end this role at the organisation? Its own administrator does, and the county's for the roles of joint bodies. */
export function mayAssign(actor: Actor, permission: AssignPermission, role: Role, organisation: OrganisationOwner): boolean {
  return givenBy(role) === 'county' ? mayHandleBodies(actor, permission, organisation.county) : mayHandle(actor, permission, organisation);
}

/** Whose accounts at the organisation the actor sees: all of them, those in one unit (its id) as its manager, or nobody's (undefined). */
export function accountsSeen(actor: Actor, organisation: OrganisationOwner): 'all' | { readonly unit: string } | undefined {
  if (mayHandle(actor, 'access.read-accounts', organisation)) return 'all';
  const own = assignmentOf(actor);
  const asManager = own?.unit !== undefined && own.organisation.id === organisation.id;
  return asManager && mayHandle(actor, 'access.read-accounts', organisation, own.unit.id) ? { unit: own.unit.id } : undefined;
}
