import type { Section } from '../../counties/agreement-file.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { anchoredIn } from '../anchor.ts';
import { type DraftFile, findSection, mapSection } from '../draft-file.ts';
import type { RemarkSort } from './remark.ts';
import { type RemarkPlace, sectionOf } from './remark-place.ts';

/** A proposal for the text of a section: at which sentence, what it said then, and the words proposed. */
export type Suggestion = RemarkPlace & { readonly sort: Exclude<RemarkSort, 'comment'>; readonly wording: string };

type Sentence = Section['sentences'][string];

/** What is typed as one sentence: white space folded. Empty when nothing was. */
export function sentenceTyped(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim();
}

/**
 * The draft with a suggestion put in: another wording keeps the id of its sentence, a new sentence gets a number that no sentence of the section has had. Refuses
 * `suggestion-outdated` (params: is, what `anchoredIn` says; now, the words there) when the sentence is not what it was; a new sentence is refused only
 * when the one it would follow is gone.
 */
export function applySuggestion(draft: DraftFile, suggestion: Suggestion): DraftFile | Refusal<'suggestion-outdated'> {
  const { sort, place, sentence, words, wording } = suggestion;
  const id = sectionOf(place) ?? '';
  const section = findSection(draft.text.sections, id);
  const anchored = anchoredIn({ section: id, words, ...(sentence === undefined ? {} : { sentence }) }, draft.text);
  const stands =
    sort === 'insert' ? section !== undefined && (sentence === undefined || sentence in section.sentences) : anchored.is === 'same';
  if (!section || !stands) return refuse('suggestion-outdated', { is: anchored.is, now: 'words' in anchored ? anchored.words : '' });
  const entries = Object.entries(section.sentences);
  if (sort === 'insert') return inserted(draft, section, sentence, wording);
  const changed = entries.flatMap(([key, value]): [string, Sentence][] => {
    if (key !== sentence) return [[key, value]];
    return sort === 'remove' ? [] : [[key, typeof value === 'string' ? wording : { ...value, text: wording }]];
  });
  const spent = Math.max(draft.spent[id] ?? 0, ...entries.map(([key]) => numberOf(key)));
  return put(draft, { ...section, sentences: Object.fromEntries(changed) }, spent);
}

/** After the sentence, or last; an item of a list where the one before is. */
function inserted(draft: DraftFile, section: Section, after: string | undefined, wording: string): DraftFile {
  const entries = Object.entries(section.sentences);
  const number = Math.max(draft.spent[section.id] ?? 0, ...entries.map(([key]) => numberOf(key))) + 1;
  const at = after === undefined ? entries.length - 1 : entries.findIndex(([key]) => key === after);
  const before = entries[at]?.[1];
  const sentence: Sentence =
    after !== undefined && before !== undefined && typeof before !== 'string' ? { ...before, text: wording } : wording;
  return put(draft, { ...section, sentences: Object.fromEntries(entries.toSpliced(at + 1, 0, [`a${number}`, sentence])) }, number);
}

function put(draft: DraftFile, section: Section, spent: number): DraftFile {
  const sections = mapSection(draft.text.sections, section.id, () => section);
  return { ...draft, text: { ...draft.text, sections }, spent: { ...draft.spent, [section.id]: spent } };
}

function numberOf(key: string): number {
  return Number(/\d+$/.exec(key)?.[0] ?? 0);
}
