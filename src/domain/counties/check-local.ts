import { type Fault, fault } from './check-fault.ts';
import { pieces } from './check-select.ts';
import { AnswerPractice, RowPractice } from './local-practice.ts';

/** What is said not to be applicable, without why. */
export function checkLocal(file: string, agreement: unknown): Fault[] {
  const all = [...pieces(agreement, 'local.rows.*', RowPractice), ...pieces(agreement, 'local.answers.*', AnswerPractice)];
  return all.flatMap(({ path, value: { status, reason } }) =>
    status === 'not-applicable' && reason === undefined ? [fault(file, path, 'practice-without-reason', {})] : [],
  );
}
