import type { BrokenCase } from './check-given-broken.ts';
import { meaningCases, versionCases } from './check-given-meaning-faults.ts';
import { planningCases } from './check-given-planning-faults.ts';
import { referenceCases } from './check-given-reference-faults.ts';
import { secrecyCases } from './check-given-secrecy-faults.ts';
import { idCases, shapeCases } from './check-given-shape-faults.ts';

/** Every way of breaking data that has a guarantee. */
export const brokenCases: readonly BrokenCase[] = [
  ...shapeCases,
  ...idCases,
  ...referenceCases,
  ...meaningCases,
  ...versionCases,
  ...planningCases,
  ...secrecyCases,
];
