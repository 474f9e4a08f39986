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

export type StatusTagProps = { status: StatusCode; until?: Day | undefined; since?: Day | undefined };

/** Status as word, sign and colour; the colour may be lost without loss. */
export function StatusTag({ status, until, since }: StatusTagProps) {
  return (
    <strong class={`ov-status ov-status--${status}`}>
      <Icon name={SIGNS[status]} />
      {statusWord({ status, until, since })}
    </strong>
  );
}

/** The words of a status: `Gäller`, `Förlängd till 30 juni 2025`, `Gick ut 30 juni 2024`. */
export function statusWord({ status, until, since }: StatusTagProps): string {
  const { plain, dated } = statusTexts[status];
  const date = dated?.includes('{until}') ? until : since;
  return dated && date ? dated.replace(/\{(until|since)\}/, formatDate(date)) : plain;
}
