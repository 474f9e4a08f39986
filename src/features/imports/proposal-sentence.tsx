import type { Child } from 'hono/jsx';
import type { ImportedSentence, ImportedText, Place } from '../../domain/imports/imported-text.ts';
import type { Span } from '../../domain/imports/proposals/proposal.ts';
import { everySentence } from '../../domain/imports/walk.ts';
import { proposalTexts as texts } from './proposals-texts.ts';

/** The words of `raw` from one place to another, on one line. */
const words = (raw: string, from: number, to: number) => raw.slice(from, to).replace(/\s+/g, ' ');

/** A place of a sentence with the parts that a proposal rests on marked. */
function marked(raw: string, place: Place, spans: readonly Span[]): Child[] {
  const shown: Child[] = [];
  let at = place.from;
  for (const { from, to } of spans.filter((span) => span.from < place.to && place.from < span.to).toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(from, at);
    const end = Math.min(to, place.to);
    if (start >= end) continue;
    shown.push(words(raw, at, start), <mark>{words(raw, start, end)}</mark>);
    at = end;
  }
  return [...shown, words(raw, at, place.to)];
}

/** Sentences by their addresses, made once for a page. */
export function sentencesByAddress(text: ImportedText): ReadonlyMap<string, ImportedSentence> {
  return new Map(everySentence(text).map((sentence) => [sentence.id, sentence]));
}

/** The sentences a proposal rests on, with its very words marked, each leading to its place in the text. */
export function ProposalSentences(props: {
  id: string;
  raw: string;
  spans: readonly Span[];
  sentences: ReadonlyMap<string, ImportedSentence>;
}) {
  const addresses = [...new Set(props.spans.map(({ sentence }) => sentence))];
  return (
    <blockquote class="govuk-inset-text">
      {addresses.map((address) => {
        const own = props.spans.filter(({ sentence }) => sentence === address);
        const parts = props.sentences.get(address)?.places.map((place) => marked(props.raw, place, own)) ?? [];
        return (
          <p>
            {parts.map((part) => (
              <>{part} </>
            ))}
            <a class="govuk-link" href={`/import/${props.id}#fil-${address}`}>
              {texts.place(address)}
            </a>
          </p>
        );
      })}
    </blockquote>
  );
}
