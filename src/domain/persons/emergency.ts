/** How long a record opened in an emergency stays open. The law has no figure: a working day's first hours, ours. */
export const EMERGENCY_HOURS = 4;

/** What an emergency opening rests on: unblocked data of another provider may be read when consent cannot be had. Which section is our reading. */
export const EMERGENCY_PROVISION = { sfs: '2022:913', provision: '3:5', certainty: 'derived' } as const;

/** Why consent cannot be had. Not that the person says no: then nothing may be opened. */
export const EMERGENCY_REASONS = ['unconscious', 'confused', 'unreachable'] as const;
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

export const VERDICTS = ['justified', 'unjustified'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The moment at which an opening shuts by itself. */
export function emergencyEnds(openedAt: Temporal.Instant): Temporal.Instant {
  return openedAt.add({ hours: EMERGENCY_HOURS });
}
