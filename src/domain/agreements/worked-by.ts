import type { StatusCode } from './status.ts';

const GONE: ReadonlySet<StatusCode> = new Set(['not-yet', 'proposal', 'replaced', 'withdrawn']);

/**
 * Do the parties work by an agreement with this status? One that applies, or may apply; and one whose time has run out with nothing in its
 * place, since the parties work by it until something replaces it. Which of these it is, is said where it is chosen.
 */
export function isWorkedBy(status: StatusCode): boolean {
  return !GONE.has(status);
}
