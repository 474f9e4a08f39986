import { afterChange, type Change, changeFrom, closeAfter } from './changes.ts';
import type { ImportColumn, ImportFault, ImportRow } from './import-row.ts';
import { hasPassed, lastOf } from './period.ts';
import { type KnownWords, type RowFacts, readImportRow } from './read-import-row.ts';
import type { Unit, UnitContact, UnitFacts, UnitVersion } from './unit.ts';

/** One thing that a file asks for. */
export type ImportChange = { readonly row: number; readonly name: string } & (
  | { readonly what: 'open'; readonly hsaId: string | undefined; readonly from: Temporal.PlainDate; readonly facts: RowFacts['facts'] }
  | {
      readonly what: 'change';
      readonly unit: string;
      readonly from: Temporal.PlainDate;
      readonly columns: readonly ImportColumn[];
      readonly change: Change<UnitVersion>;
    }
  | { readonly what: 'contacts'; readonly unit: string; readonly contacts: readonly UnitContact[]; readonly opening: string }
  | { readonly what: 'close'; readonly unit: string; readonly lastDay: Temporal.PlainDate; readonly change: Change<UnitVersion> }
);

export type ImportPlan = { readonly changes: readonly ImportChange[]; readonly faults: readonly ImportFault[] };

/** The register as the file meets it. `units`: those that the rows name, also of others; `organisation`: whose file it is. */
export type ImportGround = KnownWords & {
  readonly organisation: string;
  readonly units: readonly Unit[];
  readonly today: Temporal.PlainDate;
};

/**
 * What a file of units changes. A row is a unit as it is to be: known by its id or its HSA-id, else new. What the file does not mention stays. With
 * any fault nothing is to be done: all or nothing.
 */
export function planImport(rows: readonly ImportRow[], ground: ImportGround): ImportPlan {
  const faults: ImportFault[] = [];
  const changes: ImportChange[] = [];
  const seen = new Set<string>();
  for (const one of rows) {
    const read = readImportRow(one, ground);
    faults.push(...read.faults);
    const { facts } = read;
    const unit = ground.units.find(({ id, hsaId }) =>
      facts.unit === undefined ? hsaId !== undefined && hsaId === facts.hsaId : id === facts.unit,
    );
    const known = unit?.id ?? facts.hsaId;
    if (known !== undefined && seen.has(known)) faults.push({ row: one.row, column: facts.unit ? 'enhet' : 'hsa-id', code: 'unit-twice' });
    if (known !== undefined) seen.add(known);
    if (read.faults.length > 0) continue;
    const step =
      facts.unit !== undefined && !unit
        ? [place(one.row, 'enhet', 'unknown-unit')]
        : unit
          ? changesOf(one.row, facts, unit, ground)
          : opening(one.row, facts);
    for (const found of step) {
      if ('code' in found) faults.push(found);
      else changes.push(found);
    }
  }
  return { changes: faults.length > 0 ? [] : changes, faults };
}

function opening(row: number, { facts, hsaId, from, lastDay }: RowFacts): (ImportChange | ImportFault)[] {
  if (!from) return [place(row, 'gäller från', 'value-missing')];
  if (lastDay) return [place(row, 'sista dag', 'unknown-unit')];
  return [{ what: 'open', row, name: facts.name, hsaId, from, facts }];
}

function changesOf(
  row: number,
  { facts, hsaId, from, lastDay }: RowFacts,
  unit: Unit,
  { organisation, today }: ImportGround,
): (ImportChange | ImportFault)[] {
  const last = lastOf(unit.versions);
  if (last?.organisation !== organisation) return [place(row, hsaId ? 'hsa-id' : 'enhet', 'unit-of-other-organisation')];
  if (hsaId !== undefined && hsaId !== unit.hsaId) return [place(row, 'hsa-id', 'hsa-id-never-changes')];
  const found: (ImportChange | ImportFault)[] = [];
  let history = unit.versions;
  const columns = differing(facts, last);
  const base = { row, unit: unit.id, name: last.name };
  if (columns.length > 0) {
    if (!from) return [place(row, 'gäller från', 'value-missing')];
    const { name, kind, serves, ages } = facts;
    const change = changeFrom(history, from, { name, kind, serves, ages });
    if ('refused' in change)
      return [place(row, 'gäller från', change.code === 'already-closed' ? 'closed-already' : 'not-after-last-change')];
    history = afterChange(history, change);
    found.push({ ...base, what: 'change', from, columns, change });
  }
  if (ways(facts) !== ways(last)) {
    if (last.to !== undefined) return [place(row, 'telefon', 'closed-already')];
    found.push({ ...base, what: 'contacts', contacts: facts.contacts, opening: facts.opening });
  }
  if (lastDay && !last.to?.equals(lastDay)) {
    const change = closeAfter(history, lastDay);
    if ('refused' in change)
      return [place(row, 'sista dag', change.code === 'already-closed' ? 'closed-already' : 'not-after-last-change')];
    if (hasPassed(lastDay.add({ days: 1 }), today)) return [place(row, 'sista dag', 'day-has-passed')];
    found.push({ ...base, what: 'close', lastDay, change });
  }
  return found;
}

/** The columns in which a row says something else than what the unit is. */
function differing(facts: RowFacts['facts'], last: UnitFacts): ImportColumn[] {
  const same: [ImportColumn, boolean][] = [
    ['namn', facts.name === last.name],
    ['sort', facts.kind === last.kind],
    ['kommuner', facts.serves.join() === last.serves.toSorted().join()],
    ['från ålder', facts.ages.from === last.ages.from],
    ['till ålder', facts.ages.to === last.ages.to],
  ];
  return same.filter(([, is]) => !is).map(([column]) => column);
}

function ways({ contacts, opening }: Pick<UnitFacts, 'contacts' | 'opening'>): string {
  const kinds = ['phone', 'email', 'web', 'address'] as const;
  return JSON.stringify([kinds.map((kind) => contacts.find((one) => one.kind === kind)?.value ?? ''), opening]);
}

function place(row: number, column: ImportColumn, code: ImportFault['code']): ImportFault {
  return { row, column, code };
}
