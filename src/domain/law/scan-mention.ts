import type { CitedSource } from './citation.ts';
import type { KnownSource } from './known-statutes.ts';
import { at, isGlued, isNear, near, type Scan } from './scan.ts';
import { longestName } from './scan-name.ts';
import { seriesNumber, sfsNumber, yearNumber } from './scan-source-number.ts';

/** A source named in the text. `weak` = too short or too bare to count unless provisions stand beside it (`KL`, `2017:612`). */
export type Mention = { source: CitedSource; first: number; next: number; weak: boolean };

const ACT_WORD = /(lag|lagen|förordning|förordningen|balk|balken)$/;
const SAME = new Set(['samma']);
const SAME_ACT = new Set(['lag', 'lagen', 'förordning', 'balk']);
const PARTS = new Set([',', ';']);
const ETCETERA = ['m', '.', 'm', '.'];
const MAX_TAIL = 4;

/** Part of a longer word: `LVM-hem`, `anti-LSS`. */
function isPartOfWord(scan: Scan, first: number, next: number): boolean {
  const before = scan.tokens[first - 1];
  if (scan.tokens[first]?.gap === 'glued' && before && (before.kind === 'word' || before.kind === 'number' || before.kind === 'dash'))
    return true;
  const after = at(scan, next);
  return after?.gap === 'glued' && (after.kind === 'dash' || after.kind === 'word' || after.kind === 'number');
}

/** Past the genitive of an abbreviation: `LSS:s`. */
function pastGenitive(scan: Scan, index: number): number {
  return isGlued(scan, index, ':') && isGlued(scan, index + 1, 's') ? index + 2 : index;
}

function abbreviationAt(scan: Scan, index: number): { name: string; next: number } | undefined {
  const found = longestName(scan, scan.known.abbreviations, index, true);
  return found && { name: found.name, next: pastGenitive(scan, found.next) };
}

/** What a mention has said so far: the ids it may mean, and the number once one is given. */
type Said = { ids: readonly string[]; number: string | undefined; next: number };

/** `(2017:30)`, `(LPT)`, `(SoL 2025:400)`, `(HSL, 2017:30)`: nothing but the number and abbreviation of the act just named. */
function bracketAt(scan: Scan, index: number, said: Said): Said | undefined {
  let number = said.number;
  let next = index + 1;
  for (let parts = 0; parts < MAX_TAIL && near(scan, next)?.key !== ')'; parts += 1) {
    const given = sfsNumber(scan, next);
    const short = given ? undefined : sameAct(scan, next, said.ids);
    if (!given && short === undefined && !isNear(scan, next, PARTS)) return undefined;
    number = given?.number ?? number;
    next = given?.next ?? short ?? next + 1;
  }
  return near(scan, next)?.key === ')' && next > index + 1 ? { ...said, number, next: next + 1 } : undefined;
}

/** Where the abbreviation at `index` ends, if it is one of the act already named. */
function sameAct(scan: Scan, index: number, ids: readonly string[]): number | undefined {
  const found = near(scan, index) ? abbreviationAt(scan, index) : undefined;
  if (!found || isPartOfWord(scan, index, found.next)) return undefined;
  return (scan.known.candidates.get(found.name) ?? []).some((id) => ids.includes(id)) ? found.next : undefined;
}

/** Reads on after a name: its number and its abbreviation, in any of the ways they are added. */
function tailAt(scan: Scan, start: Said): Said {
  let said = start;
  for (let parts = 0; parts < MAX_TAIL; parts += 1) {
    const token = near(scan, said.next);
    const given = said.number === undefined ? sfsNumber(scan, said.next) : undefined;
    const short = token?.key === ',' ? sameAct(scan, said.next + 1, said.ids) : undefined;
    if (given) said = { ...said, number: given.number, next: given.next };
    else if (short !== undefined) said = { ...said, next: short };
    else if (token?.key === '(') {
      const bracket = bracketAt(scan, said.next, said);
      if (!bracket) return said;
      said = bracket;
    } else return said;
  }
  return said;
}

