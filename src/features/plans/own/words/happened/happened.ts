import type { HappeningWords } from '../../../history/happening-words.ts';

/** The words of what has happened in a plan, for the individual, in one language. */
export type HappenedWords = {
  readonly news: string;
  readonly since: (when: string) => string;
  readonly all: string;
  readonly none: string;
  readonly older: string;
  readonly latest: string;
  readonly of: HappeningWords;
};
