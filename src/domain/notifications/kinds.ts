/**
 * Every kind of notice, with what it is: whether whoever gets it must say that they have taken note of it (until then it waits in their work), and who
 * is told such things.
 * Its sentence is in the texts of notifications. An act tells with one of these (`Telling.kind`), and with ids and codes as params.
 */
export const noticeKinds = {
  /** An agreement that you watch over ends. params: agreement (slug), end (ISO day), months (12, 6, 3 or 1: at most so many are left). */
  'agreement-ends': { acknowledge: false, to: 'staff' },
  /** An agreement that you watch over was extended by its own terms. params: agreement, end, until. */
  'agreement-extended': { acknowledge: true, to: 'staff' },
  /** Another party plans a change, has worded it anew or called it off, or you have not answered. params: change, step, from (ISO day). */
  'change-planned': { acknowledge: false, to: 'staff' },
  /** A party has objected to a planned change, or been answered. params: change, step, by (organisation). */
  'change-objected': { acknowledge: false, to: 'staff' },
  /** A view you gave in a consultation has been answered, or the answer changed. params: consultation, comment. */
  'comment-answered': { acknowledge: false, to: 'staff' },
  /** A consultation that you were asked in is closed. params: consultation. */
  'consultation-closed': { acknowledge: false, to: 'staff' },
  /** Those asked in a consultation have more time. params: consultation, to (ISO day). */
  'consultation-extended': { acknowledge: false, to: 'staff' },
  /** You are asked what you think of a text. params: consultation, to (ISO day). */
  'consultation-opened': { acknowledge: false, to: 'staff' },
  /** A consultation that you were asked in was called back before anybody had answered. params: consultation. */
  'consultation-recalled': { acknowledge: false, to: 'staff' },
  /** A unit of the huvudman got a contact with a person it did not work with, by typing the number. params: person, account, unit. */
  'contact-by-number': { acknowledge: false, to: 'staff' },
  /** The time of copies of plans that your organisation keeps has gone: somebody is to decide whether they are deleted. params: count. */
  'copies-to-decide-on': { acknowledge: false, to: 'staff' },
  /** Your decision or signature is awaited about a text that has been given over. params: draft. */
  'decision-awaited': { acknowledge: false, to: 'staff' },
  /** You are told instead of an absent colleague. params: account, from, to (ISO days). */
  'deputy-named': { acknowledge: true, to: 'staff' },
  /** The absence you were deputy for is withdrawn. params: account, from, to. */
  'deputy-released': { acknowledge: false, to: 'staff' },
  /** Something in a plan is told without consent, by a rule of law, and the decision is to be reviewed. */
  'disclosure-decided': { acknowledge: true, to: 'staff' },
  /** A decision of yours to tell without consent has been reviewed. params: plan, verdict. */
  'disclosure-reviewed': { acknowledge: false, to: 'staff' },
  /** Parts of a plan are open to your unit by a decision. params: plan, organisation. */
  'disclosed-to-unit': { acknowledge: false, to: 'staff' },
  /** Records were opened in an emergency, and the opening is to be reviewed. */
  'emergency-opened': { acknowledge: true, to: 'staff' },
  /** To the individual: their records were opened in an emergency. */
  'emergency-opened-yours': { acknowledge: false, to: 'individual' },
  /** What an extension rested on has been taken back. params: agreement, until. */
  'extension-lost': { acknowledge: true, to: 'staff' },
  /** Nobody knows whether an agreement was extended. params: agreement, end. */
  'extension-unknown': { acknowledge: false, to: 'staff' },
  /** It is pointed out that an agreement is not kept, to a body that you act in or about your organisation; or a body has answered. params: notice, step. */
  'non-compliance-noted': { acknowledge: false, to: 'staff' },
  /** The county has let an organisation go up into another. params: organisation, into, from (ISO day). */
  'organisation-merged': { acknowledge: true, to: 'staff' },
  /** The county has divided an organisation. params: organisation, from (ISO day). */
  'organisation-split': { acknowledge: true, to: 'staff' },
  /** Another party leaves an agreement or joins it. params: agreement (slug), turn (left or joined), from (ISO day), by (organisation). */
  'party-turned': { acknowledge: false, to: 'staff' },
  /** What another party noted of leaving or joining was wrong. params: agreement (slug), turn, from (ISO day that was noted), instead (ISO day, or empty), by (organisation). */
  'party-turn-corrected': { acknowledge: false, to: 'staff' },
  /** Your unit is asked to take part in a plan. params: plan, organisation. */
  'plan-asked': { acknowledge: true, to: 'staff' },
  /** An individual asks your unit for a plan. params: plan. */
  'plan-asked-for': { acknowledge: true, to: 'staff' },
  /** A copy of a plan that your unit was sent is annulled: what was printed of it is to be destroyed. params: plan, number, organisation. */
  'plan-copy-annulled': { acknowledge: true, to: 'staff' },
  /** Your unit has been sent its copy of a plan that is established. params: plan, number, organisation. */
  'plan-copy-came': { acknowledge: false, to: 'staff' },
  /** A plan that your unit takes part in is closed. params: plan, organisation. */
  'plan-closed': { acknowledge: true, to: 'staff' },
  /** The person wishes that a plan you coordinate ends, or no more does. params: plan, wants. */
  'plan-closing-wished': { acknowledge: true, to: 'staff' },
  /** Your unit is asked to answer for the whole of a plan. params: plan, organisation. */
  'plan-hand-over-offered': { acknowledge: true, to: 'staff' },
  /** What became of the question to answer for the whole of a plan. params: plan, organisation, answer (accepted, declined or withdrawn). */
  'plan-hand-over-answered': { acknowledge: false, to: 'staff' },
  /** The meeting of a plan that your unit is called to is set, moved or called off. params: plan, organisation, turn. */
  'plan-meeting-set': { acknowledge: false, to: 'staff' },
  /** Your unit is summoned or invited to the meeting of a plan. params: plan, organisation, sort (summons or invitation), until (ISO day). */
  'plan-summoned': { acknowledge: true, to: 'staff' },
  /** One that your unit called has answered. params: plan, answer, unit. */
  'plan-summons-answered': { acknowledge: false, to: 'staff' },
  /** Your unit is called, and has not answered in time. params: plan, organisation, until. */
  'plan-summons-waits': { acknowledge: false, to: 'staff' },
  /** Your unit is asked to do something in a plan. params: plan, task, organisation (that asks). */
  'plan-task-asked': { acknowledge: true, to: 'staff' },
  /** A task that your unit asks or is asked has been moved by the other side. params: plan, task, state, unit (that moved it). */
  'plan-task-moved': { acknowledge: false, to: 'staff' },
  /** Someone was given or has lost authorisation to see protected particulars. params: account, given. */
  'protected-access-changed': { acknowledge: false, to: 'staff' },
  /** Someone looked at a person with protected identity. */
  'protected-looked': { acknowledge: true, to: 'staff' },
  /** Protection of a person's identity was set or lifted. params: person, set. */
  'protection-changed': { acknowledge: false, to: 'staff' },
  /** Two records of the same person have been joined. params: person (the record that is kept). */
  'records-joined': { acknowledge: false, to: 'staff' },
  /** Somebody has answered or settled a comment or suggestion on a draft that you wrote or answered. params: draft, remark, act. */
  'remark-answered': { acknowledge: false, to: 'staff' },
  /** What came of your signature at an outside service: taken, or ended without. params: order, came (signed, declined, timed-out or refused). */
  'signature-ended': { acknowledge: false, to: 'staff' },
  /** Somebody has declined to sign a text that you gave over, or their signature could not be taken. params: draft, came (declined or refused). */
  'signature-missing': { acknowledge: false, to: 'staff' },
  /** Somebody has commented on a draft that you have written in, or suggested other words. params: draft, remark, sort. */
  'remark-written': { acknowledge: false, to: 'staff' },
  /** The county has moved a unit from one organisation to another. params: unit, before, organisation, from (ISO day). */
  'unit-moved': { acknowledge: true, to: 'staff' },
} as const satisfies Record<string, { readonly acknowledge: boolean; readonly to: 'staff' | 'individual' }>;

export type NoticeKind = keyof typeof noticeKinds;

export const noticeKindNames = Object.keys(noticeKinds) as NoticeKind[];

/** The kinds that members of staff, or individuals, are told. */
export function kindsTo(whom: 'staff' | 'individual'): NoticeKind[] {
  return noticeKindNames.filter((kind) => noticeKinds[kind].to === whom);
}

/** Is this text a kind of notice that this version of the program knows? */
export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(noticeKinds, text);
}

/** Must whoever gets a notice of this kind say that they have taken note? A kind that is not known must not. */
export function needsAcknowledgement(kind: string): boolean {
  return isNoticeKind(kind) && noticeKinds[kind].acknowledge;
}
