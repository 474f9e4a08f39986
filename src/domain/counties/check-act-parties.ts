import { AgreementAct } from './agreement-file.ts';
import type { CountyIndex } from './check-county-index.ts';
import { type Fault, fault, unknownReference } from './check-fault.ts';
import { pieces } from './check-select.ts';

/** Acts that do not say which party joined or left, and parties that the county does not have. */
export function checkActParties(file: string, agreement: unknown, { municipalities }: CountyIndex): Fault[] {
  return pieces(agreement, 'acts.*', AgreementAct).flatMap(({ path, value: { kind, parties } }): Fault[] => {
    if (parties === undefined) return kind === 'joined' || kind === 'left' ? [fault(file, path, 'act-without-parties', { kind })] : [];
    if (parties === 'all') return [];
    return parties.flatMap((party, index) =>
      party === 'region' ? [] : unknownReference(file, [...path, 'parties', index], 'municipality', party, municipalities),
    );
  });
}
