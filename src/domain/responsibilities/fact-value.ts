/**
 * What is known of one fact of a situation. `set`: these options hold and no others; `open`: these hold, and perhaps others (they
 * follow from another answer, and nobody said more). `choice`: exactly this option.
 * `range`: a number between the ends, both included (a known number has equal ends). `unknown`: asked, answered "don't know".
 * A fact that is absent was not asked.
 */
export type FactValue =
  | { readonly set: readonly string[]; readonly open?: true }
  | { readonly choice: string }
  | { readonly range: { readonly min: number; readonly max: number } }
  | { readonly yesNo: boolean }
  | 'unknown';

/** By fact id (counties/national/situation.yaml). */
export type Facts = Readonly<Record<string, FactValue>>;

/** The fact whose answer is what help is sought for. Duties that always hold are not filtered by it. */
export const NEED = 'need';
/** The fact that says, when answered, whether both authorities are needed. */
export const NEEDS_BOTH = 'needs-both';
/** The option of a set that says that none of the others holds. */
export const NONE = 'none';

/** The facts without the named one. */
export function withoutFact(facts: Facts, id: string): Facts {
  const { [id]: _removed, ...rest } = facts;
  return rest;
}

/** Do two values say the same? Sets in the order of the file. */
export function sameValue(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
