import { regionId } from '../organisations/index.ts';
import type { SeedRule } from '../retention/index.ts';
import type { demoRegister } from './demo-register.ts';
import { demoTexts } from './texts.ts';

/**
 * How long the fictional huvudmän of a county keep copies of plans: proposals by the region and by the first municipality, for what law says of each service. The
 * others have said nothing, which is shown too.
 */
export function demoRules(county: string, { staff }: Pick<ReturnType<typeof demoRegister>, 'staff'>): SeedRule[] {
  const region = regionId(county);
  const town = staff.find(({ home, assignments: [{ role }] }) => role === 'registrar' && home !== region)?.home;
  const ten = { years: 10, counts_from: 'last-note', by_end_of_next_year: false } as const;
  const five = { years: 5, counts_from: 'last-note', by_end_of_next_year: true } as const;
  const { healthCare, socialServices } = demoTexts.retention;
  const rule = { from_day: '2026-01-01' } as const;
  return [
    { ...rule, ...ten, organisation: region, applies_to: 'all', citation: healthCare },
    ...(town === undefined
      ? []
      : [
          { ...rule, ...five, organisation: town, applies_to: 'social-services', citation: socialServices } as const,
          { ...rule, ...ten, organisation: town, applies_to: 'health-care', citation: healthCare } as const,
        ]),
  ];
}
