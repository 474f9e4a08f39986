/** How long something that somebody has checked may be relied upon. */
const KEEPS = { months: 6 };

/** Was it so long ago that somebody confirmed this (`confirmed`, ISO day) that it must be checked anew? Not yet on the very day six months later. */
export function isConfirmationOld(confirmed: string, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(confirmed).add(KEEPS), on) < 0;
}

/** The last day on which something confirmed on a day may be relied upon. */
export function confirmationEnds(confirmed: Temporal.PlainDate): Temporal.PlainDate {
  return confirmed.add(KEEPS);
}
