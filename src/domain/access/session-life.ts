/** How long a login lasts without being used, and at most. Source: OWASP ASVS 5.0 §7.3 asks for both limits; the figures are ours. */
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 10;

/** How fresh a login must be for sensitive acts. */
export const STEP_UP_MINUTES = 10;

/** When a session that is used now will end unless it is used again: after the idle time, but never later than its longest life. */
export function sessionExpiry(createdAt: Temporal.Instant, usedAt: Temporal.Instant): Temporal.Instant {
  const idle = usedAt.add({ minutes: IDLE_MINUTES });
  const longest = createdAt.add({ hours: LONGEST_HOURS });
  return Temporal.Instant.compare(idle, longest) < 0 ? idle : longest;
}

/** Did the person prove who they are recently enough for a sensitive act? */
export function isFresh(authenticatedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(authenticatedAt.add({ minutes: STEP_UP_MINUTES }), now) >= 0;
}
