import type { LocalWay } from '../../domain/agreements/local-ways.ts';
import { formatVersion, onDay } from '../../ui/index.ts';
import { PracticeText } from '../agreements/index.ts';
import { localWayTexts as texts } from './texts.ts';

/** How a duty is met in a municipality, each with the local agreement that says so. */
export function LocalWaysShown({ ways, place, day }: { ways: readonly LocalWay[] | undefined; place: string; day: string | undefined }) {
  if (!ways || ways.length === 0) return null;
  return (
    <>
      {ways.map(({ agreement, row, practice }) => (
        <div class="ov-local-way">
          <p>
            <strong>{texts.here(place)}</strong>
          </p>
          <PracticeText practice={practice} />
          <p class="ov-source">
            {texts.source}{' '}
            <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}#ansvar-${row}`, day)}>
              {formatVersion(agreement.short, agreement.version.label)}
            </a>
          </p>
        </div>
      ))}
    </>
  );
}
