import { dataKinds } from '../../domain/consents/kinds.ts';
import { endOf } from '../../domain/consents/spell-out.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { stableId } from '../../platform/index.ts';
import type { SeedSpeakers } from '../consents/index.ts';
import { municipalityId } from '../organisations/index.ts';
import type { SeedPlan } from '../plans/index.ts';
import { demoPersons } from './demo-persons.ts';
import type { DemoRegister } from './demo-register.ts';
import { demoIndividuals } from './individuals.ts';
import { demoTexts } from './texts.ts';

const texts = demoTexts.plans.spokenFor;

/** In a county, at the social services of its second municipality: the plan of a child with two guardians, and that of an adult with a god man. */
export function demoSpokenPlans(county: CountyFile, register: DemoRegister, today: Temporal.PlainDate): SeedPlan[] {
  const unit = register.units.filter(({ kind }) => kind === 'individ-familjeomsorg')[1];
  const clinic = register.units.find(({ kind }) => kind === 'primarvard');
  const worker = register.staff.find(({ assignments: [{ role, unit: at }] }) => role === 'municipal-case-worker' && at === unit?.id);
  const town = county.municipalities.find(({ code }) => municipalityId(code) === unit?.organisation)?.code;
  if (!unit || !clinic || !worker || !town) return [];
  const persons = demoPersons(county.code, register);
  return (['enskild-4', 'enskild-5'] as const).flatMap((individual): SeedPlan[] => {
    const person = stableId(`demo:person:${county.code}:${individual}:${unit.organisation}`);
    if (!persons.some(({ id }) => id === person)) return [];
    const said = individual === 'enskild-4' ? texts.child : texts.adult;
    return [
      {
        ...{ id: stableId(`demo:plan:spoken:${individual}:${county.code}`), person, county: county.code, municipality: town },
        opener: { id: unit.id, organisation: unit.organisation, account: worker.account },
        individual: undefined,
        ...{ by: 'staff', on: today.subtract({ days: 5 }), reason: said.reason, needed: true },
        asked: [{ id: clinic.id, organisation: clinic.organisation }],
        goals: [said.goal],
        texts: [{ part: 'important-to-me', voice: 'noted', text: said.important }],
      },
    ];
  });
}

/** Who speaks for them: two guardians of the child, each with a login; and of the adult a god man for a year, who does not read what to do in a crisis. */
export function demoSpeakers(plans: readonly SeedPlan[], today: Temporal.PlainDate): SeedSpeakers[] {
  return plans.map(({ id: plan, person, county, opener }): SeedSpeakers => {
    const by = { account: opener.account, organisation: opener.organisation, unit: opener.id };
    const isChild = plan === stableId(`demo:plan:spoken:enskild-4:${county}`);
    const named = (account: string) => {
      const one = demoIndividuals.find(({ id }) => id === account);
      if (!one) throw new Error(`nobody is called ${account}`);
      return { id: stableId(`demo:speaker:${county}:${account}`), name: one.name, number: one.number };
    };
    const guardians = [named('vardnadshavare-1'), named('vardnadshavare-2')];
    return {
      ...{ plan, person, by, evidence: texts.evidence },
      ...(isChild
        ? { child: { born: Temporal.PlainDate.from('2013-05-19'), decides: 'guardians' as const, guardians } }
        : {
            representative: {
              ...named('god-man-1'),
              ...{ kind: 'god-man' as const, matters: ['read', 'speak', 'consent'] as const },
              kinds: dataKinds.filter((kind) => kind !== 'crisis'),
              from: today.subtract({ days: 30 }).toZonedDateTime('Europe/Stockholm').toInstant(),
              until: endOf(today.add({ months: 11 })),
            },
          }),
    };
  });
}
