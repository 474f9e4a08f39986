/** What an encrypted text of a consent, or of a decision to tell without one, belongs to. */
export const contexts = {
  evidence: (id: string) => `consent.evidence:${id}`,
  reason: (id: string) => `disclosure.reason:${id}`,
  judged: (id: string) => `disclosure.judged:${id}`,
  ending: (id: string) => `disclosure.ending:${id}`,
  review: (id: string) => `disclosure.review:${id}`,
} as const;
