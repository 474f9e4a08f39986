import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/index.ts';
import { missesOf } from './aims.ts';
import { type Audited, auditedTables } from './audited/tables.ts';
import type { DiffFigures } from './diff/measure-diff.ts';
import { diffTables } from './diff/tables.ts';
import type { DocumentFigures } from './documents/measure-documents.ts';
import { documentTables } from './documents/tables.ts';
import type { ImportedFigures } from './imported/measure-imported.ts';
import type { ImportFigures } from './imports/measure-imports.ts';
import { importTables } from './imports/tables.ts';
import type { Options } from './options.ts';
import type { PageWeight } from './page-weight.ts';
import type { PlanFigures } from './plans/measure-plans.ts';
import { planTables } from './plans/tables.ts';
import type { Measured, Memory } from './run-rows.ts';
import type { StartTimes } from './start-times.ts';
import { ms, table, whole } from './tables.ts';

export type Report = {
  readonly start: StartTimes | undefined;
  readonly rows: Measured[];
  readonly memory: ({ readonly agreements: number } & Memory)[];
  /** How long it took to load and index the register up to so many agreements. */
  readonly loads: { readonly agreements: number; readonly seconds: number }[];
  readonly weights: PageWeight[];
  /** Undefined when it was not asked for. */
  audited?: Audited;
  plans?: readonly PlanFigures[];
  diff?: DiffFigures;
  documents?: DocumentFigures;
  imports?: ImportFigures;
  /** The reading page of an agreement that was imported and published. */
  published?: ImportedFigures;
  readonly options: Options;
};

const DOCUMENT = join(projectRoot, 'docs', 'performance.md');
const BEGIN = '<!-- begin: written by npm run bench -- --write -->';
const END = '<!-- end -->';

/** Prints the tables, and puts them between the marks of docs/performance.md when that was asked for. */
export async function writeTables(report: Report, say: (line: string) => void): Promise<void> {
  const text = tablesOf(report);
  process.stdout.write(`${text}\n`);
  if (!report.options.write) return;
  const document = await readFile(DOCUMENT, 'utf8');
  const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (before < 0 || after < before) throw new Error('docs/performance.md has lost its marks');
  await writeFile(DOCUMENT, `${document.slice(0, before + BEGIN.length)}\n\n${text}\n${document.slice(after)}`);
  say('docs/performance.md is written.');
}

function tablesOf(report: Report): string {
  const { rows, start, memory, loads, weights, audited, plans, diff, documents, imports, published, options } = report;
  const runs = `${options.runs} ${options.runs === 1 ? 'run' : 'runs'} of ${options.seconds} s, the median, after ${options.warmUp} s of warm-up`;
  const parts = [`${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores; ${runs}.`];
  for (const agreements of [...new Set(rows.filter(({ growth }) => !growth).map((row) => row.agreements))]) {
    parts.push(`### ${agreements} agreements`, answerTable(rows.filter((row) => row.agreements === agreements)));
  }
  if (rows.some(({ growth }) => growth)) parts.push('### Growth', growthTable(rows.filter(({ growth }) => growth)));
  if (published) parts.push(...publishedTable(published));
  if (audited) parts.push(...auditedTables(audited));
  if (plans) parts.push(...planTables(plans));
  if (diff) parts.push(...diffTables(diff));
  if (documents) parts.push(...documentTables(documents));
  if (imports) parts.push(...importTables(imports));
  if (start) parts.push('### Start and memory', startTable(start, memory, loads));
  if (weights.length > 0) parts.push('### Weight of a page', weightTable(weights));
  return parts.join('\n\n');
}

function answerTable(rows: readonly Measured[]): string {
  const head = ['answer', 'asked', 'ours /s', 'p50', 'p95', 'p99', 'kB', 'floor /s', 'p95', 'kB', 'ratio', 'misses'];
  return table(
    head,
    rows.map((row) => {
      const { ours, floor } = row;
      const asked = row.kind === 'api' ? row.state : `${row.state}, ${row.encoding}`;
      const failed = ours.failed + floor.failed > 0 ? [`${ours.failed} and ${floor.failed} failed`] : [];
      const misses = [...missesOf(row), ...failed].join('; ') || '–';
      const name = row.kind === 'api' ? `${row.name}, API` : row.name;
      return [
        name,
        asked,
        whole(ours.perSecond),
        ms(ours.p50),
        ms(ours.p95),
        ms(ours.p99),
        kB(ours.bytes),
        whole(floor.perSecond),
        ms(floor.p95),
        kB(floor.bytes),
        ratio(row),
        misses,
      ];
    }),
  );
}

function publishedTable({ document, agreements, rows }: ImportedFigures): string[] {
  return [`### Reading page of the largest imported agreement: ${document}, among ${agreements} agreements`, answerTable(rows)];
}

function growthTable(rows: readonly Measured[]): string {
  const sizes = [...new Set(rows.map(({ agreements }) => agreements))].sort((a, b) => a - b);
  const names = [...new Map(rows.map((row) => [row.id, row])).values()];
  const at = (id: string, size: number) => rows.find((row) => row.id === id && row.agreements === size);
  return table(
    ['answer', ...sizes.map((size) => `${size} agreements: /s, p95 ms, ratio`)],
    names.map(({ id, name, kind, state }) => [
      `${name}${kind === 'api' ? ', API' : ''}, ${state}`,
      ...sizes.map((size) => {
        const row = at(id, size);
        return row ? `${whole(row.ours.perSecond)}, ${ms(row.ours.p95)}, ${ratio(row)}` : '–';
      }),
    ]),
  );
}

function startTable(start: StartTimes, memory: Report['memory'], loads: Report['loads']): string {
  const rows = [
    ['first start to ready, empty data folder', `${start.first.toFixed(1)} s`, '15 s'],
    ['later start to ready', `${start.later.toFixed(1)} s`, '5 s'],
    ...memory.flatMap(({ agreements, idle, underLoad }) => [
      [`resident after the rows, at rest, ${agreements} agreements`, `${whole(idle)} MB`, '200 MB'],
      [`resident under load at most, ${agreements} agreements`, `${whole(underLoad)} MB`, '200 MB'],
    ]),
    ...loads.map(({ agreements, seconds }) => [`loading and indexing up to ${agreements} agreements`, `${seconds.toFixed(1)} s`, '–']),
  ];
  return table(['what', 'figure', 'aim'], rows);
}

function weightTable(weights: readonly PageWeight[]): string {
  const cells = ({ name, html, style, script, fonts, other, total }: PageWeight) => [
    name,
    ...[html, style, script, fonts, other, total].map(kB),
  ];
  return table(['page, kB over the wire', 'HTML', 'CSS', 'script (aim 20)', 'fonts', 'other', 'in all (aim 60)'], weights.map(cells));
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const ratio = ({ ours, floor }: Measured) => `${Math.round((100 * ours.perSecond) / (floor.perSecond || 1))} %`;
