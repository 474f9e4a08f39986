/** Longer is no number that an agreement has. */
const MOST_DIGITS = 4;

/** The whole number that was typed, in digits alone; undefined when it is none. */
export function wholeNumber(typed: string): number | undefined {
  const text = typed.trim();
  return /^\d+$/.test(text) && text.length <= MOST_DIGITS ? Number(text) : undefined;
}

/** Where in a list somebody has chosen to put something: the place of the one before it, or -1, first, also when nothing was chosen. */
export function chosenPlace(typed: string): number {
  return wholeNumber(typed) ?? -1;
}
