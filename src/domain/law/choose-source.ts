import type { LawFile } from '../counties/national-files.ts';
import { type Citation, sourceId } from './citation.ts';
import { fitsNumbering, type IndexedStatute, lawIndex, readingOf } from './law-index.ts';

/**
 * Which source a citation means, and how that is known. `number`: the text says so; `name`: only one source bears the
 * name; `date`: the act of that name in force when the text was written; `shape`: an earlier act of that name, because the
 * provision fits it and not the one in force (`HSL 3 f §`: the present act has chapters), or a later one already issued
 * that year. The last is our own reading.
 */
export type Chosen = { id: string; by: 'number' | 'name' | 'date' | 'shape' };

/** The first day an act can have applied: its date, or the year of its number when the date was not established. */
export function earliestDay({ statute }: IndexedStatute): string {
  return statute['in-force-from'] ?? `${statute.sfs.slice(0, 4)}-01-01`;
}

function inForce(entry: IndexedStatute, day: string): boolean {
  const end = entry.statute['repealed-from'];
  return earliestDay(entry) <= day && (end === undefined || day < end);
}

function fits(entry: IndexedStatute, citation: Pick<Citation, 'provisions'>): boolean {
  return citation.provisions.every((provision) => fitsNumbering(entry, provision) && readingOf(entry, provision) !== 'absent');
}

/** Of the acts that bear the name, oldest first: the one in force on the day, else the latest begun by then, else the first. */
function ofTheDay(entries: readonly IndexedStatute[], day: string): IndexedStatute | undefined {
  return entries.findLast((entry) => inForce(entry, day)) ?? entries.findLast((entry) => earliestDay(entry) <= day) ?? entries.at(0);
}

/** Another act of the name that the provisions fit: the latest before the expected one, else one issued by the year of writing. */
function otherFit(entries: readonly IndexedStatute[], expected: IndexedStatute, citation: Pick<Citation, 'provisions'>, day: string) {
  const others = entries.filter((entry) => entry !== expected && fits(entry, citation));
  const isEarlier = (entry: IndexedStatute) => earliestDay(entry) < earliestDay(expected);
  return others.findLast(isEarlier) ?? others.find((entry) => entry.statute.sfs.slice(0, 4) <= day.slice(0, 4));
}

/** The source meant by a citation in a text written on `writtenOn`. Undefined only for a name that nothing bears. */
export function chooseSource(
  citation: Pick<Citation, 'source' | 'provisions'>,
  law: LawFile,
  writtenOn: Temporal.PlainDate,
): Chosen | undefined {
  const { source } = citation;
  if (source.kind === 'number') return { id: sourceId(source.series, source.number), by: 'number' };
  const [first] = source.candidates;
  if (source.candidates.length < 2) return first === undefined ? undefined : { id: first, by: 'name' };
  const index = lawIndex(law);
  const entries = source.candidates.flatMap((id) => index.get(id) ?? []);
  const day = writtenOn.toString();
  const expected = ofTheDay(entries, day);
  if (!expected) return first === undefined ? undefined : { id: first, by: 'name' };
  if (fits(expected, citation)) return { id: expected.statute.sfs, by: 'date' };
  const fitting = otherFit(entries, expected, citation, day);
  return fitting ? { id: fitting.statute.sfs, by: 'shape' } : { id: expected.statute.sfs, by: 'date' };
}
