/** What day and instant it is. Injected, so that tests travel in time. */
export type Clock = {
  /** The calendar day in Sweden: legal dates are days, not instants. */
  today(): Temporal.PlainDate;
  now(): Temporal.Instant;
};

export const systemClock: Clock = {
  today: () => Temporal.Now.plainDateISO('Europe/Stockholm'),
  now: () => Temporal.Now.instant(),
};
