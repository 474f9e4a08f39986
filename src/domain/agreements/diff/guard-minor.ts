import { type Refusal, refuse } from '../../refusal.ts';
import { sectionsOf, sentencesOf } from '../sections.ts';
import type { ChangeKind } from './change.ts';
import { isUntouched, type VersionDiff } from './diff-versions.ts';
import type { SectionDiff } from './text-diff.ts';
import type { Meant } from './touching.ts';
import { wordsOf } from './words.ts';

type Term = Meant['terms']['minor-amendment'];
type Version = VersionDiff['from'];

/** What of the meaning no minor amendment may touch, whatever the agreement says: who is a party, and who does what, also by the local ways. */
const FENCED: readonly string[] = ['duty', 'actor', 'party', 'minor'];
const FENCED_KINDS: readonly ChangeKind[] = ['way-by'];

/**
 * Why a change is more than a minor amendment, by the term of the version that is amended; empty when it is minor. Refuses
 * `minor-not-provided` when the agreement has no such way; `minor-touches-section` for each section of those that the term fences off
 * (with what stands beneath) whose text was touched; `minor-touches-sentence` for each sentence that a responsibility or the parties
 * rest on; `minor-touches-meaning` for each change of responsibilities, actors, parties, who does something in a local agreement, or the fence itself, or of what a fenced
 * section says. A touch is any change of the words: a misspelling there goes the ordinary way.
 */
export function guardMinor(diff: VersionDiff, term: Term): Refusal[] {
  if (!term) return [refuse('minor-not-provided', {})];
  const fenced = new Set([...fencedIn(diff.from, term), ...fencedIn(diff.to, term)]);
  const founding = { from: foundingIn(diff.from), to: foundingIn(diff.to) };
  const sections = diff.text.filter((section) => isFenced(section, fenced) && !isUntouched(section));
  const sentences = diff.text
    .filter((section) => !sections.includes(section))
    .flatMap((section) => section.sentences)
    .filter(({ kind, moved, from, to }) => {
      const isFounding = (from && founding.from.has(from.cite)) || (to && founding.to.has(to.cite));
      return isFounding && (kind !== 'same' || moved);
    });
  const meaning = diff.meaning.filter(({ kind, cites }) => {
    const sectionsCited = [...cites.from, ...cites.to].map((cite) => cite.split('.')[0] ?? '');
    return FENCED.includes(areaOf(kind)) || FENCED_KINDS.includes(kind) || sectionsCited.some((id) => fenced.has(id));
  });
  return [
    ...sections.map(({ from, to }) => refuse('minor-touches-section', { section: (to ?? from)?.id, heading: (to ?? from)?.heading })),
    ...[...new Set(sentences.flatMap(({ from, to }) => (to ?? from)?.cite ?? []))].map((cite) =>
      refuse('minor-touches-sentence', { cite }),
    ),
    ...meaning.map(({ kind, what, label }) => refuse('minor-touches-meaning', { kind, what, label })),
  ];
}

function areaOf(kind: ChangeKind): string {
  return kind.split('-')[0] ?? '';
}

function isFenced({ from, to }: SectionDiff, fenced: ReadonlySet<string>): boolean {
  return (from !== null && fenced.has(from.id)) || (to !== null && fenced.has(to.id));
}

/** The sections whose heading has the words that the term names (`mål` is in "Övergripande mål" and not in "Målgrupp"), and all beneath them. */
function fencedIn({ sections }: Version, { 'may-not-touch': names }: NonNullable<Term>): string[] {
  const wanted = names.map(wordsOf);
  return sectionsOf(sections)
    .filter(({ section: { heading } }) => wanted.some((words) => hasInside(wordsOf(heading), words)))
    .flatMap(({ section }) => sectionsOf([section]).map(({ section: { id } }) => id));
}

function hasInside(words: readonly string[], sought: readonly string[]): boolean {
  return sought.length > 0 && words.some((_, start) => sought.every((word, index) => words[start + index] === word));
}

/** The sentences that responsibilities and parties rest on. A cited section is all its own sentences. */
function foundingIn(version: Version): Set<string> {
  const cites = new Set([...version.responsibilities.flatMap((row) => row.cites), ...version.terms.parties.cites]);
  return new Set(sentencesOf(version).flatMap(({ cite, sectionId }) => (cites.has(cite) || cites.has(sectionId) ? [cite] : [])));
}
