/**
 * Five different things that are all called consent, never one for another: to make a plan (SoL 10 kap. 8 §, HSL 16 kap. 4 §), to lift secrecy (OSL 10 kap. 1 §
 * and 12 kap. 2 §), to invite somebody from outside, to reading shared documentation (lag 2022:913), and by the GDPR, which is never a ground here.
 */
export const consentKinds = ['make-plan', 'lift-secrecy', 'invite-outside', 'shared-documentation', 'personal-data'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** What was answered. `cannot`: the person could not take a stand, for health or another reason. */
export const consentAnswers = ['given', 'partly', 'declined', 'cannot'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** How the answer came. `representative`: through whoever speaks for the person, and never otherwise. */
export const consentMethods = ['oral', 'written', 'representative'] as const;

/** Who answered. Guardians and representatives each have their own id: one never answers for another. */
export type Giver = { readonly as: 'person' } | { readonly as: 'guardian' | 'representative'; readonly id: string };

/**
 * What a plan holds, in parts that are opened one by one: who the person is and how to reach them; summons, questions, time and place; needs and situation in
 * their own words; goals; measures; what to do when it gets worse; follow-up.
 */
export const dataKinds = ['identity', 'meeting', 'needs', 'goals', 'measures', 'crisis', 'follow-up'] as const;
export type DataKind = (typeof dataKinds)[number];

/** What something is read for: until the plan is established, after that, and for the records of follow-up. */
export const purposes = ['planning', 'carrying-out', 'following-up'] as const;
export type Purpose = (typeof purposes)[number];

/** How a consent stands at a moment. Never set: folded from what was answered and taken back. */
export const consentStatuses = ['not-asked', 'given', 'partly', 'declined', 'withdrawn', 'expired', 'cannot-consent'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

/** The same giver? */
export function isSameGiver(one: Giver, other: Giver): boolean {
  return one.as === other.as && (one.as === 'person' || (other.as !== 'person' && one.id === other.id));
}
