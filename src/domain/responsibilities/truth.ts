/** Three-valued logic (Kleene): what is not known stays unknown until it can no longer matter. */
export type Truth = 'met' | 'unmet' | 'unknown';

/** Both must hold: one `unmet` settles it, otherwise one `unknown` keeps it open. */
export function and(a: Truth, b: Truth): Truth {
  if (a === 'unmet' || b === 'unmet') return 'unmet';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'met';
}

/** One of them is enough: one `met` settles it, otherwise one `unknown` keeps it open. */
export function or(a: Truth, b: Truth): Truth {
  if (a === 'met' || b === 'met') return 'met';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'unmet';
}

/** A yes/no as a truth. */
export function truthOf(holds: boolean): Truth {
  return holds ? 'met' : 'unmet';
}
