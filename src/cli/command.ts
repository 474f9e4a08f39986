/** Where a command writes: answers to `out`, everything about the run itself to `err`. One call, one line. */
export type Io = { readonly out: (line: string) => void; readonly err: (line: string) => void };

/** Exit codes: 0 done, 1 the answer is no (faults, a refusal), 2 the command was written wrongly. */
export type ExitCode = 0 | 1 | 2;

/** One command, `overens <noun> <verb>`, or `overens <noun>` when it has an empty verb. `load` keeps the start of one command free of what the others need. */
export type Command = {
  readonly noun: string;
  readonly verb: string;
  readonly usage: string;
  readonly summary: string;
  readonly load: () => Promise<{ run: (args: readonly string[], io: Io) => Promise<ExitCode> }>;
};

/** The words that name a command: `county check`. */
export function nameOf({ noun, verb }: Pick<Command, 'noun' | 'verb'>): string {
  return verb ? `${noun} ${verb}` : noun;
}
