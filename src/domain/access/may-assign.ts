import { type Refusal, refuse } from '../refusal.ts';
import { type OrganisationKind, type Role, roles } from './roles.ts';

/** Where somebody is to act. */
export type AssignmentPlace = { readonly kind: OrganisationKind; readonly unit?: string | undefined; readonly body?: string | undefined };

export type AssignmentRefusal =
  | Refusal<'role-not-here'>
  | Refusal<'role-needs-unit'>
  | Refusal<'role-needs-body'>
  | Refusal<'role-needs-no-place'>;

/**
 * What speaks against a role at a place: the kind of organisation does not have it (`role-not-here`), it is held in a unit or in a joint body and none
 * is named (`role-needs-unit`, `role-needs-body`), or it is held for the whole organisation and one is (`role-needs-no-place`). Undefined when nothing does.
 */
export function assignmentFault(role: Role, { kind, unit, body }: AssignmentPlace): AssignmentRefusal | undefined {
  const { at, within }: { at: readonly OrganisationKind[]; within: string } = roles[role];
  if (!at.includes(kind)) return refuse('role-not-here', { role });
  if (within === 'unit' && unit === undefined) return refuse('role-needs-unit', { role });
  if (within === 'body' && body === undefined) return refuse('role-needs-body', { role });
  if ((within !== 'unit' && unit !== undefined) || (within !== 'body' && body !== undefined))
    return refuse('role-needs-no-place', { role });
  return undefined;
}

/** Who gives a role: the administrator of the organisation, or for the roles of joint bodies the county's. */
export function givenBy(role: Role): 'organisation' | 'county' {
  return roles[role].within === 'body' ? 'county' : 'organisation';
}
