import type { ComparedActivity } from '../../domain/responsibilities/compare.ts';
import type { Side } from '../../domain/responsibilities/compare-differences.ts';
import type { ComparedRow } from '../../domain/responsibilities/compare-side.ts';
import { csvOf } from '../../formats/csv.ts';
import { statusWord } from '../../ui/index.ts';
import { differenceTexts, missingText, rowConditionText, verdictTexts } from './compare-texts.ts';
import type { ComparedCounty, Comparison } from './read-comparison.ts';
import { whoText } from './row-texts.ts';

/** The comparison as CSV for spreadsheets: one line an activity, the two sides beside one another. */
export function comparisonCsv(comparison: Comparison): string {
  const { left, right, activities } = comparison;
  const heads = ({ county }: ComparedCounty) => ['vem', 'villkor', 'tidsgräns', 'källa'].map((what) => `${county.name}: ${what}`);
  const lines = activities.map((activity) => [
    activity.label,
    verdictTexts[activity.verdict],
    differenceTexts(comparison, activity).join(' '),
    ...sideCells(comparison, activity, 'left'),
    ...sideCells(comparison, activity, 'right'),
  ]);
  return csvOf([['Aktivitet', 'Jämförelse', 'Vad som skiljer', ...heads(left), ...heads(right)], ...lines]);
}

function sideCells(comparison: Comparison, activity: ComparedActivity, which: Side): string[] {
  const [side, county] = [activity[which], comparison[which]];
  const each = (textOf: (one: ComparedRow) => string) => side.rows.map(textOf).filter(Boolean).join('\n');
  if (side.rows.length === 0) {
    return [missingText(side, county.entries.length), '', '', side.elsewhere.map((one) => sourceText(one, county)).join('\n')];
  }
  return [
    each(({ row }) => whoText(row.who)),
    each(({ row }) => rowConditionText(comparison, row, activity.about)),
    each(({ row }) => row.row.deadline?.value ?? ''),
    each((one) => sourceText(one, county)),
  ];
}

function sourceText({ agreement, row }: ComparedRow, { entries }: ComparedCounty): string {
  const status = entries.find(({ compiled }) => compiled.agreement.slug === agreement.slug)?.status;
  const word = status ? ` (${statusWord({ status: status.code, until: status.until, since: status.since })})` : '';
  return `${row.row.id}, ${agreement.short}, version ${agreement.version.label}${word}`;
}
