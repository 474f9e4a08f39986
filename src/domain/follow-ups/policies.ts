import { type Actor, assignmentOf } from '../access/actor.ts';
import { may, type Permission } from '../access/permissions.ts';
import { partyOf } from '../agreements/parties.ts';
import type { AgreementFile } from '../counties/agreement-file.ts';
import type { Responsible } from './responsible.ts';

type Owner = Pick<AgreementFile, 'county'> & { readonly terms: Pick<AgreementFile['terms'], 'parties'> };

/** The roles that act for a party where no body is named. */
const PARTY_ROLES: ReadonlySet<string> = new Set(['strategy-group', 'district-coordinator']);

/**
 * May they register what has been done, or what is known, about an agreement? Whoever sits in a body that its terms name for it; where the terms name the
 * parties, those who write agreements for one of them. Only of the own county, and for a party of the agreement.
 */
export function mayRegister(actor: Actor, permission: Permission, { county, terms }: Owner, responsible: Responsible): boolean {
  const acting = assignmentOf(actor);
  if (!acting || !may(actor, permission) || acting.county !== county) return false;
  const party = partyOf(acting);
  const { municipalities } = terms.parties;
  const isParty = party === 'region' || (party !== undefined && (municipalities === 'all' || municipalities.includes(party)));
  if (!isParty) return false;
  if (acting.body !== undefined && responsible.bodies.includes(acting.body)) return true;
  return responsible.parties && PARTY_ROLES.has(acting.role);
}

/** May they read what was written when something was followed up? Every member of staff of the county. */
export function mayReadRecords(actor: Actor, county: string): boolean {
  return assignmentOf(actor)?.county === county && may(actor, 'follow-ups.read-records');
}
