import type { ComparedActivity } from '../../domain/responsibilities/compare.ts';
import type { ComparedRow, ComparedSide } from '../../domain/responsibilities/compare-side.ts';
import { BasisChip, Citation, type CompareRow, onDay, StatusTag } from '../../ui/index.ts';
import { lawReferenceProps } from '../law/index.ts';
import { citeHref } from './cite-href.ts';
import { differenceTexts, missingText, rowConditionText } from './compare-texts.ts';
import type { ComparedCounty, Comparison } from './read-comparison.ts';
import { whoText } from './row-texts.ts';

/** The agreements of each side and whom they are for, then activity by activity. `day`, here and below: the one that was asked about when it is not today; `decided`: today, when it has not come. */
export function compareRows(comparison: Comparison, day: string | undefined, decided: string | undefined): CompareRow[] {
  const { left, right, activities } = comparison;
  const both = (id: string, label: string, of: (side: ComparedCounty) => CompareRow['left']): CompareRow => ({
    id,
    label,
    left: of(left),
    right: of(right),
    different: false,
  });
  return [
    both('avtal', 'Avtal som jämförs', (side) => <Agreements side={side} day={day} decided={decided} />),
    both('malgrupp', 'Vem de gäller för', (side) => <Targets side={side} />),
    ...activities.map((activity) => activityRow(comparison, activity, day)),
  ];
}

function activityRow(comparison: Comparison, activity: ComparedActivity, day: string | undefined): CompareRow {
  const { id, label, verdict, about } = activity;
  const cell = (side: 'left' | 'right') => (
    <SideCell comparison={comparison} side={activity[side]} county={comparison[side]} about={about} day={day} />
  );
  return {
    id,
    label,
    left: cell('left'),
    right: cell('right'),
    different: verdict === 'different' || verdict === 'one-side',
    difference: <Difference comparison={comparison} activity={activity} day={day} />,
  };
}

function Difference({ comparison, activity, day }: { comparison: Comparison; activity: ComparedActivity; day: string | undefined }) {
  const texts = differenceTexts(comparison, activity);
  return (
    <>
      {texts.length === 0 && <p>Båda säger samma sak om vem, villkor och tid.</p>}
      {texts.map((text) => (
        <p>{text}</p>
      ))}
      {activity.sameLaw.length > 0 && (
        <p>
          Lagen är densamma:{' '}
          {activity.sameLaw.map((reference, index) => (
            <>
              {index > 0 && ', '}
              <Citation {...lawReferenceProps(comparison.law, reference, comparison.on, day)} />
            </>
          ))}
        </p>
      )}
    </>
  );
}

function Agreements({ side: { entries }, day, decided }: { side: ComparedCounty; day: string | undefined; decided: string | undefined }) {
  if (entries.length === 0) return <p class="ov-muted">Registret har inget avtal här inom området.</p>;
  return (
    <>
      {entries.map(({ compiled: { agreement }, status }) => (
        <p>
          <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}`, day)}>
            {agreement.short}
          </a>
          , version {agreement.version.label} <StatusTag status={status.code} until={status.until} since={status.since} decided={decided} />
        </p>
      ))}
    </>
  );
}

function Targets({ side: { entries } }: { side: ComparedCounty }) {
  return (
    <>
      {entries.map(({ compiled }) => (
        <p>{compiled.agreement.terms.target.description}</p>
      ))}
    </>
  );
}

type SideProps = { comparison: Comparison; side: ComparedSide; county: ComparedCounty; about: readonly string[]; day: string | undefined };

function SideCell({ comparison, side, county, about, day }: SideProps) {
  if (side.rows.length > 0) {
    return (
      <>
        {side.rows.map((row) => (
          <RowText comparison={comparison} compared={row} about={about} day={day} />
        ))}
      </>
    );
  }
  return (
    <>
      <p class="ov-muted">{missingText(side, county.entries.length)}</p>
      {side.terms.map(({ agreement, cites }) => (
        <p>
          <a class="govuk-link" href={citeHref(agreement.slug, cites[0], day)}>
            Läs i {agreement.short}
          </a>
        </p>
      ))}
      {side.elsewhere.map(({ agreement, row }) => (
        <p>
          <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar#${row.row.id}`, day)}>
            {row.row.activity}
          </a>{' '}
          <span class="ov-muted">({agreement.short})</span>
        </p>
      ))}
    </>
  );
}

type RowProps = { comparison: Comparison; compared: ComparedRow; about: readonly string[]; day: string | undefined };

function RowText({ comparison, compared: { agreement, row }, about, day }: RowProps) {
  const { deadline, law } = row.row;
  const condition = rowConditionText(comparison, row, about);
  return (
    <div class="ov-compared">
      <p>{whoText(row.who)}</p>
      {condition && <p>Villkor: {condition}</p>}
      {deadline && (
        <p>
          Tidsgräns: {deadline.value} <BasisChip basis={deadline.basis} />
        </p>
      )}
      <p class="ov-source">
        <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar#${row.row.id}`, day)}>
          {row.row.activity}
        </a>
        {law.map((reference) => (
          <>
            {' · '}
            <Citation {...lawReferenceProps(comparison.law, reference, comparison.on, day)} />
          </>
        ))}
      </p>
    </div>
  );
}
