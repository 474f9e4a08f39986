import { type Actor, assignmentOf } from '../access/actor.ts';
import { may, type Permission } from '../access/permissions.ts';
import { type Party, partyOf } from '../agreements/parties.ts';
import type { Responsible } from './responsible.ts';

/** Whose an agreement is: its county, and the parties that have not left it. */
export type Owner = { readonly county: string; readonly parties: readonly Party[] };

/** The roles that act for a party where no body is named. */
const PARTY_ROLES: ReadonlySet<string> = new Set(['strategy-group', 'district-coordinator']);

/**
 * May they register what has been done, or what is known, about an agreement? Whoever sits in a body that its terms name for it; where the terms name the
 * parties, those who write agreements for one of them. Only of the own county, and for a party that has not left the agreement.
 */
export function mayRegister(actor: Actor, permission: Permission, { county, parties }: Owner, responsible: Responsible): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !may(actor, permission) || acting.county !== county) return false;
  const party = partyOf(acting);
  if (party === undefined || !parties.includes(party)) return false;
  if (acting.body !== undefined && responsible.bodies.includes(acting.body)) return true;
  return responsible.parties && PARTY_ROLES.has(acting.role);
}

/** May they read what was written when something was followed up? Every member of staff of the county. */
export function mayReadRecords(actor: Actor, county: string): boolean {
  return assignmentOf(actor)?.county === county && may(actor, 'follow-ups.read-records');
}
