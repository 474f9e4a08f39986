/**
 * What became of trying an address. `reachable`; `moved`: it answers from another address for good; `gone`: the server says that there is nothing;
 * `unanswered`: no answer, or one that says neither; `not-allowed`: it leads to where the program does not go.
 */
export const linkResults = ['reachable', 'moved', 'gone', 'unanswered', 'not-allowed'] as const;
export type LinkResult = (typeof linkResults)[number];

/** One step of the way to the answer: the address, and the status that sent onward from it. */
export type Hop = { readonly from: string; readonly to: string; readonly status: number };

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** What an answer with this status means, after these steps. Being sent on for a while is no move, nor is coming to the same place by https. */
export function resultOf(status: number, hops: readonly Hop[]): LinkResult {
  if (GONE.has(status)) return 'gone';
  if (status < 200 || status > 299) return 'unanswered';
  return hops.some((hop) => PERMANENT.has(hop.status) && !isSamePlace(hop.from, hop.to)) ? 'moved' : 'reachable';
}

function isSamePlace(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** So many days after a check an address is tried again. */
const AGAIN_AFTER = 7;

/** Is an address to be tried on the day? One that never was, or was at least a week ago. */
export function isDue(last: Temporal.PlainDate | undefined, today: Temporal.PlainDate): boolean {
  return last === undefined || Temporal.PlainDate.compare(last.add({ days: AGAIN_AFTER }), today) <= 0;
}

/** A line of a list of links as it was filled in: cells by the name of their column. */
export type FilledLine = Readonly<Record<string, string>>;

/** A result that somebody found elsewhere. `on` is an ISO day. */
export type FoundResult = { readonly url: string; readonly on: string; readonly result: LinkResult; readonly movedTo?: string };

/** What is wrong with a line, by its number in the file. */
export type LineFault = {
  readonly line: number;
  readonly code: 'unknown-address' | 'wrong-day' | 'wrong-result' | 'wrong-target' | 'two-results';
};

export type Columns = { readonly url: string; readonly on: string; readonly result: string; readonly movedTo: string };

/**
 * The results in a list of links that somebody filled in. Lines without a result are passed over. A line with an address that is not in the data, a day that is
 * none or lies ahead, a word that is no result, or two results for one address on a day is a fault, and then nothing of the file is to be kept.
 */
export function readResults(
  lines: readonly FilledLine[],
  known: ReadonlySet<string>,
  { columns, words, today }: { columns: Columns; words: ReadonlyMap<string, LinkResult>; today: Temporal.PlainDate },
): { results: FoundResult[]; faults: LineFault[] } {
  const results: FoundResult[] = [];
  const faults: LineFault[] = [];
  for (const [index, cells] of lines.entries()) {
    const cell = (column: string) => (cells[column] ?? '').trim();
    const said = cell(columns.result).toLowerCase();
    if (said === '') continue;
    const line = index + 2;
    const fault = (code: LineFault['code']) => faults.push({ line, code });
    const [url, on, result, movedTo] = [cell(columns.url), cell(columns.on), words.get(said), cell(columns.movedTo)];
    if (!known.has(url)) fault('unknown-address');
    else if (!isDay(on) || on > today.toString()) fault('wrong-day');
    else if (!result) fault('wrong-result');
    else if (movedTo !== '' && !isTarget(movedTo)) fault('wrong-target');
    else if (results.some((one) => one.url === url && one.on === on && one.result !== result)) fault('two-results');
    else results.push({ url, on, result, ...(movedTo === '' ? {} : { movedTo }) });
  }
  return { results, faults };
}

/** Longer is no address that anybody is sent on to, nor is one that cannot be read. */
const MOST_URL = 2_000;

function isTarget(text: string): boolean {
  return text.length <= MOST_URL && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
