import { isLate } from '../../domain/agreements/action-plan.ts';
import { csvOf } from '../../formats/csv.ts';
import { practiceLabels, practiceTexts, planTexts as texts } from './practice-texts.ts';
import type { ActionPlanReading } from './read-action-plan.ts';

/** An action plan as CSV for spreadsheets, one line a responsibility or question; also those of which nothing is written. */
export function actionPlanCsv({ agreement, lines, on }: ActionPlanReading): string {
  const source = `${agreement.short}, version ${agreement.version.label}`;
  const rows = lines.map(({ of, id, heading, what, practice }) => {
    const state = practice ? practiceLabels[practice.status] : texts.untold;
    return [
      texts.sorts[of],
      of === 'row' ? id : '',
      heading,
      what,
      practice?.how ?? '',
      practice?.by.map(({ name }) => name).join(', ') ?? '',
      practice?.when ?? '',
      practice?.until ?? '',
      practice && isLate(practice, on) ? `${state} (${practiceTexts.late.toLowerCase()})` : state,
      practice?.reason ?? '',
      practice?.evidence?.title ?? '',
      practice?.evidence?.url ?? '',
      source,
    ];
  });
  return csvOf([[...texts.csvColumns], ...rows]);
}
