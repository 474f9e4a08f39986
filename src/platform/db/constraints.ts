/**
 * Turns the violation of a named constraint into what the caller says about it, and throws every other error on.
 * `await insert().catch((error) => onConstraint(error, { agreement_version_no_overlap: refuse('validity-overlaps') }))`.
 */
export function onConstraint<Answer>(error: unknown, answers: Readonly<Record<string, Answer>>): Answer {
  const name = violatedConstraint(error);
  const answer = name === undefined ? undefined : answers[name];
  if (name === undefined || answer === undefined || !Object.hasOwn(answers, name)) throw error;
  return answer;
}

/** The name of the constraint that PostgreSQL says was violated (class 23 of its error codes), if that is what the error is. */
function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('23') && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}
