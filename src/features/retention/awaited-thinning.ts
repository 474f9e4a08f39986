import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { WaitingItem } from '../../domain/work/waiting.ts';
import type { Scope } from '../../platform/index.ts';
import { countOffers } from './decide-thinning.ts';
import { offersTexts as texts } from './texts.ts';

/** Copies of plans whose time has gone, for whoever keeps the records: a number alone. */
export async function awaitedThinning(scope: Scope): Promise<readonly WaitingItem[]> {
  if (!may(scope.actor, 'retention.read-offers')) return [];
  const found = await countOffers(scope, {});
  if (isRefusal(found) || found.count === 0) return [];
  return [
    { kind: 'decide-thinning', title: texts.waits(found.count), href: '/organisation/gallring/beslut', due: found.due, basis: 'routine' },
  ];
}
