import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { texts } from '../texts.ts';
import type { HeadingLevel } from './block-heading.tsx';

/** A term beside the sentence it encodes: `Giltighet` – `1 juli 2021–30 juni 2024`. */
export type MarginTerm = { readonly label: string; readonly value: Child; readonly href?: string | undefined };

export type AgreementSentence = {
  /** The permalink of the sentence: `section.sentence`. */
  id: string;
  /** Text with citations as children, for example `['…', <Citation … />, '…']`. */
  text: Child;
  /** An item of a list rather than running text. */
  item?: boolean | undefined;
  /** The cells of a row of a table, instead of the text; rows that follow each other are one table, the first its headings. */
  cells?: readonly Child[] | undefined;
  terms?: readonly MarginTerm[] | undefined;
};

export type AgreementSection = {
  id: string;
  number?: string | undefined;
  heading: string;
  sentences: readonly AgreementSentence[];
  /** After the text: a note, deepening links. */
  after?: Child;
  sections?: readonly AgreementSection[] | undefined;
};

/**
 * The text of an agreement, set as a document, with the terms in the margin beside their sentences. It has thousands of elements,
 * so it is put together as strings, in which everything that is put in is escaped.
 */
export function AgreementText({ sections, level = 2 }: { sections: readonly AgreementSection[]; level?: 2 | 3 }) {
  return html`<div class="ov-document">${sections.map((section) => sectionHtml(section, level))}</div>`;
}

type Html = ReturnType<typeof html>;

function sectionHtml({ id, number, heading, sentences, after, sections = [] }: AgreementSection, level: HeadingLevel): Html {
  const below = Math.min(level + 1, 5) as HeadingLevel;
  const inside = html`${number && html`<span class="ov-section__number">${number}</span>`}${heading}${permalink(id, `${texts.sectionLink}: ${heading}`)}`;
  const title = html`<h${level} id="${id}" class="ov-section__heading">${inside}</h${level}>`;
  const text = html`${blocks(sentences).map(blockHtml)}${after && html`<div class="ov-section__after">${after}</div>`}`;
  return html`<section class="ov-section">${title}${text}${sections.map((child) => sectionHtml(child, below))}</section>`;
}

/** Of a sentence it is called what it is, after the words it links to: the names of the places say nothing, and were a twentieth of a long page. */
function permalink(place: string, label: string): Html {
  return html`<a class="ov-permalink" href="#${place}" aria-label="${label}">¶</a>`;
}

function blockHtml(block: readonly AgreementSentence[]): Html {
  const terms = block[0]?.cells ? termsOfRows(block) : (block[0]?.terms ?? []);
  const beside = terms.length > 0 && html`<dl class="ov-terms">${terms.map(termHtml)}</dl>`;
  if (block[0]?.cells) return html`<div class="ov-block"><div class="ov-block__text">${tableHtml(block)}</div>${beside}</div>`;
  const text = block[0]?.item
    ? html`<ul class="ov-block__text">${block.map((sentence) => html`<li id="${sentence.id}">${withPermalink(sentence)}</li>`)}</ul>`
    : html`<p class="ov-block__text">${block.map(running)}</p>`;
  return html`<div class="ov-block">${text}${beside}</div>`;
}

function tableHtml([head, ...rows]: readonly AgreementSentence[]): Html {
  const headings = head?.cells?.map(
    (cell, nth) => html`<th scope="col" class="govuk-table__header">${cell}${nth === 0 && rowLink(head)}</th>`,
  );
  const body = rows.map((row) => {
    const [first, ...cells] = row.cells ?? [];
    const named = html`<th scope="row" class="govuk-table__header">${first}${rowLink(row)}</th>`;
    return html`<tr id="${row.id}" class="govuk-table__row">${named}${cells.map((cell) => html`<td class="govuk-table__cell">${cell}</td>`)}</tr>`;
  });
  const top = html`<thead class="govuk-table__head"><tr id="${head?.id}" class="govuk-table__row">${headings}</tr></thead>`;
  return html`<div class="ov-scroll" role="region" aria-label="${texts.textTable}" tabindex="0"><table class="govuk-table">${top}<tbody>${body}</tbody></table></div>`;
}

function rowLink({ id }: AgreementSentence): Html {
  return permalink(id, texts.permalink);
}

/** What is said beside any of the rows of a table, each once. */
function termsOfRows(rows: readonly AgreementSentence[]): MarginTerm[] {
  const all = rows.flatMap(({ terms = [] }) => terms);
  return all.filter((term, nth) => all.findIndex((other) => areSame([term], [other])) === nth);
}

function running(sentence: AgreementSentence): Html {
  return html`<span id="${sentence.id}" class="ov-sentence">${withPermalink(sentence)}</span>`;
}

function termHtml({ label, value, href }: MarginTerm): Html {
  return html`<div><dt>${href ? html`<a href="${href}">${label}</a>` : label}</dt><dd>${value}</dd></div>`;
}

function withPermalink({ id, text }: AgreementSentence): Html {
  return html`${text}${permalink(id, texts.permalink)} `;
}

/** Running sentences together, list items together; where other terms begin, a block begins, so that they stand beside it, once. */
function blocks(sentences: readonly AgreementSentence[]): AgreementSentence[][] {
  const result: AgreementSentence[][] = [];
  for (const sentence of sentences) {
    const last = result.at(-1);
    const isAlike = kindOf(last?.[0]) === kindOf(sentence);
    const isTable = sentence.cells !== undefined;
    const joins = last && isAlike && (isTable || !sentence.terms?.length || areSame(sentence.terms, last[0]?.terms));
    if (joins) last.push(sentence);
    else result.push([sentence]);
  }
  return result;
}

function kindOf(sentence: AgreementSentence | undefined): 'table' | 'item' | 'running' {
  if (sentence?.cells) return 'table';
  return sentence?.item ? 'item' : 'running';
}

function areSame(terms: readonly MarginTerm[], others: readonly MarginTerm[] = []): boolean {
  const isSame = (a: MarginTerm, b: MarginTerm | undefined) => a.label === b?.label && a.href === b.href && a.value === b.value;
  return terms.length === others.length && terms.every((term, index) => isSame(term, others[index]));
}
