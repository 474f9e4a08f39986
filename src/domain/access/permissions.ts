import { type Actor, assignmentOf } from './actor.ts';
import {
  administrators,
  asked,
  bothAdministrators,
  caseRoles,
  caseRolesInUnit,
  followers,
  importers,
  ofTheCounty,
  retentionGrants,
  speakers,
  staffOfTheCounty,
  writers,
} from './role-groups.ts';
import type { Role } from './roles.ts';

/**
 * On what condition a role may do something. The first wall asks only whether the role has a grant; the feature's policy then tries the
 * condition on the record itself, and row-level security repeats it.
 * - `always`: nothing more is asked
 * - `own-organisation`: the record belongs to the organisation of the assignment
 * - `own-county`: the record belongs to the county of the assignment
 * - `own-unit`: the record belongs to the unit of the assignment
 * - `current-relation`: the unit of the assignment has a relation to the person, or a share, that is valid today
 * - `emergency`: consent cannot be had, and lag (2022:913) covers the service
 * - `own`: it is about the one who asks
 */
export const CONDITIONS = ['always', 'own-organisation', 'own-county', 'own-unit', 'current-relation', 'emergency', 'own'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Who may do something, before the record is known: everyone; everyone who has logged in; or kinds of actor and roles, each on a condition. */
export type Grant =
  | { readonly to: 'everyone'; readonly stepUp?: never }
  | { readonly to: 'signed-in'; readonly on: Condition; readonly stepUp?: true }
  | { readonly to: Readonly<Partial<Record<Role | 'individual', Condition>>>; readonly stepUp?: true };

const everyone: Grant = { to: 'everyone' };
const signedIn: Grant = { to: 'signed-in', on: 'own' };

/** Every act has one permission name, and every permission one grant. A use-case cannot be defined without one. */
export const grants = {
  'access.log-in': everyone,
  // The provider's signature on what it says is what is asked for.
  'access.log-out-by-provider': everyone,
  'access.choose-assignment': signedIn,
  'access.end-session': signedIn,
  'access.read-own-sessions': signedIn,
  'access.read-accounts': { to: { ...bothAdministrators, 'unit-manager': 'own-unit' } },
  'access.open-account': { to: bothAdministrators },
  'access.deactivate-account': { to: bothAdministrators, stepUp: true },
  'access.give-assignment': { to: bothAdministrators, stepUp: true },
  'access.end-assignment': { to: bothAdministrators },
  'access.withdraw-assignment': { to: bothAdministrators },
  'access.read-sessions': { to: bothAdministrators },
  'access.end-sessions': { to: bothAdministrators },
  'access.read-failed-logins': { to: { ...administrators, 'log-reviewer': 'own-organisation' } },
  'agreements.read': everyone,
  'audit.search': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.export': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.find-patterns': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.draw-sample': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.read-samples': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.give-verdict': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.explain-look': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.read-disclosures': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.review-disclosure': { to: { 'log-reviewer': 'own-organisation' } },
  'audit.read-own-extract': { to: { individual: 'own' } },
  'consents.read': { to: { ...caseRoles, individual: 'own' } },
  'consents.take': { to: { ...caseRoles, individual: 'own' } },
  'consents.withdraw': { to: { ...caseRoles, individual: 'own' } },
  'consents.name-speaker': { to: caseRoles },
  'consents.change-speaker': { to: caseRoles },
  'consents.let-log-in': { to: caseRoles },
  // Deliberate, reasoned and reviewed: whoever does it proves once more who they are.
  'consents.disclose': { to: caseRoles, stepUp: true },
  'consents.end-disclosure': { to: caseRoles },
  // What anyone may read is said by each round: the public where its owner wishes, else those asked and those who write.
  'consultations.read': everyone,
  'consultations.open': { to: writers },
  'consultations.comment': { to: asked },
  'consultations.reply': { to: asked },
  // What comes by letter is entered by those who keep the records, too.
  'consultations.enter': { to: { ...writers, registrar: 'own-county' } },
  'consultations.dispose': { to: writers },
  'consultations.close': { to: writers },
  'consultations.recall': { to: writers },
  // Whoever opened the round, while they still write for its county: the policies of consultations try it.
  'consultations.extend': { to: writers },
  'counties.read': everyone,
  // A working copy is no public document: those who write, decide and keep the records of their county read it.
  'drafts.read': { to: { ...writers, 'political-body': 'own-county', registrar: 'own-county', 'county-administrator': 'own-county' } },
  'drafts.open': { to: writers },
  'drafts.write': { to: writers },
  'drafts.approve': { to: writers },
  // Those who write, and those who decide later, say what they think of the text; only those who write change it.
  'drafts.remark': { to: { ...writers, 'political-body': 'own-county' } },
  'drafts.answer-remark': { to: { ...writers, 'political-body': 'own-county' } },
  'drafts.settle-suggestion': { to: writers },
  'drafts.submit': { to: writers },
  'drafts.recall': { to: writers },
  'drafts.abandon': { to: writers },
  // Each party's own registrar writes down what its deciding body has decided; a joint body's decision is written down by those who act in it.
  'drafts.record-decision': { to: { registrar: 'own-organisation', 'political-body': 'own-county', 'strategy-group': 'own-county' } },
  // What became of an order at an outside service without a signature: the program notes it, and nobody else.
  'drafts.end-signature-order': { to: {} },
  'drafts.sign': { to: { 'political-body': 'own', 'strategy-group': 'own' }, stepUp: true },
  'drafts.withdraw': { to: writers, stepUp: true },
  'drafts.decide-withdrawal': { to: { registrar: 'own-organisation', 'political-body': 'own-county', 'strategy-group': 'own-county' } },
  'drafts.publish': { to: { ...writers, registrar: 'own-county' } },
  'documents.read': everyone,
  'documents.verify': everyone,
  // Done as a part of publishing, by whoever may.
  'documents.seal': { to: { ...writers, registrar: 'own-county' } },
  // Which body or party it takes is in the terms of the agreement: the policies of follow-ups try it.
  'follow-ups.register': { to: followers },
  'follow-ups.state-ground': { to: followers },
  'follow-ups.correct': { to: followers },
  'follow-ups.read-records': { to: staffOfTheCounty },
  // What the terms and the days make happen: the program does it, and nobody else.
  'follow-ups.extend': { to: {} },
  'follow-ups.warn': { to: {} },
  // An agreement that is being brought in is a working paper of those who write agreements or keep the register of the county.
  'imports.read': { to: importers },
  'imports.review-proposal': { to: importers },
  'imports.upload': { to: importers },
  'knowledge.read': everyone,
  'law.read': everyone,
  'organisations.read': everyone,
  'organisations.open-organisation': { to: ofTheCounty },
  'organisations.rename-organisation': { to: bothAdministrators },
  'organisations.merge-organisation': { to: ofTheCounty, stepUp: true },
  'organisations.split-organisation': { to: ofTheCounty, stepUp: true },
  'organisations.close-organisation': { to: ofTheCounty, stepUp: true },
  'organisations.open-unit': { to: administrators },
  'organisations.rename-unit': { to: administrators },
  'organisations.change-unit': { to: administrators },
  // Nobody hands a unit to another organisation by themselves: the county does, and both are told.
  'organisations.move-unit': { to: ofTheCounty },
  'organisations.merge-units': { to: administrators },
  'organisations.split-unit': { to: administrators },
  'organisations.close-unit': { to: administrators },
  'organisations.confirm-contacts': { to: { ...administrators, 'unit-manager': 'own-unit' } },
  'organisations.import-units': { to: administrators },
  'organisations.export-units': { to: bothAdministrators },
  'organisations.seat-member': { to: ofTheCounty },
  'organisations.end-seat': { to: ofTheCounty },
  'organisations.withdraw-seat': { to: ofTheCounty },
  'persons.find': { to: caseRoles },
  'persons.read': { to: caseRoles },
  'persons.read-protected': { to: caseRoles },
  'persons.read-own': { to: { individual: 'own' } },
  'persons.register': { to: caseRolesInUnit },
  'persons.change': { to: caseRoles },
  'persons.open-case-contact': { to: caseRoles },
  'persons.end-case-contact': { to: caseRolesInUnit },
  'persons.join': { to: caseRolesInUnit },
  'persons.protect': { to: caseRoles, stepUp: true },
  // Decided by whoever answers for the quality of the care, who reads no records: neither one's own nor the system's.
  'persons.authorise-protected': { to: { 'quality-manager': 'own-organisation' }, stepUp: true },
  'persons.open-in-emergency': { to: { 'municipal-case-worker': 'emergency', 'regional-clinician': 'emergency' }, stepUp: true },
  'persons.review-emergency': { to: { 'log-reviewer': 'own-organisation' } },
  // What parties tell each other in writing. Who it is about and who it goes to may read it: the policies of non-compliance try it.
  'non-compliance.read': { to: staffOfTheCounty },
  // A party's own decision to leave an agreement or to join it: for which party, the policies of memberships try.
  'memberships.note': { to: { registrar: 'own-organisation', 'political-body': 'own-organisation' } },
  'memberships.correct': { to: { registrar: 'own-organisation', 'political-body': 'own-organisation' } },
  'non-compliance.point-out': { to: { ...speakers, 'political-body': 'own-organisation' } },
  'non-compliance.withdraw': { to: { ...speakers, 'political-body': 'own-organisation' } },
  'non-compliance.receive': { to: { 'strategy-group': 'own', 'political-body': 'own' } },
  'non-compliance.answer': { to: { 'strategy-group': 'own', 'political-body': 'own' } },
  // Who takes part in a plan knows that it is there; what they read of it, consent and law say, and the policies of plans try.
  'plans.find': { to: caseRoles },
  'plans.read': { to: caseRoles },
  'plans.read-protected': { to: caseRoles },
  'plans.read-own': { to: { individual: 'own' } },
  // Guardians and representatives: what each may read and say is told by their assignment.
  'plans.read-spoken': { to: { individual: 'own' } },
  'plans.say-for': { to: { individual: 'own' } },
  'plans.open': { to: { ...caseRoles, individual: 'own' } },
  'plans.point-out': { to: { ...caseRoles, individual: 'own' } },
  'plans.assess': { to: caseRoles },
  'plans.write': { to: { ...caseRoles, individual: 'own' } },
  'plans.note': { to: caseRoles },
  'plans.note-notification': { to: caseRoles },
  'plans.adjust': { to: caseRoles },
  'plans.write-notes': { to: caseRoles },
  'plans.ask-unit': { to: caseRoles },
  'plans.correct-person': { to: caseRoles },
  'plans.move-municipality': { to: caseRoles },
  'plans.set-meeting': { to: caseRoles },
  'plans.summon': { to: caseRoles },
  'plans.answer-summons': { to: caseRoles },
  'plans.note-meeting': { to: caseRoles },
  'plans.decide': { to: caseRoles },
  'plans.establish': { to: caseRoles },
  'plans.answer-changes': { to: { ...caseRoles, individual: 'own' } },
  'plans.follow-up': { to: caseRoles },
  'plans.close': { to: caseRoles },
  'plans.wish-to-close': { to: { individual: 'own' } },
  'plans.offer-hand-over': { to: caseRoles },
  'plans.answer-hand-over': { to: caseRoles },
  'plans.hand-out-survey': { to: { ...caseRoles, individual: 'own' } },
  // Copies of what is established: the program makes them.
  'plans.deliver-copy': { to: {} },
  'plans.read-copies': { to: caseRoles },
  'plans.read-own-copies': { to: { individual: 'own' } },
  'plans.open-copy': { to: { ...caseRoles, individual: 'own' } },
  'plans.send-copy': { to: caseRoles },
  'plans.annul-copy': { to: caseRoles },
  // What was done on paper while the service could not be reached.
  'plans.note-on-paper': { to: caseRoles },
  'plans.read-paper': { to: { ...caseRoles, individual: 'own' } },
  'plans.ask-task': { to: caseRoles },
  'plans.move-task': { to: caseRoles },
  'planned-changes.read': { to: staffOfTheCounty },
  'planned-changes.announce': { to: { ...speakers, 'unit-manager': 'own-unit' } },
  'planned-changes.amend': { to: { ...speakers, 'unit-manager': 'own-unit' } },
  'planned-changes.withdraw': { to: { ...speakers, 'unit-manager': 'own-unit' } },
  'planned-changes.acknowledge': { to: speakers },
  'planned-changes.object': { to: speakers },
  'planned-changes.answer': { to: { ...speakers, 'unit-manager': 'own-unit' } },
  'notifications.change-digest': signedIn,
  'notifications.mark-read': signedIn,
  'notifications.read-own': signedIn,
  'notifications.read-sent': signedIn,
  'notifications.read-undelivered': { to: bothAdministrators },
  'notifications.retry-undelivered': { to: bothAdministrators },
  'notifications.set-absence': signedIn,
  'notifications.withdraw-absence': signedIn,
  // Where a huvudman's own systems are told of its plans: a secret goes with it.
  'webhooks.read': { to: administrators },
  'webhooks.register': { to: administrators, stepUp: true },
  'webhooks.renew-secret': { to: administrators, stepUp: true },
  'webhooks.show-secret': { to: administrators, stepUp: true },
  'webhooks.end': { to: administrators },
  'webhooks.make-client-secret': { to: administrators, stepUp: true },
  'webhooks.end-client-secrets': { to: administrators },
  // A system shows the secret it was given, and that is what is asked for: it opens the events of one address.
  'webhooks.read-as-system': everyone,
  'webhooks.resend': { to: administrators },
  ...retentionGrants,
  'responsibilities.read': everyone,
  'search.read': everyone,
  // Whoever has a code that was handed out at a meeting; what they say is kept without whose it is.
  'surveys.answer': everyone,
  'surveys.read': {
    to: { 'quality-manager': 'own-organisation', 'unit-manager': 'own-organisation', 'strategy-group': 'own-organisation' },
  },
  'work.read-own': signedIn,
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof grants;

/** On what condition may this actor do what the permission names? Undefined is: not at all. */
export function conditionFor(actor: Actor, permission: Permission): Condition | undefined {
  return conditionUnder(grantOf(permission), actor);
}

const everyGrant = Object.entries(grants) as [Permission, Grant][];

/** Everything that this actor may try, each on its condition. It tells what they may, and is never asked before doing it. */
export function abilitiesOf(actor: Actor): { permission: Permission; condition: Condition }[] {
  return everyGrant.flatMap(([permission, grant]) => {
    const condition = conditionUnder(grant, actor);
    return condition ? [{ permission, condition }] : [];
  });
}

function conditionUnder(grant: Grant, actor: Actor): Condition | undefined {
  if (grant.to === 'everyone') return 'always';
  if (grant.to === 'signed-in') return actor.kind === 'public' ? undefined : grant.on;
  if (actor.kind === 'individual') return grant.to.individual;
  const assignment = assignmentOf(actor);
  return assignment && grant.to[assignment.role];
}

function grantOf(permission: Permission): Grant {
  return grants[permission];
}

/** May this actor try what the permission names at all? The condition remains to be tried on the record. */
export function may(actor: Actor, permission: Permission): boolean {
  return conditionFor(actor, permission) !== undefined;
}

/** Does it take a fresh login? Sensitive acts do: the person proves once more who they are. */
export function needsStepUp(permission: Permission): boolean {
  return grantOf(permission).stepUp === true;
}

/** Features whose records are about persons: every use-case there says what the log is to tell of it. */
const ABOUT_PERSONS = ['audit.', 'consents.', 'persons.', 'plans.'];

/** Is what the permission names done to data about persons? */
export function isAboutPersons(permission: Permission): boolean {
  return ABOUT_PERSONS.some((feature) => permission.startsWith(feature));
}
