import type { Child } from 'hono/jsx';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { formatCount, Notice, onDay } from '../../ui/index.ts';
import { readLawOfAgreement } from './read-law.ts';
import { citationProps, markCitations, within } from './show-citations.tsx';

/**
 * How an agreement's page shows law: a sentence, by its place, with citations marked, and a banner when some are stale.
 * `marks`: the same for two days on which every citation is shown in the same way.
 */
export type LawOfAgreement = { showText: (text: string, place: string, from?: number) => Child; marks: string; banner: Child };

/**
 * `writtenOn`: the first day of the version shown; a law without number means the one in force then. `asked`: the day that was asked
 * about when it is not today, for the banner's link; the links of the text are for all days.
 */
export async function lawOfAgreement(
  scope: Scope,
  { slug, on, writtenOn, asked }: { slug: string; on: string; writtenOn: string; asked: string | undefined },
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
    showText: (text, place, from = 0) => markCitations(text, within(byPlace.get(place) ?? [], from, text.length)),
    marks: JSON.stringify(shown),
    banner: found.stale > 0 ? <StaleBanner slug={slug} count={found.stale} asked={asked} /> : null,
  };
}

function StaleBanner({ slug, count, asked }: { slug: string; count: number; asked: string | undefined }) {
  return (
    <Notice kind="note" heading={`${formatCount(count, 'hänvisning', 'hänvisningar')} gäller upphävd lag`}>
      <p>
        De är markerade i texten, med det som gäller i dag.{' '}
        <a class="govuk-link" href={onDay(`/lagrum?avtal=${slug}&visa=inaktuella`, asked)}>
          Se dem samlade
        </a>
      </p>
    </Notice>
  );
}
