/**
 * Every kind of notice, with what it is: whether whoever gets it must say that they have taken note of it (until then it waits in their work), and who
 * is told such things.
 * Its sentence is in the texts of notifications. An act tells with one of these (`Telling.kind`), and with ids and codes as params.
 */
export const noticeKinds = {
  /** A unit of the huvudman got a contact with a person it did not work with, by typing the number. params: person, account, unit. */
  'contact-by-number': { acknowledge: false, to: 'staff' },
  /** Your decision or signature is awaited about a text that has been given over. params: draft. */
  'decision-awaited': { acknowledge: false, to: 'staff' },
  /** You are told instead of an absent colleague. params: account, from, to (ISO days). */
  'deputy-named': { acknowledge: true, to: 'staff' },
  /** The absence you were deputy for is withdrawn. params: account, from, to. */
  'deputy-released': { acknowledge: false, to: 'staff' },
  /** Records were opened in an emergency, and the opening is to be reviewed. */
  'emergency-opened': { acknowledge: true, to: 'staff' },
  /** To the individual: their records were opened in an emergency. */
  'emergency-opened-yours': { acknowledge: false, to: 'individual' },
  /** The county has let an organisation go up into another. params: organisation, into, from (ISO day). */
  'organisation-merged': { acknowledge: true, to: 'staff' },
  /** Someone was given or has lost authorisation to see protected particulars. params: account, given. */
  'protected-access-changed': { acknowledge: false, to: 'staff' },
  /** Someone looked at a person with protected identity. */
  'protected-looked': { acknowledge: true, to: 'staff' },
  /** Protection of a person's identity was set or lifted. params: person, set. */
  'protection-changed': { acknowledge: false, to: 'staff' },
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
