/** What day and instant it is. Injected, so that tests travel in time. */
export type Clock = {
  /** The calendar day in Sweden: legal dates are days, not instants. */
  today(): Temporal.PlainDate;
  now(): Temporal.Instant;
};

export const systemClock: Clock = { today: swedishToday(), now: () => Temporal.Now.instant() };

/** The day is asked for many times in every request and changes once a day: it is worked out anew only outside the day it is kept for. */
function swedishToday(): Clock['today'] {
  let kept: { day: Temporal.PlainDate; from: number; until: number } | undefined;
  return () => {
    const now = Date.now();
    if (kept && now >= kept.from && now < kept.until) return kept.day;
    const begins = Temporal.Now.zonedDateTimeISO('Europe/Stockholm').startOfDay();
    kept = { day: begins.toPlainDate(), from: begins.epochMilliseconds, until: begins.add({ days: 1 }).epochMilliseconds };
    return kept.day;
  };
}
