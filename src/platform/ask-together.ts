import { setImmediate as turn } from 'node:timers/promises';

/** How long a question may hold up those that come after it, in milliseconds: one that hangs is not waited for. */
const PATIENCE = 250;

/** So many are asked about in one question at most: those above wait for the next. */
const MOST = 100;

/** What is asked together, in the order it came, and the answers to it in the same order. */
type Gathered<Asked, Answer> = { readonly asked: Asked[]; readonly answers: Promise<readonly Answer[]> };

/**
 * Makes a question that many share. All who ask in the same turn of the event loop, or while a question is under way, share the next one: it is put after the
 * last of them, so nobody gets an answer that was old when they asked. No timer: a question is shared exactly when there is somebody to share it with.
 * `put` answers in the order of what was asked. A question that fails fails those who share it, and nobody after.
 */
export function askTogether<Asked, Answer>(
  put: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  { patience = PATIENCE, most = MOST }: { readonly patience?: number | undefined; readonly most?: number } = {},
): (asked: Asked) => Promise<Answer> {
  let next: Gathered<Asked, Answer> | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const gather = (): Gathered<Asked, Answer> => {
    const asked: Asked[] = [];
    const gathered = {
      asked,
      answers: Promise.all([ended(underWay, patience), turn()]).then(() => {
        if (next === gathered) next = undefined;
        return put(asked);
      }),
    };
    underWay = gathered.answers;
    return gathered;
  };

  return async (asked) => {
    if (!next || next.asked.length >= most) next = gather();
    const { asked: all, answers } = next;
    const nth = all.push(asked) - 1;
    const found = await answers;
    if (found.length !== all.length) throw new Error('a question was answered in part');
    return found[nth] as Answer;
  };
}

/** Resolves when it has ended, well or not, or has taken so many milliseconds. Then nothing of it is kept: many are waited for in a second. */
function ended(question: Promise<unknown>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience).unref();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    question.then(end, end);
  });
}
