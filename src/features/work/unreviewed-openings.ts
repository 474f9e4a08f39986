import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { formatDateTime } from '../../ui/index.ts';
import { readUnreviewedOpenings } from '../persons/index.ts';
import type { WaitingProvider } from './provider.ts';
import { workTexts as texts } from './texts.ts';

/** Emergency openings that somebody must judge. Each waits until it has a verdict, whatever becomes of the notice that told of it. */
export const unreviewedOpenings: WaitingProvider = async (scope) => {
  // Asked only where it may be answered: a refusal about persons is logged, and this list is everyone's.
  if (!may(scope.actor, 'persons.review-emergency')) return [];
  const openings = await readUnreviewedOpenings(scope, {});
  if (isRefusal(openings)) return [];
  return openings.map(({ opened_at }) => ({
    kind: 'review-emergency',
    title: texts.reviewEmergency(formatDateTime(opened_at)),
    href: '/personer/nodoppningar',
    basis: 'law' as const,
  }));
};
