import { parse } from 'csv-parse/sync';
import type { OutsideLink } from '../../domain/agreements/outside-links.ts';
import type { FilledLine } from '../../domain/link-checks/results.ts';
import { csvOf } from '../../formats/csv.ts';
import type { LinkCheck } from './link-checks.sql.ts';
import { columnTexts, resultLabels } from './texts.ts';

/** So many lines of a filled list are read. */
const MOST_LINES = 20_000;

/** Every link with what the data records of it and what the last check found; made to be filled in and read back. */
export function linksCsv(links: readonly OutsideLink[], latest: ReadonlyMap<string, LinkCheck>): string {
  const { agreement, version, title, section, url, recorded, on, result, status, movedTo } = columnTexts;
  const head = [agreement, version, title, section, url, recorded, on, result, status, movedTo];
  const lines = links.map((link) => {
    const last = latest.get(link.url);
    const own = link.recorded ? `${link.recorded.on} ${resultLabels[link.recorded.result]}` : '';
    const found = last
      ? [last.on, resultLabels[last.result], last.status === null ? '' : String(last.status), last.movedTo ?? '']
      : ['', '', '', ''];
    return [link.agreement, link.version, link.title, link.section ?? '', link.url, own, ...found];
  });
  return csvOf([head, ...lines]);
}

/** What parts the columns: what the first line has most of. Titles have commas in them, so it cannot be either. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counted = [';', ',', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** The lines of a filled list, by the names in its first line; undefined when it is no such list, or too long. */
export function parseLinksCsv(text: string): FilledLine[] | undefined {
  try {
    const [head = [], ...lines]: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: MOST_LINES + 2,
      max_record_size: 20_000,
    });
    const names = head.map((name) => name.toLowerCase());
    const isList = [columnTexts.url, columnTexts.on, columnTexts.result].every((name) => names.includes(name));
    if (!isList || lines.length > MOST_LINES) return undefined;
    return lines.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
  } catch {
    return undefined;
  }
}
