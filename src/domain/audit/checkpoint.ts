/** What is signed: how many events there are, the root over them, when, and the size of the checkpoint before (0 for the first). */
export type Checkpoint = {
  /** Which log: `overens-audit/<id of the log>`. */
  readonly origin: string;
  readonly size: number;
  /** Base64 of the 32 bytes. */
  readonly root: string;
  /** ISO instant with milliseconds. */
  readonly at: string;
  readonly previous: number;
};

/** The signed text, as a checkpoint of C2SP tlog-checkpoint: origin, size, root, and then our two lines. Every line ends with a line break. */
export function checkpointText({ origin, size, root, at, previous }: Checkpoint): string {
  return `${origin}\n${size}\n${root}\nat ${at}\nprevious ${previous}\n`;
}

const TEXT =
  /^([^\s+]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\nat (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\nprevious (0|[1-9]\d{0,14})\n$/;

/** Reads the signed text back; undefined when it is not one of ours to the letter. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, root, at, previous] = TEXT.exec(text) ?? [];
  if (!origin || !size || !root || !at || !previous) return undefined;
  return { origin, size: Number(size), root, at, previous: Number(previous) };
}

/** The origin of the log with this id. */
export function originOf(logId: string): string {
  return `overens-audit/${logId}`;
}
