import { byTimeLimit, type WaitingItem } from '../../domain/work/waiting.ts';
import type { Scope } from '../../platform/index.ts';
import { providers } from './providers.ts';

/** All that waits for the one who asks, from every source, the nearest time limit first. */
export async function readWaiting(scope: Scope): Promise<WaitingItem[]> {
  const found = await Promise.all(providers.map((provider) => provider(scope)));
  return byTimeLimit(found.flat());
}
