/** What an encrypted text about those who speak for somebody belongs to. */
export const contexts = {
  guardian: (id: string) => `consent.guardian.name:${id}`,
  guardianEvidence: (id: string) => `consent.guardian.evidence:${id}`,
  turn: (id: string) => `consent.turn.evidence:${id}`,
  maturity: (id: string) => `consent.maturity.evidence:${id}`,
  representative: (id: string) => `consent.representative.name:${id}`,
  representativeEvidence: (id: string) => `consent.representative.evidence:${id}`,
} as const;
