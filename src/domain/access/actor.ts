import type { OrganisationKind, Role } from './roles.ts';

/** How surely the login knew who it was: levels of assurance as Swedish eID defines them. */
export const assuranceLevels = ['loa2', 'loa3', 'loa4'] as const;
export type Assurance = (typeof assuranceLevels)[number];

/** What a member of staff acts as right now: one role at one organisation, in one unit or joint body where the role is. */
export type Assignment = {
  readonly id: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind; readonly name: string };
  readonly county: string;
  readonly municipality?: string | undefined;
  readonly unit?: { readonly id: string; readonly name: string } | undefined;
  /** Id of the joint body in the county's file. */
  readonly body?: string | undefined;
};

/** A login that lasts. `secret` (hex) opens the database for its holder and is never shown, logged or kept. */
export type Login = {
  readonly account: string;
  readonly name: string;
  readonly session: string;
  readonly secret: string;
  readonly assurance: Assurance;
  readonly authenticatedAt: Temporal.Instant;
};

export type PublicActor = { readonly kind: 'public' };
/** Without an assignment, someone who has logged in but not yet chosen what to act as. */
export type StaffActor = { readonly kind: 'staff'; readonly login: Login; readonly assignment?: Assignment | undefined };
export type IndividualActor = { readonly kind: 'individual'; readonly login: Login };

/** Who is asking. */
export type Actor = PublicActor | StaffActor | IndividualActor;

export const PUBLIC: PublicActor = { kind: 'public' };

/** The assignment that someone acts as, or undefined. */
export function assignmentOf(actor: Actor): Assignment | undefined {
  return actor.kind === 'staff' ? actor.assignment : undefined;
}

/** The login behind an actor, where only those who are logged in come. Throws for the public: that is a bug of whoever let them in. */
export function getLogin(actor: Actor): Login {
  const login = loginOf(actor);
  if (!login) throw new Error('the public has no login');
  return login;
}

/** The login behind an actor, or undefined for the public. */
export function loginOf(actor: Actor): Login | undefined {
  return actor.kind === 'public' ? undefined : actor.login;
}
