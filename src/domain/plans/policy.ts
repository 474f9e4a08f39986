import { type Actor, assignmentOf } from '../access/actor.ts';
import { may } from '../access/permissions.ts';
import { type DataKind, dataKinds } from '../consents/kinds.ts';
import type { Matter } from '../consents/representatives.ts';
import type { SpeakingFor } from '../consents/speaking-for.ts';
import type { PlanReach } from './reach.ts';

/** May they know that the plan is there? Who takes part does, also when all of it is shut to them now. */
export function mayReadPlan(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.read') && reach.party;
}

/** May the individual read it? It is theirs. */
export function mayReadOwnPlan(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.read-own') && reach.own;
}

/** May they read it as somebody who speaks for whose it is? As far as that opens it. */
export function mayReadSpokenPlan(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.read-spoken') && reach.speaks.length > 0;
}

/** As whom they act in this matter for whose plan it is; undefined of everybody who does not, also of whose it is. */
export function speakerIn({ speaks }: PlanReach, matter: Matter): SpeakingFor | undefined {
  return speaks.find(({ matters }) => matters.includes(matter));
}

/** As this guardian or representative they answer for consent; undefined where they do not. */
export function answererAs({ speaks }: PlanReach, speaker: string | undefined): SpeakingFor | undefined {
  return speaks.find(({ id, matters }) => id === speaker && matters.includes('consent'));
}

/** May they say something of this kind in their own name, as this guardian or representative? What another assignment of theirs opens is not added. */
export function maySayFor(actor: Actor, { matters, kinds }: SpeakingFor, kind: DataKind): boolean {
  return may(actor, 'plans.say-for') && matters.includes('speak') && kinds.includes(kind);
}

/** May they read this kind of data in it? */
export function mayReadKind(reach: PlanReach, kind: DataKind): boolean {
  return reach.grounds.has(kind);
}

/** May they note that somebody points out the need? */
export function mayPointOut(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.point-out') && (reach.leads || reach.own);
}

/** May they say what their huvudman finds? They take part, and know what the need is said to be. */
export function mayAssess(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.assess') && assignmentOf(actor)?.unit !== undefined && reach.party && mayReadKind(reach, 'needs');
}

/** May they write in a part of this kind? What they may not read they may not add to, and who speaks for somebody writes in a place of their own. */
export function mayWrite(actor: Actor, reach: PlanReach, kind: DataKind): boolean {
  return may(actor, 'plans.write') && mayReadKind(reach, kind) && reach.speaks.length === 0;
}

/** May they note what has been asked, or what has happened around a discharge? Staff who take part and know the needs. */
export function mayNote(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.note') && assignmentOf(actor)?.unit !== undefined && reach.party && mayReadKind(reach, 'needs');
}

/** May they read and write the notes of a meeting? They take part, and what the meeting is about is open to them. */
export function mayWriteNotes(actor: Actor, reach: PlanReach): boolean {
  const open = mayReadKind(reach, 'meeting') && mayReadKind(reach, 'needs');
  return may(actor, 'plans.write-notes') && assignmentOf(actor)?.unit !== undefined && reach.party && open;
}

/** May they adjust a coordinated care plan for their unit? They take part, and read the measures that they stand by. */
export function mayAdjust(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.adjust') && assignmentOf(actor)?.unit !== undefined && reach.party && mayReadKind(reach, 'measures');
}

/** May they let another unit take part? */
export function mayAskUnit(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.ask-unit') && reach.leads;
}

/** May they set right whom the plan is about? They lead it; whether it can still be done is another question. */
export function mayCorrectPerson(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.correct-person') && reach.leads;
}

/** May they let the plan follow the agreements of the municipality that the person has moved to? They lead it. */
export function mayMoveMunicipality(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.move-municipality') && reach.leads;
}

/** May they set, move or call off a meeting, call people to it, and note who came? They lead the plan. */
export function mayCall(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.summon') && reach.leads;
}

/** May they answer for a unit that is called, or, where it is somebody from outside, for them? `unit`: undefined of somebody from outside. */
export function mayAnswerSummons(actor: Actor, reach: PlanReach, unit: string | undefined, units: readonly string[]): boolean {
  return may(actor, 'plans.answer-summons') && (unit === undefined ? reach.leads : reach.party && units.includes(unit));
}

/** May they take, or note the withdrawal of, a consent? The staff that keep the record, the individual, and who answers for them by a login of their own. */
export function mayTakeConsent(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'consents.take') && (reach.keeps || reach.own || speakerIn(reach, 'consent') !== undefined);
}

