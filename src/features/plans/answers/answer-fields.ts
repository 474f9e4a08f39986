import { CHANGE_KINDS, type ChangeAnswer, type Changed } from '../../../domain/plans/changes.ts';
import { type FormField, given, type Values } from '../../forms/index.ts';
import { changeKey } from './answer-changes.ts';
import type { ShownChange } from './changes.ts';

/** The words of the fields; the same fields whoever answers. */
export type AnswerWords = {
  readonly part: (change: ShownChange) => string;
  /** What somebody has written, where it is shown apart from the words of the page. */
  readonly about?: (change: ShownChange) => string | undefined;
  readonly answer: string;
  readonly words: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: ChangeAnswer; readonly label: string }[];
};

/** For each thing: what is said of it, and in which words. What is left empty is not answered. */
export function answerFields(changes: readonly ShownChange[], { part, about, answer, words, hint, options }: AnswerWords): FormField[] {
  return changes.flatMap((change): FormField[] => {
    const key = changeKey(change);
    const of = { part: part(change), about: about?.(change) };
    return [
      { kind: 'radios', name: `answer-${key}`, label: answer, ...of, optional: true, options },
      { kind: 'lines', name: `words-${key}`, label: words, hint, ...of, optional: true, rows: 2 },
    ];
  });
}

/** What the fields are first filled in with: the latest answer of whoever answers. */
export function answersSaid(changes: readonly ShownChange[], own: boolean): Values {
  const said = changes.flatMap((change) => {
    const last = change.answers.findLast((one) => one.own === own);
    return last
      ? [
          [`answer-${changeKey(change)}`, last.answer],
          [`words-${changeKey(change)}`, last.words],
        ]
      : [];
  });
  return given(Object.fromEntries(said));
}

/** What was answered. Words without an answer are a comment; what stands for no change is left to the use-case to refuse. */
export function answersIn(values: Values): (Changed & { answer: ChangeAnswer; words: string })[] {
  const keys = new Set([...values.named('answer-'), ...values.named('words-')]);
  return [...keys].flatMap((key) => {
    const [kind, subject = '', number] = key.split('.');
    const [answer, words] = [values.one(`answer-${key}`), values.one(`words-${key}`)];
    if (answer === '' && words === '') return [];
    const of = CHANGE_KINDS.find((one) => one === kind) ?? 'goal';
    return [{ kind: of, subject, number: Number(number), answer: (answer || 'commented') as ChangeAnswer, words }];
  });
}
