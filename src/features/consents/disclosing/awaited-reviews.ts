import { may } from '../../../domain/access/permissions.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { WaitingItem } from '../../../domain/work/waiting.ts';
import type { Scope } from '../../../platform/index.ts';
import { formatDateTime } from '../../../ui/index.ts';
import { readUnreviewedDisclosures } from './review-disclosure.ts';
import { reviewTexts as texts } from './texts-disclosing.ts';

/** Decisions to tell without consent that somebody must judge. Each waits until it has a verdict. How long that may take is a proposal of the rules file. */
export async function awaitedReviews(scope: Scope): Promise<readonly WaitingItem[]> {
  if (!may(scope.actor, 'audit.review-disclosure')) return [];
  const found = await readUnreviewedDisclosures(scope, {});
  if (isRefusal(found)) return [];
  return found.waiting.map(({ id, at }) => ({
    kind: 'review-disclosure',
    title: texts.waits(formatDateTime(at)),
    href: `/logg/beslut/${id}`,
    due: at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().add({ days: found.within }),
    basis: found.basis,
  }));
}