/** May they write down who speaks for the person, and let those log in? They keep the record. */
export function mayNameSpeakers(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'consents.name-speaker') && reach.keeps;
}

/** May they take back a consent, or note that it is taken back? Who speaks for somebody takes back what they said themselves. */
export function mayWithdrawConsent(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'consents.withdraw') && (reach.keeps || reach.own || speakerIn(reach, 'consent') !== undefined);
}

/** May they read what has been answered about the plan, of everybody in it? A unit that was asked knows only what was opened to itself. */
export function mayReadConsents(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'consents.read') && (reach.keeps || reach.own);
}

/** May they decide to disclose without consent, by a rule of law? */
export function mayDisclose(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'consents.disclose') && reach.keeps;
}

/** May they note that they have done a duty to notify? Whoever takes part, also where all of the plan is shut to them: it waits for no consent. */
export function mayNoteNotification(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.note-notification') && reach.party && assignmentOf(actor)?.unit !== undefined;
}

/** May they end such a decision before its time? */
export function mayEndDisclosure(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'consents.end-disclosure') && reach.keeps;
}

/** May they send a copy once more, or annul one that went wrong? They lead the plan, or keep the record. */
export function maySendCopy(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.send-copy') && (reach.leads || reach.keeps);
}
export function mayAnnulCopy(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.annul-copy') && (reach.leads || reach.keeps);
}

/** What the one who reads a plan may do with it: sent with it to pages and callers. */
export type PlanAbilities = ReturnType<typeof planAbilitiesOn>;

/** What this actor may do with the plan, by name of act. The use-cases ask the same. */
export function planAbilitiesOn(actor: Actor, reach: PlanReach) {
  return {
    'point-out': mayPointOut(actor, reach),
    assess: mayAssess(actor, reach),
    write: mayWrite(actor, reach, 'needs'),
    'write-goal': mayWrite(actor, reach, 'goals'),
    'write-measure': mayWriteMeasure(actor, reach),
    decide: mayDecideInPlan(actor, reach),
    establish: mayEstablish(actor, reach),
    'answer-changes': mayAnswerChanges(actor, reach),
    'ask-unit': mayAskUnit(actor, reach),
    'correct-person': mayCorrectPerson(actor, reach),
    'move-municipality': mayMoveMunicipality(actor, reach),
    call: mayCall(actor, reach),
    note: mayNote(actor, reach),
    adjust: mayAdjust(actor, reach),
    'write-notes': mayWriteNotes(actor, reach),
    'take-consent': mayTakeConsent(actor, reach),
    disclose: mayDisclose(actor, reach),
  } as const;
}

/** What is left of it once the plan is closed: to read and take back consents. */
export function abilitiesWhenClosed(abilities: PlanAbilities): PlanAbilities {
  const none = Object.fromEntries(Object.keys(abilities).map((name) => [name, false])) as Record<keyof PlanAbilities, boolean>;
  return { ...none, 'take-consent': abilities['take-consent'] };
}

/** May they open a plan on the record of a person? Their own unit works with them; a share or an emergency lets read, never begin. */
export function mayOpenPlan(actor: Actor, record: { readonly contact: boolean; readonly own: boolean }): boolean {
  return may(actor, 'plans.open') && (record.own || (record.contact && assignmentOf(actor)?.unit !== undefined));
}

/** May they say what is to be done? Staff who may read the measures; the individual says goals, and what they do themselves. */
export function mayWriteMeasure(actor: Actor, reach: PlanReach): boolean {
  return mayWrite(actor, reach, 'measures') && reach.party;
}

/** May they say who answers for the whole, who coordinates and when it is followed up? */
export function mayDecideInPlan(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.decide') && reach.leads;
}

/** May they say what the person thinks of what the plan says? The person, and the staff that lead the plan, who note it. */
export function mayAnswerChanges(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.answer-changes') && (reach.leads || reach.own);
}

/** May they establish it? They lead it, and read all of it, since a version says all that the plan says. Whether anything is missing is another question. */
export function mayEstablish(actor: Actor, reach: PlanReach): boolean {
  return may(actor, 'plans.establish') && reach.leads && shutTo(reach).length === 0;
}

/** The kinds of data that are shut to them. */
export function shutTo(reach: PlanReach): DataKind[] {
  return dataKinds.filter((kind) => !mayReadKind(reach, kind));
}
