import { checkActParties } from './check-act-parties.ts';
import { checkActors } from './check-actors.ts';
import { checkCites } from './check-cites.ts';
import { checkConditions, conditionPlaces } from './check-conditions.ts';
import { agreementIndex, type CountyIndex } from './check-county-index.ts';
import { checkDecidedBy } from './check-decided-by.ts';
import { type Fault, fault } from './check-fault.ts';
import type { DataFile } from './check-kinds.ts';
import { checkLadders } from './check-ladders.ts';
import { checkLocal } from './check-local.ts';
import type { NationalIndex } from './check-national-index.ts';
import { checkAgreementReferences } from './check-references.ts';
import { checkRows } from './check-rows.ts';
import { valueAt } from './check-select.ts';
import { checkPeriods } from './check-versions.ts';

/** What one agreement file must mean, beside its shape and its unique ids. */
export function checkAgreement({ file, value }: DataFile, county: CountyIndex, national: NationalIndex): Fault[] {
  const own = agreementIndex(value);
  return [
    ...checkCounty(file, value, county),
    ...checkCites(file, value, own),
    ...checkAgreementReferences(file, value, own, county, national),
    ...checkDecidedBy(file, value, county),
    ...checkActParties(file, value, county),
    ...checkConditions(file, value, conditionPlaces.agreement, national),
    ...checkActors(file, value),
    ...checkRows(file, value),
    ...checkLadders(file, value, county),
    ...checkLocal(file, value),
    ...checkPeriods(file, value),
  ];
}

function checkCounty(file: string, value: unknown, county: CountyIndex): Fault[] {
  const code = valueAt(value, ['county']);
  const parentless = valueAt(value, ['kind']) === 'local' && valueAt(value, ['parent']) === undefined;
  return [
    ...(typeof code === 'string' && county.code !== undefined && code !== county.code
      ? [fault(file, ['county'], 'county-mismatch', { value: code, county: county.code })]
      : []),
    ...(parentless ? [fault(file, ['kind'], 'parent-missing', {})] : []),
  ];
}
