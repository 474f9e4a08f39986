import { z } from 'zod';
import { IsoDate, WebAddress } from '../counties/ids.ts';
import { HsaId } from './hsa-id.ts';
import type { ImportColumn, ImportFault, ImportRow } from './import-row.ts';
import type { UnitContact, UnitFacts } from './unit.ts';

/** What a row says, when nothing in it is wrong by itself. */
export type RowFacts = {
  readonly unit: string | undefined;
  readonly hsaId: string | undefined;
  readonly facts: Omit<UnitFacts, 'organisation' | 'confirmedOn'>;
  readonly from: Temporal.PlainDate | undefined;
  readonly lastDay: Temporal.PlainDate | undefined;
};

/** The words that a row may use. */
export type KnownWords = { readonly kinds: ReadonlySet<string>; readonly municipalities: ReadonlySet<string> };

const PHONE = /^\+?[\d\s()-]{5,25}$/;
const LONGEST: Partial<Record<ImportColumn, number>> = { namn: 200, adress: 200, öppet: 500, webb: 300, 'e-post': 254 };

/** Reads a row, and tells everything that is wrong in it. */
export function readImportRow(
  { row, cells }: ImportRow,
  { kinds, municipalities }: KnownWords,
): { facts: RowFacts; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const fault = (column: ImportColumn, code: ImportFault['code']) => faults.push({ row, column, code });
  const day = (column: ImportColumn) => {
    if (cells[column] === '') return undefined;
    const read = IsoDate.safeParse(cells[column]);
    if (!read.success) fault(column, 'not-a-day');
    return read.success ? Temporal.PlainDate.from(read.data) : undefined;
  };
  const age = (column: ImportColumn) => {
    if (cells[column] === '') return undefined;
    const read = /^\d{1,3}$/.test(cells[column]) && Number(cells[column]) <= 130;
    if (!read) fault(column, 'not-an-age');
    return read ? Number(cells[column]) : undefined;
  };
  for (const [column, most] of Object.entries(LONGEST) as [ImportColumn, number][])
    if (cells[column].length > most) fault(column, 'value-too-long');
  for (const column of ['namn', 'sort'] as const) if (cells[column] === '') fault(column, 'value-missing');
  if (cells.sort !== '' && !kinds.has(cells.sort)) fault('sort', 'unknown-kind');
  const serves = [...new Set(cells.kommuner.split(/[\s,]+/).filter(Boolean))].sort();
  if (serves.some((code) => !municipalities.has(code))) fault('kommuner', 'unknown-municipality');
  const hsaId = cells['hsa-id'] === '' ? undefined : HsaId.safeParse(cells['hsa-id']);
  if (hsaId?.success === false) fault('hsa-id', 'not-an-hsa-id');
  if (cells.enhet !== '' && !z.uuid().safeParse(cells.enhet).success) fault('enhet', 'unknown-unit');
  if (cells.telefon !== '' && !PHONE.test(cells.telefon)) fault('telefon', 'not-a-contact');
  if (cells['e-post'] !== '' && !z.email().safeParse(cells['e-post']).success) fault('e-post', 'not-a-contact');
  if (cells.webb !== '' && !WebAddress.safeParse(cells.webb).success) fault('webb', 'not-a-contact');
  const lowest = age('från ålder') ?? 0;
  const highest = age('till ålder');
  if (highest !== undefined && highest < lowest) fault('till ålder', 'ages-backwards');
  const facts: RowFacts['facts'] = {
    name: cells.namn,
    kind: cells.sort,
    serves,
    ages: { from: lowest, ...(highest === undefined ? {} : { to: highest }) },
    contacts: contactsOf(cells),
    opening: cells.öppet,
  };
  return {
    facts: { unit: cells.enhet || undefined, hsaId: hsaId?.data, facts, from: day('gäller från'), lastDay: day('sista dag') },
    faults,
  };
}

function contactsOf(cells: ImportRow['cells']): UnitContact[] {
  const ways = { phone: cells.telefon, email: cells['e-post'], web: cells.webb, address: cells.adress } as const;
  return (Object.entries(ways) as [UnitContact['kind'], string][]).flatMap(([kind, value]) =>
    value === '' ? [] : [{ kind, value, note: '' }],
  );
}
