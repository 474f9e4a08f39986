import { stableId } from '../../platform/index.ts';
import type { SeedAccess, SeedPerson } from '../persons/index.ts';
import type { DemoRegister, DemoUnit } from './demo-register.ts';
import { demoIndividuals } from './individuals.ts';
import { demoTexts as texts } from './texts.ts';

/** The one of the fictional individuals who has protected identity. */
const PROTECTED = 'enskild-2';

/**
 * The fictional individuals as they are known in a county: by its region, and by the two municipalities that have staff here. Each huvudman has its
 * own record, with a contact for a unit or two.
 */
export function demoPersons(county: string, { units }: DemoRegister): SeedPerson[] {
  const social = units.filter(({ kind }) => kind === 'individ-familjeomsorg');
  const support = units.filter(({ kind }) => kind === 'funktionshinderomsorg');
  const clinics = units.filter(({ kind }) => kind === 'primarvard');
  const psychiatry = units.filter(({ kind }) => kind === 'psykiatrisk-oppenvard');
  const known: readonly (readonly [individual: string, units: readonly (DemoUnit | undefined)[]])[] = [
    ['enskild-1', [social[0], support[0]]],
    ['enskild-1', [social[1]]],
    ['enskild-1', [clinics[0], ...psychiatry]],
    [PROTECTED, [social[0]]],
    [PROTECTED, [psychiatry[1]]],
    ['enskild-3', [support[1]]],
    ['enskild-3', [psychiatry[0]]],
    ['enskild-4', [social[1]]],
    ['enskild-5', [social[1]]],
  ];
  return known.flatMap(([individual, among], nth) => {
    const contacts = among.filter((unit) => unit !== undefined);
    const person = demoIndividuals.find(({ id }) => id === individual);
    const organisation = contacts[0]?.organisation;
    if (!person || !organisation) return [];
    return {
      id: stableId(`demo:person:${county}:${individual}:${organisation}`),
      organisation,
      name: person.name,
      number: person.number,
      protection: individual === PROTECTED ? ('sekretessmarkering' as const) : null,
      address: texts.address(nth + 1),
      since: '2025-01-01',
      contacts: contacts.map(({ id, hsaId }, index) => ({
        id: stableId(`demo:contact:${county}:${individual}:${hsaId}`),
        unit: id,
        caseNumber: `DEMO-${county}-${nth + 1}${'abc'.charAt(index)}`,
      })),
    };
  });
}

/** In the first municipality the case worker is authorised for people with protected identity. */
export function demoAuthorised(county: string, { staff }: DemoRegister): SeedAccess[] {
  const worker = staff.find(({ id }) => id.startsWith('handlaggare-'));
  if (!worker) return [];
  return [{ id: stableId(`demo:protected-access:${county}`), organisation: worker.home, account: worker.account, since: '2025-01-01' }];
}
