import type { Provision } from './citation.ts';
import { at, isGlued, isNear, near, type Scan } from './scan.ts';
import { detailsAt, withDetails } from './scan-details.ts';
import { expandRange, type SectionNumber, sectionList, sectionNumber, smallNumber, startsColon } from './scan-numbers.ts';

/** One member of an enumeration, as tokens `first` up to `next`: `5 kap. 9 a §`, `10:8-9`, `3 f §`, `14 kap.`. */
export type Element = { provisions: Provision[]; first: number; next: number };

const CHAPTER = new Set(['kap', 'kapitel', 'kapitlet']);
const BETWEEN = new Set([',', 'och', 'samt', 'eller', 'respektive', 'resp', 'jämte']);

function inChapter(chapter: string | undefined, section: string): Provision {
  return chapter === undefined ? { section } : { chapter, section };
}

/** Gives the last provision what stands after its §. */
function close(scan: Scan, provisions: Provision[], first: number, next: number): Element {
  const details = detailsAt(scan, next);
  const last = provisions.at(-1);
  if (last) provisions[provisions.length - 1] = withDetails(last, details);
  return { provisions, first, next: details.next };
}

function pastSectionSigns(scan: Scan, index: number): number {
  let next = index;
  while (next < index + 2 && near(scan, next)?.kind === 'section') next += 1;
  return next;
}

/** `1, 3 och 5 a §§`, or the sign first: `§ 5`. */
function sectionsAt(scan: Scan, index: number, chapter: string | undefined, first: number): Element | undefined {
  const signFirst = near(scan, index)?.kind === 'section';
  const list = sectionList(scan, signFirst ? pastSectionSigns(scan, index) : index, { wordI: !signFirst, chapters: false, samt: true });
  if (!list) return undefined;
  const next = signFirst ? list.next : pastSectionSigns(scan, list.next);
  if (next === list.next && !signFirst) return undefined;
  const provisions = list.sections.map((section) => inChapter(chapter, section));
  return signFirst ? { provisions, first, next } : close(scan, provisions, first, next);
}

/** `5 kap. 9 a §`, `14 kap.`, `2 och 3 kap.` */
function chapterAt(scan: Scan, index: number): Element | undefined {
  const list = sectionList(scan, index, { wordI: true, chapters: true, samt: true });
  if (!list || !isNear(scan, list.next, CHAPTER)) return undefined;
  const next = isGlued(scan, list.next + 1, '.') ? list.next + 2 : list.next + 1;
  const [chapter] = list.sections;
  const inside = list.sections.length === 1 ? sectionsAt(scan, next, chapter, index) : undefined;
  return inside ?? { provisions: list.sections.map((number) => ({ chapter: number })), first: index, next };
}

/** The end of a range that names the chapter again: `20:1–20:3`. */
function colonRangeEnd(scan: Scan, index: number, chapter: number): SectionNumber | undefined {
  if (at(scan, index)?.kind !== 'dash' || !near(scan, index)) return undefined;
  if (!startsColon(scan, index + 1)) return undefined;
  return smallNumber(scan, index + 1) === chapter ? sectionNumber(scan, index + 3, false) : undefined;
}

/** `2:7 §`, `10:8-9`, `5:9a`. */
function colonAt(scan: Scan, index: number): Element | undefined {
  const chapter = smallNumber(scan, index);
  if (chapter === undefined || !startsColon(scan, index)) return undefined;
  const list = sectionList(scan, index + 2, { wordI: false, chapters: false, samt: true });
  const from = sectionNumber(scan, index + 2, false);
  if (!list || !from) return undefined;
  const to = list.sections.length === 1 ? colonRangeEnd(scan, list.next, chapter) : undefined;
  const sections = to ? expandRange(from, to) : list.sections;
  const end = to?.next ?? list.next;
  const provisions = sections.map((section) => inChapter(String(chapter), section));
  const next = pastSectionSigns(scan, end);
  return next > end ? close(scan, provisions, index, next) : { provisions, first: index, next: end };
}

function elementAt(scan: Scan, index: number, chapter: string | undefined): Element | undefined {
  const token = near(scan, index);
  if (token?.kind !== 'number' && token?.kind !== 'section') return undefined;
  return colonAt(scan, index) ?? chapterAt(scan, index) ?? sectionsAt(scan, index, chapter, index);
}

function betweenAt(scan: Scan, index: number): number {
  let next = index;
  while (next < index + 2 && isNear(scan, next, BETWEEN)) next += 1;
  return next;
}

/**
 * An enumeration of provisions: `5 kap. 9 a § och 16 kap. 3 § 2`. A section without chapter keeps the chapter before it
 * (`2 kap. 1 § och 3 §`). Empty when `index` begins none.
 */
export function elementsAt(scan: Scan, index: number): Element[] {
  const elements: Element[] = [];
  let chapter: string | undefined;
  let next: number | undefined = index;
  while (next !== undefined) {
    const element = elementAt(scan, next, chapter);
    if (!element) break;
    elements.push(element);
    chapter = element.provisions.at(-1)?.chapter ?? chapter;
    const between = betweenAt(scan, element.next);
    next = between > element.next ? between : undefined;
  }
  return elements;
}

/** Only where the whole text is one reference: sections without any sign, `LVM 15`, `LPT 7 a`. */
export function bareSectionsAt(scan: Scan, index: number): Element[] {
  const list = scan.loose ? sectionList(scan, index) : undefined;
  if (!list || at(scan, list.next)) return [];
  return [{ provisions: list.sections.map((section) => ({ section })), first: index, next: list.next }];
}

/** Where to go on when the numbers at `index` turned out to be no citation: past the whole list, so that no list is read twice. */
export function pastNumbers(scan: Scan, index: number): number {
  return Math.max(index + 1, sectionList(scan, index)?.next ?? index);
}
