import type { PlanQuestion } from '../agreements/action-plan.ts';
import { sectionsOf } from '../agreements/sections.ts';
import type { LocalPractices, Practice } from '../counties/local-practice.ts';
import type { OutlineFile, OutlineSection } from '../counties/outline-file.ts';
import type { DraftFile, DraftText } from './draft-file.ts';

/** What a practice is of: a row of the parent, with what the parent calls it; or a question of the outline, with its words and its section. */
export type PracticeOf =
  | { readonly row: string; readonly activity: string }
  | { readonly question: string; readonly text: string; readonly section: string };

/** The place of a draft where a practice is written. */
export function practicePlace(of: PracticeOf): string {
  return 'row' in of ? `practice:${of.row}` : `answer:${of.question}`;
}

/** The draft with a practice written, in the place of what stood there; undefined takes it away. */
export function writePractice(draft: DraftFile, of: PracticeOf, practice: Practice | undefined): DraftFile {
  const { rows = {}, answers = {} } = draft.text.local ?? {};
  const local: LocalPractices =
    'row' in of
      ? { answers, rows: changed(rows, of.row, practice && { ...practice, activity: of.activity }) }
      : { rows, answers: changed(answers, of.question, practice && { ...practice, question: of.text, section: of.section }) };
  return { ...draft, text: { ...draft.text, local } };
}

function changed<Value>(all: Readonly<Record<string, Value>>, key: string, value: Value | undefined): Record<string, Value> {
  const { [key]: _, ...others } = all;
  return value === undefined ? others : { ...others, [key]: value };
}

/** The questions of an outline in their order, each with the section it stands in. */
export function questionsOf(outline: OutlineFile | undefined): (PlanQuestion & { readonly section: string })[] {
  const walk = (sections: readonly OutlineSection[]): (PlanQuestion & { section: string })[] =>
    sections.flatMap((section) => [
      ...section.questions.map(({ id, text }) => ({ id, text, section: section.id, heading: section.heading })),
      ...walk(section.sections),
    ]);
  return walk(outline?.sections ?? []);
}

/** The sections that hold an answer, which is text as good as a sentence; those around them too. */
export function answeredSections(text: DraftText): Set<string> {
  const own = new Set(Object.values(text.local?.answers ?? {}).map(({ section }) => section));
  const holding = sectionsOf(text.sections).flatMap(({ section }) =>
    sectionsOf([section]).some(({ section: inner }) => own.has(inner.id)) ? [section.id] : [],
  );
  return new Set(holding);
}
