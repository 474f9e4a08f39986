import { ms, table, whole } from '../tables.ts';
import type { PlanFigures } from './measure-plans.ts';

/** What we want: so many a second, or 40 % of the floor; and a p95 that grows by no more than 1.3 with a hundred times the plans. */
const SHARE = 0.4;
const AIMS: Readonly<Record<string, number>> = {
  'read a plan': 2_000,
  'list my plans': 1_000,
  'search 20 tasks': 1_500,
  'ask a task': 1_000,
};

/** A table in Markdown: questions about plans, with consent enforced and each answer in the log, beside the floor. */
export function planTables(figures: readonly PlanFigures[]): string[] {
  const rows = figures.map(({ row, plans, ours, floor }) => {
    const share = ours.perSecond / (floor.perSecond || 1);
    const aim = AIMS[row] ?? 0;
    const failed = ours.failed + floor.failed > 0 ? `${ours.failed} and ${floor.failed} failed` : undefined;
    const missed = ours.perSecond < aim && share < SHARE ? `${aim} /s or 40 %` : undefined;
    return [
      row,
      whole(plans),
      whole(ours.perSecond),
      ms(ours.p50),
      ms(ours.p95),
      whole(floor.perSecond),
      ms(floor.p95),
      `${Math.round(100 * share)} %`,
      [missed, failed].filter((one) => one !== undefined).join('; ') || '–',
    ];
  });
  return ['### Plans', table(['answer', 'plans', 'ours /s', 'p50', 'p95', 'floor /s', 'p95', 'ratio', 'misses'], rows)];
}
