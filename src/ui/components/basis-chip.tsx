import { html } from 'hono/html';
import type { Basis } from '../../domain/counties/ids.ts';
import { basisTexts } from '../texts.ts';

/** What a duty or a time limit rests on, as a word in a frame; each basis has its own frame, so the colour may be lost. */
export function BasisChip({ basis }: { basis: Basis }) {
  return html`<span class="ov-basis ov-basis--${basis}">${basisTexts[basis]}</span>`;
}
