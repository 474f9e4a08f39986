import type { Basis } from '../counties/ids.ts';

/**
 * From when on something is worth a question. The law asks for systematic checks (PDL 4 kap. 3 §, SoLPuL 10 §) and says nothing of numbers: these are
 * routine, and a huvudman may set its own.
 */
export type OddThresholds = {
  readonly basis: Basis;
  /** So many different persons, or more, looked at by one user within so many minutes. */
  readonly manyPersons: { readonly persons: number; readonly minutes: number };
  /** Clock times in Sweden; Saturdays, Sundays and holidays are after hours as a whole. */
  readonly night: { readonly from: string; readonly until: string };
};

export const ODD_THRESHOLDS: OddThresholds = {
  basis: 'routine',
  manyPersons: { persons: 15, minutes: 60 },
  night: { from: '21:00', until: '06:00' },
};
