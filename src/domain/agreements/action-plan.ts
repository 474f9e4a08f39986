import type { AgreementFile } from '../counties/agreement-file.ts';
import type { LocalPractices, Practice } from '../counties/local-practice.ts';

/** One thing of an action plan: a responsibility of the parent by its row id, or a question by its id. Without a practice nothing is written of it yet. */
export type PlanLine = {
  readonly of: 'row' | 'question';
  readonly id: string;
  readonly heading: string;
  readonly what: string;
  readonly practice: Practice | undefined;
};

/** A question as it is put, and the heading of the section it belongs to. */
export type PlanQuestion = { readonly id: string; readonly text: string; readonly heading: string };

type Parent = Pick<AgreementFile, 'matrix' | 'responsibilities'>;

/**
 * The action plan of a local agreement: the responsibilities of its parent in their order, then the questions in theirs. What is written of a row or a
 * question that is there no more stands last among its kind, by the words it had.
 */
export function actionPlan(
  local: LocalPractices | undefined,
  parent: Parent | undefined,
  questions: readonly PlanQuestion[],
  other: string,
): PlanLine[] {
  const { rows = {}, answers = {} } = local ?? {};
  const headings = new Map(parent?.matrix.groups.map(({ id, heading }) => [id, heading]));
  const duties = (parent?.responsibilities ?? []).map(({ id, group, activity }) => ({
    of: 'row' as const,
    id,
    heading: headings.get(group) ?? other,
    what: activity,
    practice: rows[id],
  }));
  const known = new Set(duties.map(({ id }) => id));
  const gone = Object.entries(rows).flatMap(([id, practice]) =>
    known.has(id) ? [] : [{ of: 'row' as const, id, heading: other, what: practice.activity, practice }],
  );
  const asked = questions.map(({ id, text, heading }) => ({ of: 'question' as const, id, heading, what: text, practice: answers[id] }));
  const put = new Set(questions.map(({ id }) => id));
  const left = Object.entries(answers).flatMap(([id, practice]) =>
    put.has(id) ? [] : [{ of: 'question' as const, id, heading: other, what: practice.question, practice }],
  );
  return [...duties, ...gone, ...asked, ...left];
}

/** How many things have come how far; `untold`: nothing is written of them. */
export function planCounts(lines: readonly PlanLine[]): Readonly<Record<Practice['status'] | 'untold', number>> {
  const counts = { 'not-begun': 0, ongoing: 0, done: 0, 'not-applicable': 0, untold: 0 };
  for (const { practice } of lines) counts[practice?.status ?? 'untold'] += 1;
  return counts;
}

/** Is it late: its last day has passed, and it is neither done nor not applicable? */
export function isLate({ until, status }: Practice, today: string): boolean {
  return until !== undefined && until < today && (status === 'not-begun' || status === 'ongoing');
}
