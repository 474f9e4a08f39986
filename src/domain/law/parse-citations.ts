import type { Citation, CitedSource } from './citation.ts';
import type { KnownStatutes } from './known-statutes.ts';
import { mayCite } from './may-cite.ts';
import { isNear, near, type Scan } from './scan.ts';
import { type Mention, mentionAt, sameActEnd } from './scan-mention.ts';
import { startsColon } from './scan-numbers.ts';
import { bareSectionsAt, type Element, elementsAt, pastNumbers } from './scan-provisions.ts';
import { tokenize } from './tokens.ts';

/** A citation as a run of tokens, before it is cut out of the text. */
type Found = { source: CitedSource; elements: readonly Element[]; first: number; next: number };

const PREFIX_GAP = new Set([',', '(', ':']);
const CLOCK = new Set(['kl', 'Kl', 'klockan', 'Klockan']);
const POSTFIX_LINK = new Set(['(', ',', 'i', 'av']);

/** Provisions after a name, and whether a comma stands between: `SoL 14 kap. 1 §`, `HSL (3 f §`, `SoL, 14 kap. 1 §`. */
function elementsAfter(scan: Scan, mention: Mention): { elements: Element[]; comma: boolean; bracket: boolean } {
  const gap = isNear(scan, mention.next, PREFIX_GAP) ? (scan.tokens[mention.next]?.key ?? '') : '';
  const start = gap === '' ? mention.next : mention.next + 1;
  const found = near(scan, start) ? elementsAt(scan, start) : [];
  const elements = found.length > 0 || gap !== '' || !near(scan, start) ? found : bareSectionsAt(scan, start);
  return { elements, comma: gap === ',' || gap === ':', bracket: gap === '(' };
}

/** A name after provisions: `9 a § SoL`, `14 kap. 1 § i socialtjänstlagen`, `7 § (LVM)`, `5 § samma lag`. */
function mentionAfter(scan: Scan, index: number, last: CitedSource | undefined): Mention | undefined {
  if (!near(scan, index)) return undefined;
  const same = sameActEnd(scan, index);
  if (same !== undefined && last) return { source: last, first: index, next: same, weak: false };
  const direct = mentionAt(scan, index);
  if (direct) return direct;
  const link = near(scan, index)?.lower ?? '';
  const mention = POSTFIX_LINK.has(link) && near(scan, index + 1) ? mentionAt(scan, index + 1) : undefined;
  if (!mention || (link === ',' && leads(scan, mention))) return undefined;
  if (link !== '(') return mention;
  return near(scan, mention.next)?.key === ')' ? { ...mention, next: mention.next + 1 } : undefined;
}

/** True when provisions follow the name at once, so that it belongs to them. */
function leads(scan: Scan, mention: Mention): boolean {
  return elementsAfter(scan, mention).elements.length > 0;
}

/** A name first. Its provisions follow, unless a comma parts them and they have a name of their own behind them. */
function fromMention(scan: Scan, mention: Mention): Found[] {
  const { elements, comma, bracket } = elementsAfter(scan, mention);
  const last = elements.at(-1);
  const alone: Found[] = mention.weak ? [] : [{ source: mention.source, elements: [], first: mention.first, next: mention.next }];
  if (!last) return alone;
  const behind = near(scan, last.next) ? mentionAt(scan, last.next) : undefined;
  if (behind && !leads(scan, behind)) {
    if (comma) return alone;
    if (elements.length > 1) return [...fromPrefix(mention, elements.slice(0, -1), 0), { ...behind, elements: [last], first: last.first }];
  }
  const closed = bracket && near(scan, last.next)?.key === ')' ? 1 : 0;
  return fromPrefix(mention, elements, closed);
}

function fromPrefix(mention: Mention, elements: readonly Element[], closed: number): Found[] {
  const last = elements.at(-1);
  return last ? [{ source: mention.source, elements, first: mention.first, next: last.next + closed }] : [];
}

/** `kl. 10:30` is a time, whatever stands after it. */
function isTime(scan: Scan, index: number): boolean {
  if (!startsColon(scan, index) || scan.tokens[index]?.gap === 'block') return false;
  const before = scan.tokens[index - 1]?.key === '.' ? index - 2 : index - 1;
  return CLOCK.has(scan.tokens[before]?.key ?? '');
}

/** Provisions first: they are a citation only when a name follows. */
function fromElements(scan: Scan, index: number, last: CitedSource | undefined): { found: Found[]; next: number } {
  const elements = elementsAt(scan, index);
  const end = elements.at(-1)?.next;
  if (end === undefined) return { found: [], next: pastNumbers(scan, index) };
  const mention = isTime(scan, index) ? undefined : mentionAfter(scan, end, last);
  if (!mention) return { found: [], next: end };
  return { found: [{ source: mention.source, elements, first: index, next: mention.next }], next: mention.next };
}

function scanAll(scan: Scan): Found[] {
  const all: Found[] = [];
  let index = 0;
  while (index < scan.tokens.length) {
    scan.origin = index;
    const mention = mentionAt(scan, index);
    const found = mention ? fromMention(scan, mention) : [];
    const kind = scan.tokens[index]?.kind;
    if (found.length > 0) {
      index = found.at(-1)?.next ?? index + 1;
      all.push(...found);
    } else if (!mention && (kind === 'number' || kind === 'section')) {
      const result = fromElements(scan, index, all.at(-1)?.source);
      index = result.next;
      all.push(...result.found);
    } else index = mention?.next ?? index + 1;
  }
  return all;
}

function cut(text: string, scan: Scan, { source, elements, first, next }: Found): Citation {
  const start = scan.tokens[first]?.start ?? 0;
  const end = scan.tokens[next - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end), source, provisions: elements.flatMap((element) => element.provisions) };
}

/** As `parseCitations`, together with the number of looks at a token it took. */
export function scanCitations(text: string, known: KnownStatutes, loose = false): { citations: Citation[]; steps: number } {
  const scan: Scan = { tokens: tokenize(text), known, loose, steps: 0, origin: 0 };
  const citations = scanAll(scan).map((found) => cut(text, scan, found));
  return { citations, steps: scan.steps };
}

/**
 * Every law citation in a Swedish text, in order and without overlap, with UTF-16 offsets. Provisions without a named act
 * are not citations. An abbreviation without number keeps all acts it may mean; `resolveCitation` decides by date.
 * Takes time in proportion to the text, whatever the text.
 */
export function parseCitations(text: string, known: KnownStatutes): Citation[] {
  return mayCite(text, known) ? scanCitations(text, known).citations : [];
}
