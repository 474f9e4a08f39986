import type { Refusal } from '../../domain/refusal.ts';
import { formatDateTime, SummaryList } from '../../ui/index.ts';
import type { readOwnOpenings } from './read-own-openings.ts';
import { reasonLabels, ownOpeningTexts as texts, verdictLabels } from './texts.ts';

type Opening = Exclude<Awaited<ReturnType<typeof readOwnOpenings>>, Refusal>[number];

/** The emergency openings of somebody's own records; nothing when there are none. */
export function OwnOpenings({ openings }: { openings: readonly Opening[] }) {
  if (openings.length === 0) return null;
  return (
    <section>
      <h2>{texts.heading}</h2>
      <p>{texts.lead}</p>
      {openings.map(({ by, owner, reason, openedAt, until, verdict }) => (
        <>
          <h3>{formatDateTime(openedAt)}</h3>
          <SummaryList
            rows={[
              { label: texts.by, value: [by.unit, by.organisation].filter(Boolean).join(', ') },
              { label: texts.owner, value: owner.name },
              { label: texts.until, value: formatDateTime(until) },
              { label: texts.reason, value: reasonLabels[reason] },
              { label: texts.review, value: verdict ? verdictLabels[verdict] : texts.waits },
            ]}
          />
        </>
      ))}
    </section>
  );
}
