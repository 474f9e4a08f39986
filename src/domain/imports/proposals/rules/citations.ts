import { chooseSource } from '../../../law/choose-source.ts';
import { type Citation, provisionKey, sourceId } from '../../../law/citation.ts';
import { parseCitations } from '../../../law/parse-citations.ts';
import type { Found, Reading, Rule } from '../reading.ts';
import { proposeValidity } from './validity.ts';

/** The day the text was in force from, the latest if it gives several: an abbreviation means the act of that day. */
function writtenOn(reading: Reading): Temporal.PlainDate {
  const days = proposeValidity(reading).flatMap(({ kind, value }) => (kind === 'validity' ? [value.from] : []));
  const last = days.toSorted().at(-1);
  return last === undefined ? reading.ready.day : Temporal.PlainDate.from(last);
}

function sourceOf(citation: Citation, reading: Reading, day: Temporal.PlainDate): string {
  const chosen = chooseSource(citation, reading.ready.law, day)?.id;
  if (chosen !== undefined) return chosen;
  return citation.source.kind === 'number' ? sourceId(citation.source.series, citation.source.number) : citation.source.name;
}

/** Every reference to law, with the act it means on the day the agreement began. */
export const proposeCitations: Rule = (reading) => {
  const day = writtenOn(reading);
  return reading.passages.flatMap((passage) =>
    parseCitations(passage.text, reading.ready.known).map(
      (citation): Found => ({
        kind: 'citation',
        value: { text: citation.text, source: sourceOf(citation, reading, day), provisions: citation.provisions.map(provisionKey) },
        reason: 'law-citation',
        sure: 'sure',
        ground: [{ passage, from: citation.start, to: citation.end }],
      }),
    ),
  );
};
