/** Numbers that a receiver ought to have and has not: from `first` to `last`, both missing. */
export type Gap = { readonly first: number; readonly last: number };

/**
 * The gaps in someone's notices. `numbers` are those they have, ascending; `last` is that of the latest they were ever given. Notices are numbered
 * from 1 and never removed, so that every gap is a loss.
 */
export function missingNumbers(numbers: readonly number[], last: number): Gap[] {
  const gaps: Gap[] = [];
  let expected = 1;
  for (const number of [...numbers, last + 1]) {
    if (number > expected) gaps.push({ first: expected, last: number - 1 });
    expected = number + 1;
  }
  return gaps;
}
