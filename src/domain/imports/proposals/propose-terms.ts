import type { ImportedText } from '../imported-text.ts';
import { fingerprint } from './fingerprint.ts';
import type { Knowledge } from './knowledge.ts';
import { locateSpan } from './locate-span.ts';
import type { Proposal, Span } from './proposal.ts';
import { type Found, openReading, type Rule } from './reading.ts';
import { proposeAdoption } from './rules/adoption.ts';
import { proposeBodies } from './rules/bodies.ts';
import { proposeCadences } from './rules/cadences.ts';
import { proposeCitations } from './rules/citations.ts';
import { proposeDutyTables } from './rules/duty-tables.ts';
import { proposeExtension } from './rules/extension.ts';
import { proposeInforming } from './rules/informing.ts';
import { proposeLadders } from './rules/ladders.ts';
import { proposeLinks } from './rules/links.ts';
import { proposeLocalAgreements } from './rules/local-agreements.ts';
import { proposeMatrix } from './rules/matrix.ts';
import { proposeMinorAmendment } from './rules/minor-amendment.ts';
import { proposeParties } from './rules/parties.ts';
import { proposePassedDates } from './rules/passed-dates.ts';
import { proposeReferences } from './rules/references.ts';
import { proposeResponsibilities } from './rules/responsibilities.ts';
import { proposeTarget } from './rules/target.ts';
import { proposeTermination } from './rules/termination.ts';
import { proposeValidity } from './rules/validity.ts';

const RULES: readonly Rule[] = [
  proposeParties,
  proposeTarget,
  proposeValidity,
  proposeExtension,
  proposeTermination,
  proposeMinorAmendment,
  proposeAdoption,
  proposeCadences,
  proposeLadders,
  proposeInforming,
  proposeLocalAgreements,
  proposeBodies,
  proposeMatrix,
  proposeDutyTables,
  proposeResponsibilities,
  proposeCitations,
  proposeLinks,
  proposeReferences,
  proposePassedDates,
];

function spansOf(found: Found, raw: string): Span[] {
  return found.ground.flatMap(({ passage, from, to }) =>
    locateSpan(passage.sentence, raw, from, to).map((place) => ({ sentence: passage.address, ...place })),
  );
}

const startOf = (found: Found) => found.ground[0]?.passage.index ?? 0;

/**
 * The terms a text seems to hold, each with the words it rests on, in the order of the text. Nothing here is a term: a person decides.
 * An id is made of the kind, the sentence and the value, so that the same text gives the same ids, and what a person said of one is never taken
 * for what was said of another. What has no words to rest on is left out.
 */
export function proposeTerms(text: ImportedText, knowledge: Knowledge): Proposal[] {
  const reading = openReading(text, knowledge);
  const all = RULES.flatMap((rule) => rule(reading)).sort((a, b) => startOf(a) - startOf(b));
  const used = new Map<string, number>();
  return all.flatMap((found) => {
    const spans = spansOf(found, text.raw);
    const [first] = spans;
    if (!first) return [];
    const { kind, value, reason, sure } = found;
    const mark = `${kind}:${first.sentence}:${fingerprint(JSON.stringify(value))}`;
    const count = (used.get(mark) ?? 0) + 1;
    used.set(mark, count);
    return [{ id: count === 1 ? mark : `${mark}:${count}`, kind, value, reason, sure, spans } as Proposal];
  });
}
