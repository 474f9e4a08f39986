import { type Fault, fault } from './check-fault.ts';
import { pieces } from './check-select.ts';
import { ResponsibilityRow } from './responsibility.ts';

/**
 * Rows that set conditions without saying them in words or without a way forward, ways forward that lead back to the row itself, and
 * other ways to be selected that say nothing: beside no `when`, which holds always, or without a condition of their own.
 */
export function checkRows(file: string, agreement: unknown): Fault[] {
  return pieces(agreement, 'responsibilities.*', ResponsibilityRow).flatMap(({ path, value: row }) => {
    const faults: Fault[] = [];
    if (Object.keys(row.conditions).length > 0) {
      const at = [...path, 'conditions'];
      if (!row['conditions-text']) faults.push(fault(file, at, 'conditions-without-text', {}));
      if (!row['way-forward']) faults.push(fault(file, at, 'conditions-without-way-forward', {}));
    }
    const selecting = Object.keys(row.when).length;
    row['also-when'].forEach((other, index) => {
      if (selecting === 0 || Object.keys(other).length === 0) faults.push(fault(file, [...path, 'also-when', index], 'also-when-idle', {}));
    });
    row['way-forward-rows'].forEach((id, index) => {
      if (id === row.id) faults.push(fault(file, [...path, 'way-forward-rows', index], 'way-forward-to-itself', { row: id }));
    });
    return faults;
  });
}
