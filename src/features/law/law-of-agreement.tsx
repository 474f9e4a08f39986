import type { Child } from 'hono/jsx';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { formatCount, Notice } from '../../ui/index.ts';
import { readLawOfAgreement } from './read-law.ts';
import { citationProps, markCitations } from './show-citations.tsx';

/**
 * How an agreement's page shows law: a sentence, by its place, with citations marked, and a banner when some are stale.
 * `marks`: the same for two days on which every citation is shown in the same way.
 */
export type LawOfAgreement = { showText: (text: string, place: string) => Child; marks: string; banner: Child };

/** `writtenOn`: the first day of the version shown; a law without number means the one in force then. */
export async function lawOfAgreement(
  scope: Scope,
  { slug, on, writtenOn }: { slug: string; on: string; writtenOn: string },
): Promise<LawOfAgreement> {
  const found = await readLawOfAgreement(scope, { slug, on, writtenOn });
  if (isRefusal(found)) return { showText: (text) => text, marks: '', banner: null };
  const known = knownStatutes(found.law);
  const shown = found.citations.map((one) => {
    const { start, end } = one.citation;
    return { place: one.sentence.cite, start, end, props: citationProps(one, known) };
  });
  const byPlace = Map.groupBy(shown, ({ place }) => place);
  return {
    showText: (text, place) => markCitations(text, byPlace.get(place) ?? []),
    marks: JSON.stringify(shown),
    banner: found.stale > 0 ? <StaleBanner slug={slug} count={found.stale} /> : null,
  };
}

function StaleBanner({ slug, count }: { slug: string; count: number }) {
  return (
    <Notice kind="note" heading={`${formatCount(count, 'hänvisning', 'hänvisningar')} gäller upphävd lag`}>
      <p>
        De är markerade i texten, med det som gäller i dag.{' '}
        <a class="govuk-link" href={`/lagrum?avtal=${slug}&visa=inaktuella`}>
          Se dem samlade
        </a>
      </p>
    </Notice>
  );
}
