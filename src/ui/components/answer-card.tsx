import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Basis } from '../../domain/counties/ids.ts';
import type { ActorRole } from '../../domain/counties/responsibility.ts';
import { type Day, formatDateShort } from '../formats.ts';
import { texts } from '../texts.ts';
import { BasisChip } from './basis-chip.tsx';
import { Citation, type CitationProps } from './citation.tsx';
import { Icon } from './icon.tsx';
import { SourceLine, type SourceLineProps } from './source-line.tsx';

export type ContactProps = { unit: string; phone?: string | undefined; href?: string | undefined; confirmed: Day; stale: boolean };

export type AnswerCardProps = {
  id?: string | undefined;
  /** The answer itself: who does what, one sentence. */
  heading: Child;
  level?: 2 | 3 | 4;
  /** How the actor takes part, in a word (`Huvudansvar`, `Deltar` …), with the sign of the matrix for it. */
  part?: { readonly label: string; readonly mark?: ActorRole | undefined } | undefined;
  /** `always` marks what holds for everyone in the situation. */
  tone?: 'always' | undefined;
  source: SourceLineProps | readonly SourceLineProps[];
  law?: readonly CitationProps[] | undefined;
  deadline?: { readonly value: string; readonly basis: Basis } | undefined;
  condition?: { readonly text: Child; readonly state: 'met' | 'unmet' | 'unknown' } | undefined;
  /** What to do when a condition is unmet. Never "no right to care". */
  wayForward?: Child;
  warnings?: readonly string[] | undefined;
  /** The other agreement's statement, when agreements disagree. */
  conflicts?: readonly Child[] | undefined;
  contact?: readonly ContactProps[] | undefined;
  /** Which facts matched. */
  why?: readonly Child[] | undefined;
  /** Plain text under the heading. */
  children?: Child;
};

type Html = ReturnType<typeof html>;

/**
 * One answer of "Vem gör vad?": the sentence first, then the condition, the time limit, the ground, and why. A page has up to a hundred
 * of them, so each is put together as a string, in which everything that is put in is escaped.
 */
export function AnswerCard(props: AnswerCardProps) {
  const { id, tone, children, deadline, condition, wayForward } = props;
  return html`<article${id && html` id="${id}"`} class="ov-answer${tone && ` ov-answer--${tone}`}">${[
    topHtml(props),
    children && html`<div class="ov-answer__text">${children}</div>`,
    deadline && deadlineHtml(deadline),
    condition && conditionHtml(condition),
    wayForward && html`<div class="ov-answer__way"><strong>${texts.wayForward}:</strong> ${wayForward}</div>`,
    props.warnings?.map(warningHtml),
    props.conflicts?.map((conflict) => warningHtml(html`<strong>${texts.conflict}:</strong> ${conflict}`)),
    props.contact?.map(Contact),
    groundHtml(props),
    props.why && props.why.length > 0 && whyHtml(props.why),
  ]}</article>`;
}

function topHtml({ level = 3, heading, part }: AnswerCardProps): Html {
  const mark = part?.mark && html`<span class="ov-mark ov-mark--${part.mark}"></span>`;
  const as = part && html`<span class="ov-part">${mark}${part.label}</span>`;
  return html`<div class="ov-answer__top"><h${level} class="ov-answer__heading">${heading}</h${level}>${as}</div>`;
}

function deadlineHtml({ value, basis }: NonNullable<AnswerCardProps['deadline']>): Html {
  const limit = html`<span class="ov-answer__limit">${texts.deadline}: <strong>${value}</strong></span>`;
  return html`<p class="ov-answer__deadline">${Icon({ name: 'later' })}${limit}${BasisChip({ basis })}</p>`;
}

function conditionHtml({ text, state }: NonNullable<AnswerCardProps['condition']>): Html {
  const sign = Icon({ name: state === 'met' ? 'check' : state === 'unmet' ? 'end' : 'question' });
  const words = html`<span><strong>${texts.condition[state]}:</strong> ${text}</span>`;
  return html`<p class="ov-condition ov-condition--${state}">${sign}${words}</p>`;
}

function warningHtml(warning: Child): Html {
  return html`<p class="ov-answer__warning">${Icon({ name: 'warning' })}<span>${warning}</span></p>`;
}

function groundHtml({ source, law = [] }: AnswerCardProps): Html {
  const sources = 'href' in source ? [source] : source;
  const citations = law.map((citation, index) => [index > 0 && ' · ', Citation(citation)]);
  const cited = law.length > 0 && html`<p class="ov-source">${BasisChip({ basis: 'law' })}${citations}</p>`;
  return html`<div class="ov-answer__ground">${sources.map(SourceLine)}${cited}</div>`;
}

function whyHtml(why: readonly Child[]): Html {
  const summary = html`<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${texts.why}</span></summary>`;
  const list = html`<ul class="govuk-list govuk-list--bullet">${why.map((reason) => html`<li>${reason}</li>`)}</ul>`;
  return html`<details class="govuk-details ov-why">${summary}<div class="govuk-details__text">${list}</div></details>`;
}

/** Where to turn, with the day someone last confirmed it. */
export function Contact({ unit, phone, href, confirmed, stale }: ContactProps) {
  const name = href ? html`<a class="govuk-link" href="${href}">${unit}</a>` : unit;
  const call = phone && html` <a class="govuk-link ov-phone" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`;
  const day = `(${texts.contact.confirmed} ${formatDateShort(confirmed)}${stale ? ` – ${texts.contact.stale}` : ''})`;
  return html`<p class="ov-contact">${Icon({ name: 'phone' })}<span>${name}${call} <span class="ov-muted">${day}</span></span></p>`;
}
