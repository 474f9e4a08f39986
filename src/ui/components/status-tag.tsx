import { html } from 'hono/html';
import type { StatusCode } from '../../domain/agreements/status.ts';
import { type Day, formatDate } from '../formats.ts';
import { statusTexts } from '../texts.ts';
import { Icon, type IconName } from './icon.tsx';

const SIGNS: Record<StatusCode, IconName> = {
  'in-force': 'check',
  extended: 'extend',
  expired: 'end',
  replaced: 'end',
  withdrawn: 'end',
  unknown: 'question',
  proposal: 'draft',
  'not-yet': 'later',
};

export type StatusTagProps = {
  status: StatusCode;
  until?: Day | undefined;
  since?: Day | undefined;
  /** Today, when the status is of a day that has not come: then it is said as what has been decided so far. */
  decided?: Day | undefined;
};

/** Status as word, sign and colour; the colour may be lost without loss. `word`: another word for it, where it is said of something else than the whole. */
export function StatusTag({ word, ...props }: StatusTagProps & { word?: string | undefined }) {
  const { status } = props;
  return html`<strong class="ov-status ov-status--${status}">${Icon({ name: SIGNS[status] })}${word ?? statusWord(props)}</strong>`;
}

/** The words of a status: `Gäller`, `Förlängd till 30 juni 2025`; of a day to come `Gäller enligt dagens beslut`. */
export function statusWord({ status, until, since, decided }: StatusTagProps): string {
  const { plain, dated, ahead } = statusTexts[status];
  const isAhead = decided !== undefined && ahead !== undefined && (since === undefined || String(since) > String(decided));
  const wanted = isAhead ? ahead : dated;
  const date = wanted?.includes('{until}') ? until : since;
  if (!wanted?.includes('{')) return wanted ?? plain;
  return date ? wanted.replace(/\{(until|since)\}/, formatDate(date)) : plain;
}
