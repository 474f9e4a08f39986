import type { WaitingItem } from '../../domain/work/waiting.ts';
import type { Scope } from '../../platform/index.ts';

/**
 * One source of what waits for someone. Answers what waits for the one who asks, and nothing when none of it is theirs; asks its own permission.
 * A feature adds one by exporting a function of this shape from its index.ts, which is then put in the list of `providers.ts`; it does not import it
 * from here, since `work` imports the feature.
 */
export type WaitingProvider = (scope: Scope) => Promise<readonly WaitingItem[]>;
