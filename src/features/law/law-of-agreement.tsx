import type { Child } from 'hono/jsx';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { formatCount, Notice } from '../../ui/index.ts';
import { isStaleCitation } from './cited-law.ts';
import { listCitations, readLaw } from './read-law.ts';
import { citationMarker } from './show-citations.tsx';

/** How an agreement's page shows law: the text with citations marked, and a banner when some are stale. */
export type LawOfAgreement = { showText: (text: string) => Child; banner: Child };

/** `writtenOn`: the first day of the version shown; a law without number means the one in force then. */
export async function lawOfAgreement(
  scope: Scope,
  { slug, on, writtenOn }: { slug: string; on: string; writtenOn: string },
): Promise<LawOfAgreement> {
  const [law, found] = await Promise.all([readLaw(scope, {}), listCitations(scope, { agreement: slug, on })]);
  if (isRefusal(law) || isRefusal(found)) return { showText: (text) => text, banner: null };
  const stale = found.citations.filter(isStaleCitation);
  return {
    showText: citationMarker(law, on, writtenOn),
    banner: stale.length > 0 ? <StaleBanner slug={slug} count={stale.length} /> : null,
  };
}

function StaleBanner({ slug, count }: { slug: string; count: number }) {
  return (
    <Notice kind="note" heading={`${formatCount(count, 'hänvisning', 'hänvisningar')} gäller upphävd lag`}>
      <p>
        De är markerade i texten, med det som gäller i dag.{' '}
        <a class="govuk-link" href={`/lagrum?avtal=${slug}`}>
          Se dem samlade
        </a>
      </p>
    </Notice>
  );
}
