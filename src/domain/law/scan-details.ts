import type { Provision } from './citation.ts';
import { at, isNear, near, type Scan } from './scan.ts';
import { sectionList, smallNumber, startsColon } from './scan-numbers.ts';

export const ORDINALS = ['första', 'andra', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde'] as const;

const ORDINAL = new Map<string, number>(ORDINALS.map((word, i) => [word, i + 1]));
const PARAGRAPH = new Set(['stycket', 'stycke', 'styckena', 'st']);
const ITEM = new Set(['p', 'punkt', 'punkten', 'punkterna']);
const SENTENCE = new Set(['meningen', 'men']);
const AND = new Set([',', 'och', 'eller']);
/** After a number these make it a quantity: "9 § 3 månader" is no item 3. */
const UNITS = new Set(['år', 'månad', 'månader', 'veckor', 'dagar', 'dygn', 'timmar', 'minuter', 'kronor', 'procent', 'personer', '%']);
const MAX_ITEMS = 20;

/** Paragraphs and items of a section, and where they end. */
type Details = { paragraphs: number[]; items: number[]; next: number };

function skipDot(scan: Scan, index: number): number {
  const token = at(scan, index);
  return token?.gap === 'glued' && token.key === '.' ? index + 1 : index;
}

/** `andra och fjärde stycket`, `2 st.`; a sentence of a paragraph (`andra meningen`) is read past. */
function paragraphsAt(scan: Scan, index: number): { numbers: number[]; next: number } | undefined {
  const numbers: number[] = [];
  for (let i = index; numbers.length < ORDINALS.length; ) {
    const ordinal = ORDINAL.get(near(scan, i)?.lower ?? '') ?? smallNumber(scan, i);
    if (ordinal === undefined) return undefined;
    numbers.push(ordinal);
    i += 1;
    if (isNear(scan, i, PARAGRAPH)) {
      const next = scan.tokens[i]?.lower === 'st' ? skipDot(scan, i + 1) : i + 1;
      return { numbers, next: sentenceEnd(scan, next) };
    }
    if (!isNear(scan, i, AND)) return undefined;
    i += 1;
  }
  return undefined;
}

function sentenceEnd(scan: Scan, index: number): number {
  return ORDINAL.has(near(scan, index)?.lower ?? '') && isNear(scan, index + 1, SENTENCE) ? skipDot(scan, index + 2) : index;
}

/** True when the number at `index` opens a numbered line ("1. vilka insatser"), counts something, or is part of a larger number. */
function isNoItem(scan: Scan, index: number): boolean {
  const number = scan.tokens[index];
  const after = at(scan, index + 1);
  if (startsColon(scan, index)) return true;
  if (number?.gap === 'line' && after?.gap === 'glued' && (after.key === '.' || after.key === ')')) return true;
  return (after !== undefined && UNITS.has(after.lower)) || (after?.gap === 'glued' && (after.kind === 'word' || after.key === '/'));
}

/** True when the numbers from `index` on are sections of their own: "9 § 1 och 10 §". */
function startsSection(scan: Scan, index: number): boolean {
  const next = sectionList(scan, index, { wordI: true, chapters: true, samt: false })?.next;
  const after = next === undefined ? undefined : near(scan, next);
  return after !== undefined && (after.kind === 'section' || after.lower.startsWith('kap'));
}

/** `2`, `1 och 3`, `1–3`, `punkt 2`. The first number after a § is an item; those after it only if no section of their own begins there. */
function itemsAt(scan: Scan, index: number): { numbers: number[]; next: number } | undefined {
  const first = isNear(scan, index, ITEM) ? (scan.tokens[index]?.lower === 'p' ? skipDot(scan, index + 1) : index + 1) : index;
  const numbers: number[] = [];
  let next = index;
  let sections: boolean | undefined;
  for (let i = first; numbers.length < MAX_ITEMS; ) {
    const number = smallNumber(scan, i);
    if (number === undefined || number > 99 || isNoItem(scan, i)) break;
    // Asked once: the rest of a list that ends in § ends there too.
    if (numbers.length > 0) sections ??= startsSection(scan, i);
    if (sections) break;
    numbers.push(number);
    next = i + 1;
    const range = at(scan, next)?.kind === 'dash' && near(scan, next) ? smallNumber(scan, next + 1) : undefined;
    if (range !== undefined && range > number && range - number < MAX_ITEMS && !isNoItem(scan, next + 1)) {
      for (let n = number + 1; n <= range; n += 1) numbers.push(n);
      next += 2;
    }
    if (!isNear(scan, next, AND)) break;
    i = next + 1;
  }
  if (numbers.length === 0) return undefined;
  return { numbers, next: isNear(scan, next, ITEM) ? skipDot(scan, next + 1) : next };
}

/** What may follow a §: `andra och fjärde stycket`, `första stycket 2`, `2`, `punkt 3`, `2 st. 3 p.`. */
export function detailsAt(scan: Scan, index: number): Details {
  const paragraphs = paragraphsAt(scan, index);
  const items = itemsAt(scan, paragraphs?.next ?? index);
  return { paragraphs: paragraphs?.numbers ?? [], items: items?.numbers ?? [], next: items?.next ?? paragraphs?.next ?? index };
}

/** The provision with its paragraphs and items, absent where there are none. */
export function withDetails(provision: Provision, { paragraphs, items }: Details): Provision {
  return { ...provision, ...(paragraphs.length > 0 ? { paragraphs } : {}), ...(items.length > 0 ? { items } : {}) };
}
