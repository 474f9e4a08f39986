import type { Passage } from '../passages.ts';
import type { ValueOf } from '../proposal.ts';
import { type Found, type Ground, type Reading, type Rule, whole } from '../reading.ts';
import { DOCUMENT_KINDS, TITLED } from '../vocabulary/documents.ts';

const TABLE_HEAD = /överenskommelse|dokument|avtal/iu;
const LIST_HEADING =
  /^[§\d. ]*(?:referenser|källor|bilagor|länkar|lästips|hänvisningar|se även|läs mer|mer att läsa|(?:(?:andra|övriga|relaterade|anknytande|tillhörande|styrande) )?(?:styr)?(?:dokument|rutiner|överenskommelser)$)/iu;
const LEADS_ON = /^(?:fördjupning|läs mer|läs vidare|mer information|tips|se även)/iu;
const ONLY_ADDRESS = /^https?:\/\/\S+$/u;
const THIS = /^(?:denna|den här|läns|samverkans)/iu;

function kindOf(title: string): ValueOf<'reference'>['kind'] {
  if (/överenskommelse/iu.test(title)) return 'agreement';
  return DOCUMENT_KINDS.find(({ pattern }) => pattern.test(title))?.kind ?? 'agreement';
}

function reference(
  title: string,
  reason: 'titled-document' | 'document-table' | 'document-list',
  ground: readonly Ground[],
  about?: string,
): Found {
  const clean = title.trim().replace(/[.,:;]+$/, '');
  const value = { title: clean, kind: kindOf(clean), ...(about === undefined || about === '' ? {} : { about }) };
  return { kind: 'reference', value, reason, sure: reason === 'titled-document' ? 'likely' : 'sure', ground };
}

/** Rows of a table of documents: the first column is the title, the second what it settles. */
function fromTable(reading: Reading): Found[] {
  const cells = reading.passages.filter(({ cell }) => cell !== undefined);
  return cells.flatMap((passage) => {
    const { cell } = passage;
    if (cell?.column !== 0 || cell.row === 0 || !TABLE_HEAD.test(cell.head) || passage.text.length < 4 || /^[-–— ]+$/.test(passage.text))
      return [];
    const first = cells.find((other) => other.cell?.table === cell.table && other.cell.row === cell.row && other.cell.column === 0);
    const about = cells.find((other) => other.cell?.table === cell.table && other.cell.row === cell.row && other.cell.column === 1);
    return first === passage ? [reference(cell.label, 'document-table', [whole(passage)], about?.text)] : [];
  });
}

/** An item, or a line by itself: a title has no verb, and so no full stop. */
function isTitle({ role, isFirst, text }: Passage): boolean {
  if (role === 'item') return isFirst;
  return role === 'sentence' && text.length <= 120 && !/[.:]$/u.test(text) && !LEADS_ON.test(text);
}

/** Items and lines under a heading of references. */
function fromList(passage: Passage): Found[] {
  if (!LIST_HEADING.test(passage.headings.at(-1) ?? '') || ONLY_ADDRESS.test(passage.text)) return [];
  return isTitle(passage) ? [reference(passage.text, 'document-list', [whole(passage)])] : [];
}

function fromSentence(passage: Passage): Found[] {
  if (passage.role === 'heading' || passage.role === 'title' || LEADS_ON.test(passage.text)) return [];
  const all = TITLED.flatMap((pattern) =>
    [...passage.text.matchAll(pattern)].map((match) => ({ title: match[0], from: match.index, to: match.index + match[0].length })),
  );
  const longest = all.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const kept: typeof all = [];
  for (const one of longest) if (!THIS.test(one.title) && !kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  return kept
    .toSorted((a, b) => a.from - b.from)
    .map(({ title, from, to }) => reference(title, 'titled-document', [{ passage, from, to }]));
}

/** The same document named again: told apart by the words of its title. */
const keyOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?:men|met|n|t)$/u, '');

/** Other documents the text leans on, each once, where it is first named; tables and lists of documents before running text. */
export const proposeReferences: Rule = (reading) => {
  const listed = [...fromTable(reading), ...reading.passages.flatMap(fromList)];
  const told = reading.passages
    .filter((passage) => fromList(passage).length === 0 && !(passage.role === 'item' && LIST_HEADING.test(passage.headings.at(-1) ?? '')))
    .flatMap(fromSentence);
  const seen = new Set<string>();
  return [...listed, ...told].filter((one) => {
    const key = one.kind === 'reference' ? keyOf(one.value.title) : '';
    return !seen.has(key) && seen.add(key);
  });
};
