import type { KnownStatutes } from './known-statutes.ts';
import type { Gap, Token } from './tokens.ts';

/**
 * What the grammar reads from. `steps` counts every look at a token, so that a test can prove the work to grow no faster
 * than the text. `loose` accepts a bare section number after a name (`LVM 15`), as references in data files write it.
 * `origin` is where the attempt at hand begins: a citation may begin after a blank line, but not cross one.
 */
export type Scan = { tokens: readonly Token[]; known: KnownStatutes; loose: boolean; steps: number; origin: number };

export function at(scan: Scan, index: number): Token | undefined {
  scan.steps += 1;
  return scan.tokens[index];
}

const NEAR: readonly Gap[] = ['glued', 'space', 'line'];

/** The token at `index` when the attempt begins there or no blank line or page break parts it from the one before. */
export function near(scan: Scan, index: number): Token | undefined {
  const token = at(scan, index);
  return token && (index === scan.origin || NEAR.includes(token.gap)) ? token : undefined;
}

/** True when the token at `index` is near and has one of the given (lower case) keys. */
export function isNear(scan: Scan, index: number, keys: ReadonlySet<string>): boolean {
  const token = near(scan, index);
  return token !== undefined && keys.has(token.lower);
}

/** True when the token at `index` is glued to the one before and is exactly `key`. */
export function isGlued(scan: Scan, index: number, key: string): boolean {
  const token = at(scan, index);
  return token !== undefined && token.gap === 'glued' && token.key === key;
}