function nameAt(scan: Scan, index: number): Mention | undefined {
  const short = abbreviationAt(scan, index);
  const found = short ?? longestName(scan, scan.known.names, index, false);
  if (!found || isPartOfWord(scan, index, found.next)) return undefined;
  const candidates = scan.known.candidates.get(found.name) ?? [];
  const said = tailAt(scan, { ids: candidates, number: undefined, next: found.next });
  const source: CitedSource =
    said.number === undefined ? { kind: 'name', name: found.name, candidates } : { kind: 'number', series: 'SFS', number: said.number };
  return { source, first: index, next: said.next, weak: short !== undefined && found.name.length < 3 && said.number === undefined };
}

/** Past ` om psykiatrisk tvångsvård m.m.` when that is how the title of the act goes on. */
function pastTitle(scan: Scan, index: number, source: KnownSource | undefined): number {
  const keys = source?.tail ?? [];
  if (keys.length === 0 || !keys.every((key, i) => near(scan, index + i)?.lower === key)) return index;
  const next = index + keys.length;
  return ETCETERA.every((key, i) => near(scan, next + i)?.lower === key) ? next + ETCETERA.length : next;
}

/** `Lag (2019:973)`, `lagen (1991:1128) om psykiatrisk tvångsvård (LPT)`, `tandvårdslagen (1985:125)`. */
function actWordAt(scan: Scan, index: number): Mention | undefined {
  const word = at(scan, index);
  if (word?.kind !== 'word' || !ACT_WORD.test(word.lower)) return undefined;
  const open = near(scan, index + 1)?.key === '(' ? index + 2 : index + 1;
  const given = sfsNumber(scan, open);
  const closed = open === index + 1 || (given !== undefined && near(scan, given.next)?.key === ')');
  if (!given || !closed) return undefined;
  const after = open === index + 1 ? given.next : given.next + 1;
  const next = pastTitle(scan, after, scan.known.sources.get(given.number));
  const said = tailAt(scan, { ids: [given.number], number: given.number, next });
  return { source: { kind: 'number', series: 'SFS', number: given.number }, first: index, next: said.next, weak: false };
}

/** `(1976:511)`, `SFS 2017:30`, or `2017:612` bare, which is weak unless the number is known. */
function numberAt(scan: Scan, index: number): Mention | undefined {
  const open = at(scan, index)?.key === '(';
  const given = sfsNumber(scan, open ? index + 1 : index);
  if (!given || (open && near(scan, given.next)?.key !== ')')) return undefined;
  if (!open && isPartOfWord(scan, index, given.next)) return undefined;
  const source: CitedSource = { kind: 'number', series: 'SFS', number: given.number };
  const said = tailAt(scan, { ids: [given.number], number: given.number, next: open ? given.next + 1 : given.next });
  const bare = !open && yearNumber(scan, index) !== undefined;
  return { source, first: index, next: said.next, weak: bare && !scan.known.sources.has(given.number) };
}

function seriesAt(scan: Scan, index: number): Mention | undefined {
  const found = seriesNumber(scan, index);
  if (!found || isPartOfWord(scan, index, found.next)) return undefined;
  return { source: { kind: 'number', series: found.series, number: found.number }, first: index, next: found.next, weak: false };
}

/** The source named at `index`, if any. */
export function mentionAt(scan: Scan, index: number): Mention | undefined {
  const token = at(scan, index);
  if (token?.kind === 'word') return seriesAt(scan, index) ?? nameAt(scan, index) ?? actWordAt(scan, index) ?? numberAt(scan, index);
  if (token?.kind === 'number') return numberAt(scan, index);
  return token?.key === '(' ? (seriesAt(scan, index) ?? numberAt(scan, index)) : undefined;
}

/** Where `samma lag` at `index` ends. */
export function sameActEnd(scan: Scan, index: number): number | undefined {
  return isNear(scan, index, SAME) && isNear(scan, index + 1, SAME_ACT) ? index + 2 : undefined;
}
