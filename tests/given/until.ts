import { setTimeout as wait } from 'node:timers/promises';

/** Waits for something to become true; a test that waits in vain fails by its own time limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20);
}
