import type { Child } from 'hono/jsx';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { formatCount, Notice } from '../../ui/index.ts';
import { readLawOfAgreement } from './read-law.ts';
import { citationMarker } from './show-citations.tsx';

/** How an agreement's page shows law: a sentence, by its place, with citations marked; and a banner when some are stale. */
export type LawOfAgreement = { showText: (text: string, place: string) => Child; banner: Child };

/** `writtenOn`: the first day of the version shown; a law without number means the one in force then. */
export async function lawOfAgreement(
  scope: Scope,
  { slug, on, writtenOn }: { slug: string; on: string; writtenOn: string },
): Promise<LawOfAgreement> {
  const found = await readLawOfAgreement(scope, { slug, on, writtenOn });
  if (isRefusal(found)) return { showText: (text) => text, banner: null };
  const { law, stale, byPlace } = found;
  const marked = citationMarker(law);
  return {
    showText: (text, place) => marked(text, byPlace.get(place) ?? []),
    banner: stale > 0 ? <StaleBanner slug={slug} count={stale} /> : null,
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
