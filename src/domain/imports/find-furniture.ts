import type { FurnitureKind } from './imported-text.ts';
import type { Line } from './lines.ts';
import { DOCUMENT_WORDS, METADATA, NAVIGATION, NUMBERED_HEADER, PAGE_NUMBER } from './structure-words.ts';

/** So many lines at the top and the bottom of a page may belong to it, though never more than a third of them. */
const EDGE = 4;

/** A line of a table of contents: words, then dots or a wide space, then the number of a page; or a link within the document. */
const CONTENTS_ENTRY = /^(.*\S)(\s*\.{3,}\s*|\s{2,}|\t\s*|\s+)\d{1,3}$|^[-*\d.]+\s*\[.+\]\(#.+\)$/;
const DOTTED = /\.{4,}\s*\d{1,3}$/;
const CONTENTS_HEADING = /^#{0,6}\s*(innehåll|innehållsförteckning)$/;

/** A rule, or what parts the head of a table from the rest. */
const MARK = /^([-_*=~]\s?){3,}$|^[|:\s-]*-{2,}[|:\s-]*$/;

/** Marks the lines that belong to the page and not to the text, each with its kind. */
export function findFurniture(lines: readonly Line[]): void {
  for (const line of lines) {
    const kind = kindOf(line);
    if (kind) line.furniture = kind;
  }
  markContents(lines);
  markEdges(lines);
  markTrail(lines);
}

function kindOf({ text, hint }: Line): FurnitureKind | undefined {
  const lower = text.toLowerCase();
  if (hint?.kind === 'furniture') return hint.furniture;
  if (MARK.test(text)) return 'mark';
  if (hint?.kind === 'row' || hint?.kind === 'heading') return undefined;
  if (METADATA.some((pattern) => pattern.test(lower))) return 'metadata';
  if (NUMBERED_HEADER.test(text)) return 'header';
  if (NAVIGATION.test(lower)) return 'navigation';
  return DOTTED.test(text) ? 'contents' : undefined;
}

function markContents(lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    if (!CONTENTS_HEADING.test(line.text.toLowerCase())) continue;
    const entries: Line[] = [];
    for (const entry of lines.slice(index + 1)) {
      if (entry.furniture === 'header' || entry.furniture === 'metadata') continue;
      if (!CONTENTS_ENTRY.test(entry.text)) break;
      entries.push(entry);
    }
    if (entries.length < 2) continue;
    for (const one of [line, ...entries]) one.furniture = 'contents';
  }
}

/** The running headers and footers: what stands first or last on at least half of the pages, numbers aside; and the numbers of pages. */
function markEdges(lines: readonly Line[]): void {
  const pages = Map.groupBy(lines, ({ page }) => page);
  const edges = [...pages.values()].flatMap((own) => {
    const many = Math.max(1, Math.min(EDGE, Math.floor(own.length / 3)));
    return [own.slice(0, many), own.slice(-many).reverse()];
  });
  const counts = new Map<string, number>();
  for (const [index, edge] of edges.entries())
    for (const key of new Set(edge.map((line) => keyOf(line, index)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = pages.size === 2 ? 2 : Math.max(3, Math.ceil(pages.size / 2));
  for (const [index, edge] of edges.entries()) {
    const isTop = index % 2 === 0;
    const repeated: Line[] = [];
    for (const line of edge) {
      const isNumber = PAGE_NUMBER.test(line.text.toLowerCase()) && (pages.size > 1 || line.text.length > 3);
      const isRepeated = pages.size > 1 && line.hint?.kind !== 'heading' && (counts.get(keyOf(line, index)) ?? 0) >= enough;
      if (isNumber) line.furniture ??= 'page-number';
      else if (isRepeated && !line.furniture) repeated.push(line);
      else if (!line.furniture) break;
    }
    const inmost = repeated.at(-1);
    if (!inmost || !standsApart(inmost, isTop, pages.get(inmost.page) ?? [])) continue;
    for (const line of repeated) line.furniture = isTop ? 'header' : 'footer';
  }
}

/** Is there an empty line between what repeats and the text? A line of text may repeat too. */
function standsApart(inmost: Line, isTop: boolean, page: readonly Line[]): boolean {
  return isTop ? (page[page.indexOf(inmost) + 1]?.blank ?? true) : inmost.blank;
}

function keyOf({ text }: Line, edge: number): string {
  return `${edge % 2} ${text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')}`;
}

/** On a page of the web the title stands twice, with the way to the page in between. The way and the second title are navigation. */
function markTrail(lines: readonly Line[]): void {
  const text = lines.filter(({ furniture }) => !furniture);
  const title = text[0];
  if (!title || title.hint || !DOCUMENT_WORDS.test(title.text.toLowerCase())) return;
  const again = text.findIndex((line, index) => index > 0 && line.text === title.text);
  const trail = text.slice(1, again + 1);
  if (again < 1 || again > 6 || trail.some((line) => line.text.length > 60 || /[.:;,]$/.test(line.text))) return;
  for (const line of trail) line.furniture = 'navigation';
}
