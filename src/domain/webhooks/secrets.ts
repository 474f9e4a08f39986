/** So long does a secret hold after the next has come, in hours: whoever receives has that time to change. */
export const OVERLAP_HOURS = 24;

type Made = { readonly at: Temporal.Instant };

/** The secrets that hold at a moment, the latest first: the one made last, and those that were replaced less than a day ago. */
export function holdingSecrets<Secret extends Made>(secrets: readonly Secret[], now: Temporal.Instant): Secret[] {
  const made = secrets
    .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  return made.filter((_, nth) => {
    const replaced = made[nth - 1]?.at;
    return !replaced || Temporal.Instant.compare(now, replaced.add({ hours: OVERLAP_HOURS })) < 0;
  });
}
