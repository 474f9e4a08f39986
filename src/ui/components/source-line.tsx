import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Basis } from '../../domain/counties/ids.ts';
import { BasisChip } from './basis-chip.tsx';

export type SourceLineProps = {
  /** Agreement, version and section, or the law: what the link says. */
  label: Child;
  href: string;
  basis?: Basis | undefined;
  /** A quiet word after the link, for example a StatusTag or `Gäller i dag`. */
  after?: Child;
};

/** One quiet line under an answer: on what ground, always a link. */
export function SourceLine({ label, href, basis, after }: SourceLineProps) {
  const link = html`<a class="govuk-link" href="${href}">${label}</a>`;
  return html`<p class="ov-source">${basis && BasisChip({ basis })}${link}${after && html`<span class="ov-source__after">${after}</span>`}</p>`;
}
