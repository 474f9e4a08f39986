import type { LawFile } from '../counties/national-files.ts';
import { type Chosen, chooseSource, earliestDay } from './choose-source.ts';
import { type Citation, type Provision, provisionKey } from './citation.ts';
import { type Counterpart, counterpartsOf } from './counterparts.ts';
import { fitsNumbering, type IndexedStatute, lawIndex, readingOf } from './law-index.ts';

/**
 * `not-yet` before the act begins, `repealed` from the day it ends; `not-found` when the act was read and has no such
 * provision; `not-covered` when we have not read enough to say.
 */
export type ResolutionStatus = 'in-force' | 'repealed' | 'not-found' | 'not-covered' | 'not-yet';

/** Why a citation is not covered, or not found. */
export type ResolutionReason =
  | 'unknown-source'
  | 'content-not-read'
  | 'amending-act'
  | 'provisions-not-read'
  | 'uncertain-reading'
  | 'repeal-date-unknown'
  | 'no-such-provision';

/** One provision (or whole source) on the day asked about. `since` is the day the status began, when it is known; ISO dates. */
export type ProvisionResolution = {
  provision?: string;
  status: ResolutionStatus;
  reason?: ResolutionReason;
  since?: string;
  /** SFS number of the act that repealed or replaced it. */
  by?: string;
  counterparts: readonly Counterpart[];
};

/** What a citation comes to on a day: the gravest of its provisions, with each of them in `provisions`. */
export type Resolution = Omit<ProvisionResolution, 'provision'> & {
  statute?: { sfs: string; title: string; abbreviation?: string };
  /** How it is known which act is meant; `certainty` is `derived` when that is our own reading. */
  readBy: Chosen['by'];
  certainty: 'source' | 'derived';
  provisions: readonly ProvisionResolution[];
  /** The day up to which the law was read: nothing later is known. */
  asOf: string;
};

type CitationLike = Pick<Citation, 'source' | 'provisions'>;
type Verdict = Omit<ProvisionResolution, 'provision'>;

const GRAVITY: readonly ResolutionStatus[] = ['in-force', 'not-covered', 'not-yet', 'not-found', 'repealed'];

function began(statute: IndexedStatute['statute']): { since?: string } {
  return statute['in-force-from'] === undefined ? {} : { since: statute['in-force-from'] };
}

function uncovered(reason: ResolutionReason): Verdict {
  return { status: 'not-covered', reason, counterparts: [] };
}

/** The act as a whole; undefined when it is in force and its provisions decide. */
function wholeAct(entry: IndexedStatute, provision: Provision | undefined, law: LawFile, day: string): Verdict | undefined {
  const { statute } = entry;
  if (day < earliestDay(entry)) return { status: 'not-yet', counterparts: [], ...began(statute) };
  const since = statute['repealed-from'];
  if (since === undefined || day < since) return undefined;
  const by = statute['replaced-by'];
  return { status: 'repealed', since, ...(by === undefined ? {} : { by }), counterparts: counterpartsOf(entry, provision, law) };
}

/** A provision that was repealed while its act lives on. An unknown day is only known to have passed when the law was read. */
function repealedProvision(entry: IndexedStatute, provision: Provision, law: LawFile, day: string): Verdict {
  const since = entry.repealed.get(provisionKey(provision));
  if (since === undefined && day < law['as-of']) return uncovered('repeal-date-unknown');
  if (since !== undefined && day < since) return { status: 'in-force', counterparts: [], ...began(entry.statute) };
  const counterparts = counterpartsOf(entry, provision, law).filter(({ provisions }) => provisions.length > 0);
  return { status: 'repealed', ...(since === undefined ? {} : { since }), counterparts };
}

function provisionVerdict(entry: IndexedStatute, provision: Provision, law: LawFile, day: string): Verdict {
  const reading = fitsNumbering(entry, provision) ? readingOf(entry, provision) : 'absent';
  if (reading === 'absent') return { status: 'not-found', reason: 'no-such-provision', counterparts: [] };
  const whole = wholeAct(entry, provision, law, day);
  if (whole) return whole;
  if (reading === 'repealed') return repealedProvision(entry, provision, law, day);
  if (reading === 'unread') return uncovered('provisions-not-read');
  if (reading === 'uncertain') return uncovered('uncertain-reading');
  return { status: 'in-force', counterparts: [], ...began(entry.statute) };
}

function sourceVerdict(entry: IndexedStatute, law: LawFile, day: string): Verdict {
  return wholeAct(entry, undefined, law, day) ?? { status: 'in-force', counterparts: [], ...began(entry.statute) };
}

/** A source whose content is not in the law file. What only changed another act falls with that act. */
function otherVerdict(id: string, law: LawFile, day: string): Verdict {
  const other = law.other.find((source) => source.id === id);
  if (!other) return uncovered('unknown-source');
  const base = other.amends === undefined ? undefined : lawIndex(law).get(other.amends);
  const whole = base && wholeAct(base, undefined, law, day);
  if (whole?.status === 'repealed') return whole;
  return uncovered(base ? 'amending-act' : 'content-not-read');
}

function identity(id: string, law: LawFile): Pick<Resolution, 'statute'> {
  const statute = lawIndex(law).get(id)?.statute;
  if (!statute) {
    const other = law.other.find((source) => source.id === id);
    return other ? { statute: { sfs: id, title: other.title } } : {};
  }
  const { sfs, title, abbreviation } = statute;
  return { statute: abbreviation === undefined ? { sfs, title } : { sfs, title, abbreviation } };
}

function sameCounterpart(a: Counterpart, b: Counterpart): boolean {
  return a.sfs === b.sfs && a.topic === b.topic && a.provisions.join() === b.provisions.join();
}

function together(verdicts: readonly Verdict[]): Verdict {
  const gravest = verdicts.toSorted((a, b) => GRAVITY.indexOf(b.status) - GRAVITY.indexOf(a.status))[0] ?? uncovered('unknown-source');
  const all = verdicts.flatMap(({ counterparts }) => counterparts);
  return { ...gravest, counterparts: all.filter((one, i) => all.findIndex((other) => sameCounterpart(one, other)) === i) };
}

/**
 * What a citation comes to on the day `on`: in force, repealed (by what, since when, and its present counterparts with
 * how sure each is), not found, not covered, or not yet in force. `writtenOn` is the day the citing text was made: a name
 * without number means the act in force then. Without it the name is read as on `on`.
 */
export function resolveCitation(
  citation: CitationLike,
  law: LawFile,
  on: Temporal.PlainDate,
  writtenOn: Temporal.PlainDate = on,
): Resolution {
  const day = on.toString();
  const asOf = law['as-of'];
  const chosen = chooseSource(citation, law, writtenOn);
  if (!chosen) return { ...uncovered('unknown-source'), readBy: 'name', certainty: 'source', provisions: [], asOf };
  const entry = lawIndex(law).get(chosen.id);
  const head = { ...identity(chosen.id, law), readBy: chosen.by, certainty: chosen.by === 'shape' ? 'derived' : 'source', asOf } as const;
  if (!entry || citation.provisions.length === 0) {
    const verdict = entry ? sourceVerdict(entry, law, day) : otherVerdict(chosen.id, law, day);
    return {
      ...verdict,
      ...head,
      provisions: citation.provisions.map((provision) => ({ provision: provisionKey(provision), ...verdict })),
    };
  }
  const provisions = citation.provisions.map((provision) => ({
    provision: provisionKey(provision),
    ...provisionVerdict(entry, provision, law, day),
  }));
  return { ...together(provisions.map(({ provision: _, ...verdict }) => verdict)), ...head, provisions };
}
