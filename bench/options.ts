import { parseArgs } from 'node:util';

/** How the bench is run. `program`: the arguments that start the built program, as `npm start` gives them. */
export type Options = {
  readonly program: readonly string[];
  /** Short runs, to see that everything works: the figures are rough. */
  readonly quick: boolean;
  /** Replaces the tables of docs/performance.md. */
  readonly write: boolean;
  /** Only rows whose id holds this text; then nothing but the rows is measured. */
  readonly only: string | undefined;
  /** Seconds before the first run that are not counted, seconds of each run, and how many runs the median is of. */
  readonly warmUp: number;
  readonly seconds: number;
  readonly runs: number;
};

/** Numbers of agreements that every row is measured at: those that ship, and a full register of the country. */
export const FEW = 3;
export const MANY = 500;

/** Numbers that the growth rows are measured at: 1, 10 and 100 times the data, and the full register. */
export const SIZES: readonly number[] = [FEW, 30, 300, MANY];

/** The connections that ask at the same time. */
export const CONNECTIONS = 8;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      program: { type: 'string', default: '["dist/main.js"]' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const { quick, write, only } = values;
  const lengths = quick ? { warmUp: 0.5, seconds: 1, runs: 1 } : { warmUp: 1, seconds: 1.5, runs: 3 };
  return { program: JSON.parse(values.program) as string[], quick, write, only, ...lengths };
}
