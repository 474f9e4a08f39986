import type { LocalPractices, Practice } from '../../counties/local-practice.ts';
import { type About, type Change, changed } from './change.ts';
import { day, sameTexts, sameWords, stated, text } from './stated.ts';
import { type Both, touchesParties } from './touching.ts';
import { type WordRun, wordRuns } from './words.ts';

/** What is done, what it is called, and the section it belongs to when it answers a question. */
type Way = { readonly id: string; readonly label: string; readonly section?: string; readonly practice: Practice };

function waysOf(local: LocalPractices | undefined): Map<string, Way> {
  const rows = Object.entries(local?.rows ?? {}).map(([id, practice]) => ({ id, label: practice.activity, practice }));
  const answers = Object.entries(local?.answers ?? {}).map(([id, practice]) => ({
    id,
    label: practice.question,
    section: practice.section,
    practice,
  }));
  // A row and a question may have the same id.
  return new Map([
    ...rows.map((one): [string, Way] => [`row ${one.id}`, one]),
    ...answers.map((one): [string, Way] => [`question ${one.id}`, one]),
  ]);
}

/**
 * What changed in how, by whom and when a local agreement says that things are done, in where that is shown, and in the action list: how far each has
 * come and when it is to be done. By the rows of the parent and the questions of the outline; what they are called does not matter.
 */
export function diffWays(both: Both): Change[] {
  const [was, is] = [waysOf(both.from.local), waysOf(both.to.local)];
  const touches = touchesParties(both);
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)];
    const known = to ?? from;
    if (!known) return [];
    const section = (way: Way | undefined) => (way?.section === undefined ? [] : [way.section]);
    const about: About = { what: known.id, label: known.label, cites: { from: section(from), to: section(to) }, touches };
    return diffWay(about, from?.practice, to?.practice);
  });
}

function diffWay(about: About, from: Practice | undefined, to: Practice | undefined): Change[] {
  const how = sameWords(from?.how, to?.how);
  const when = sameWords(from?.when, to?.when);
  const reason = sameWords(from?.reason, to?.reason);
  const by = sameTexts(doersOf(from), doersOf(to));
  return [
    ...changed('way-how', about, how.from, how.to),
    ...changed('way-by', about, by.from, by.to),
    ...changed('way-when', about, when.from, when.to),
    ...changed('way-until', about, stated(from?.until, day), stated(to?.until, day)),
    ...changed('way-evidence', about, stated(evidenceOf(from), text), stated(evidenceOf(to), text)),
    ...changed('way-status', about, stated(from?.status, text), stated(to?.status, text)),
    ...changed('way-reason', about, reason.from, reason.to),
  ];
}

const doersOf = (practice: Practice | undefined): string[] => practice?.by.map(({ name }) => name) ?? [];

function evidenceOf(practice: Practice | undefined): string | undefined {
  const { evidence } = practice ?? {};
  return evidence && [evidence.title, ...(evidence.url === undefined ? [] : [evidence.url])].join(', ');
}

/** How something is done, word by word, when it was written otherwise before; undefined for any other change. */
export function runsOfWay({ kind, from, to }: Change): WordRun[] | undefined {
  return kind === 'way-how' && from?.as === 'text' && to?.as === 'text' ? wordRuns(from.text, to.text) : undefined;
}
