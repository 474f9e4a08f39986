import type { Figures } from '../measure.ts';
import { ms, table, whole } from '../tables.ts';
import type { LogFigures, Times } from './log.ts';
import type { AuditedReads } from './reads.ts';

/** What was measured of audited reads and of the log. */
export type Audited = { readonly reads: AuditedReads; readonly sessions: Times; readonly log: LogFigures };

const READS = 1_500;

/** Two tables in Markdown: reads of a person's record beside the floor and beside ourselves without the log; and the log itself. */
export function auditedTables({ reads, sessions, log }: Audited): string[] {
  return ["### Reads of a person's record", readTable(reads), '### Log', logTable(log, sessions)];
}

function readTable({ ours, withoutLog, floor }: AuditedReads): string {
  const row = (name: string, { perSecond, p50, p95, p99, failed }: Figures) => [
    failed > 0 ? `${name}; ${failed} failed` : name,
    whole(perSecond),
    ...[p50, p95, p99].map(ms),
    percent(ours.perSecond / (perSecond || 1)),
  ];
  const rows = [
    row(`ours, each in the log (aim ${READS} /s, or 40 % of the floor)`, ours),
    row('ours without the log (aim: the log leaves 75 % of it)', withoutLog),
    row('floor, with a log', floor),
  ];
  return table(['answer', '/s', 'p50', 'p95', 'p99', 'ours of it'], rows);
}

function logTable({ events, verify, inclusion, consistency }: LogFigures, sessions: Times): string {
  const times = (name: string, { p50, p95 }: Times, aim: string) => [name, `${p50.toFixed(2)} ms`, `${p95.toFixed(2)} ms`, aim];
  return table(
    ['what', 'p50', 'p95', 'aim'],
    [
      [`overens audit verify, ${events} events`, `${verify.toFixed(1)} s`, '–', '20 s for 1000000'],
      times(`proof that an event is in a log of ${events}`, inclusion, '5 ms'),
      times('proof that it grew from an earlier checkpoint', consistency, '5 ms'),
      times('who asks, from the secret of a session', sessions, '–'),
    ],
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
