import { type Actor, assignmentOf, loginOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { hides } from './protected-identity.ts';
import type { Reach } from './reach.ts';

/** May they look for people at all? They find only those within their reach. */
export function mayFind(actor: Actor): boolean {
  return may(actor, 'persons.find') && actsInUnit(actor);
}

/** Is the record within their reach? Out of reach, it does not exist for them. */
export function mayRead(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.read') && actsInUnit(actor) && (reach.contact || reach.share !== undefined || reach.emergency);
}

/** Is it a record of someone with protected identity, within their reach? Reading it is an act of its own, told to a reviewer. */
export function mayReadProtected(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.read-protected') && mayRead(actor, reach) && reach.protection !== undefined;
}

/** May they see where the person lives and is? Of someone with protected identity only with explicit authorisation. */
export function maySeePlace(actor: Actor, reach: Reach): boolean {
  return mayReadOwn(actor, reach) || (mayRead(actor, reach) && !hides(reach, 'address'));
}

/** May the individual read the record? It is about them. */
export function mayReadOwn(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.read-own') && reach.own;
}

/** May they make a new record? It belongs to the huvudman they act for, and their unit gets the first contact. */
export function mayRegister(actor: Actor): boolean {
  return may(actor, 'persons.register') && actsInUnit(actor);
}

/** May they change the record? Their own unit works with the person; a share or an emergency lets read, never change. */
export function mayChange(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.change') && actsInUnit(actor) && reach.contact;
}

/** May they change where the person lives and is? What they may not see they may not overwrite. */
export function mayChangePlace(actor: Actor, reach: Reach): boolean {
  return mayChange(actor, reach) && maySeePlace(actor, reach);
}

/** May they open another contact, for their own unit or another of their huvudman? */
export function mayOpenCaseContact(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.open-case-contact') && actsInUnit(actor) && reach.contact;
}

/** May they join this record to another of the same person? Their unit works with both: the policy is asked of each. */
export function mayJoin(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.join') && actsInUnit(actor) && reach.contact;
}

/** May they end a contact of their own unit? */
export function mayEndCaseContact(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.end-case-contact') && actsInUnit(actor) && reach.contact;
}

/**
 * May they set protected identity or, where it is set, change or lift it? Lifting shows the address, so what is set takes the authorisation that seeing
 * it takes; also to make it stronger, as the answer would tell which kind it is.
 */
export function mayProtect(actor: Actor, reach: Reach): boolean {
  return may(actor, 'persons.protect') && actsInUnit(actor) && reach.contact && (reach.protection === undefined || reach.authorised);
}

/** May they authorise this account for people with protected identity? In their own organisation, and never themselves. */
export function mayAuthoriseProtected(actor: Actor, access: { readonly organisation: string; readonly account: string }): boolean {
  return (
    may(actor, 'persons.authorise-protected') &&
    assignmentOf(actor)?.organisation.id === access.organisation &&
    loginOf(actor)?.account !== access.account
  );
}

/** Has their role use of emergency openings? Whether the law covers their service is another question. */
export function mayTryEmergency(actor: Actor): boolean {
  return may(actor, 'persons.open-in-emergency') && actsInUnit(actor);
}

/** May they open records in an emergency at all? The law must cover the service they work in. */
export function mayOpenInEmergency(actor: Actor, service: { readonly covered: boolean }): boolean {
  return mayTryEmergency(actor) && service.covered;
}

/** May they judge this opening? A reviewer of the huvudman whose staff opened, while nobody has, and never their own. */
export function mayReviewEmergency(
  actor: Actor,
  opening: { readonly organisation: string; readonly account: string; readonly reviewed: boolean },
): boolean {
  return (
    may(actor, 'persons.review-emergency') &&
    assignmentOf(actor)?.organisation.id === opening.organisation &&
    loginOf(actor)?.account !== opening.account &&
    !opening.reviewed
  );
}

/** What the one who reads a record may do with it: sent with it to pages and callers. */
export type Abilities = ReturnType<typeof abilitiesOn>;

/** What this actor may do with the record, by name of act. The use-cases ask the same. */
export function abilitiesOn(actor: Actor, reach: Reach) {
  return {
    change: mayChange(actor, reach),
    'change-place': mayChangePlace(actor, reach),
    'open-case-contact': mayOpenCaseContact(actor, reach),
    'end-case-contact': mayEndCaseContact(actor, reach),
    join: mayJoin(actor, reach),
    protect: mayProtect(actor, reach),
    'see-place': maySeePlace(actor, reach),
  } as const;
}

function actsInUnit(actor: Actor): boolean {
  return assignmentOf(actor)?.unit !== undefined;
}
