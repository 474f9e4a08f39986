import { html } from 'hono/html';
import { keepLawTogether } from '../formats.ts';
import { texts } from '../texts.ts';
import { Icon } from './icon.tsx';

/** A law citation and what is known of it on the day. `successor` is its present counterpart. */
export type CitationProps = {
  text: string;
  href?: string | undefined;
  state: 'in-force' | 'stale' | 'future' | 'not-found' | 'uncovered';
  successor?: { readonly label: string; readonly href?: string | undefined } | undefined;
};

/** A citation in running text. Repealed law carries a sign and a word, and what replaced it. A page has so many that they are put together as strings. */
export function Citation({ text, href, state, successor }: CitationProps) {
  const label = lawLink(text, href);
  if (state === 'in-force' || state === 'uncovered') return html`<span class="ov-citation">${label}</span>`;
  const now = successor && html`, ${texts.citation.successor} ${lawLink(successor.label, successor.href)}`;
  const flag = html`<span class="ov-citation__flag">${Icon({ name: 'warning' })}${texts.citation[state]}${now}</span>`;
  return html`<span class="ov-citation ov-citation--${state}">${label} ${flag}</span>`;
}

function lawLink(text: string, href: string | undefined) {
  const words = keepLawTogether(text);
  return href ? html`<a class="govuk-link" href="${href}">${words}</a>` : words;
}
