import { spellOut } from '../../domain/consents/spell-out.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { stableId } from '../../platform/index.ts';
import type { SeedConsent, SeedDisclosure } from '../consents/index.ts';
import { municipalityId } from '../organisations/index.ts';
import type { SeedEstablished, SeedPlan } from '../plans/index.ts';
import { demoClosedPlans } from './demo-following.ts';
import { demoPersons } from './demo-persons.ts';
import { demoPlansOfKinds } from './demo-plan-kinds.ts';
import type { DemoRegister } from './demo-register.ts';
import { demoTexts } from './texts.ts';

const texts = demoTexts.plans;

/**
 * Three fictional plans in a county: one that the social services of the first municipality lead, being prepared with the psychiatry; one that the
 * psychiatry opened three weeks ago, and that nobody has assessed; and one that the psychiatry and the support at home carry out.
 */
export function demoPlans(county: CountyFile, register: DemoRegister, today: Temporal.PlainDate): SeedPlan[] {
  const { units, staff } = register;
  const social = units.find(({ kind }) => kind === 'individ-familjeomsorg');
  const psychiatry = units.find(({ kind }) => kind === 'psykiatrisk-oppenvard');
  const care = units.find(({ kind }) => kind === 'primarvard');
  const worker = staff.find(({ assignments: [{ role, unit }] }) => role === 'municipal-case-worker' && unit === social?.id);
  const clinician = staff.find(({ assignments: [{ role, unit }] }) => role === 'regional-clinician' && unit === psychiatry?.id);
  const town = county.municipalities.find(({ code }) => municipalityId(code) === social?.organisation)?.code;
  const second = register.units.filter(({ kind }) => kind === 'funktionshinderomsorg').at(-1);
  const other = county.municipalities.find(({ code }) => municipalityId(code) === second?.organisation)?.code;
  const persons = demoPersons(county.code, register);
  const personAt = (individual: string, organisation: string | undefined) => {
    const id = stableId(`demo:person:${county.code}:${individual}:${organisation}`);
    return persons.some((one) => one.id === id) ? id : undefined;
  };
  const [first, third] = [personAt('enskild-1', social?.organisation), personAt('enskild-3', psychiatry?.organisation)];
  const prepared: SeedPlan[] =
    social && psychiatry && worker && town && first
      ? [
          {
            ...{ id: stableId(`demo:plan:prepared:${county.code}`), person: first, county: county.code, municipality: town },
            opener: { id: social.id, organisation: social.organisation, account: worker.account },
            individual: undefined,
            ...{ by: 'relative', on: today.subtract({ days: 6 }), reason: texts.reason, needed: true },
            asked: [{ id: psychiatry.id, organisation: psychiatry.organisation }],
            calling: {
              startsAt: today.add({ days: 4 }).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '10:00' }).toInstant(),
              replyBy: today.add({ days: 1 }),
              ...{ where: texts.meetingPlace, purpose: texts.purpose, questions: texts.questions },
              units: [
                {
                  ...{ id: psychiatry.id, organisation: psychiatry.organisation, contribution: texts.treatment },
                  answer: clinician && { answer: 'yes' as const, account: clinician.account },
                },
                ...(care ? [{ id: care.id, organisation: care.organisation, contribution: texts.health }] : []),
              ],
            },
            goals: [texts.goals],
            texts: [
              { part: 'important-to-me', voice: 'noted', text: texts.important },
              { part: 'place-or-video', voice: 'noted', text: texts.place },
              { part: 'purpose-of-meeting', voice: 'staff', text: texts.purpose },
            ],
          },
        ]
      : [];
  const noticed: SeedPlan[] =
    psychiatry && clinician && other && third
      ? [
          {
            ...{ id: stableId(`demo:plan:noticed:${county.code}`), person: third, county: county.code, municipality: other },
            opener: { id: psychiatry.id, organisation: psychiatry.organisation, account: clinician.account },
            individual: undefined,
            ...{ by: 'staff', on: today.subtract({ days: 21 }), reason: texts.noticed, needed: undefined },
            ...{ asked: [], goals: [], texts: [] },
          },
        ]
      : [];
  const support = units.find(({ kind }) => kind === 'funktionshinderomsorg');
  const known = personAt('enskild-1', psychiatry?.organisation);
  const carriedOut: SeedPlan[] =
    psychiatry && clinician && support && town && known
      ? [
          {
            ...{ id: establishedPlan(county.code), person: known, county: county.code, municipality: town },
            opener: { id: psychiatry.id, organisation: psychiatry.organisation, account: clinician.account },
            individual: undefined,
            ...{ by: 'individual', on: today.subtract({ days: 40 }), reason: texts.carriedOut, needed: true },
            ...{ asked: [{ id: support.id, organisation: support.organisation }], goals: [texts.goalAtHome], texts: [] },
          },
        ]
      : [];
  const ofKinds =
    psychiatry && clinician && other && third
      ? demoPlansOfKinds({ county: county.code, municipality: other, person: third }, { ...psychiatry, account: clinician.account }, today)
      : [];
  return [...prepared, ...noticed, ...carriedOut, ...ofKinds, ...demoClosedPlans(carriedOut, today)];
}

const establishedPlan = (county: string) => stableId(`demo:plan:established:${county}`);

/** What the plan that is carried out says. */
export function demoEstablished(plans: readonly SeedPlan[], today: Temporal.PlainDate): SeedEstablished[] {
  return plans.flatMap(({ id, county, opener, asked: [support] }): SeedEstablished[] => {
    if (id !== establishedPlan(county) || !support) return [];
    const measure = { outside: 'own-wish', who: texts.contactPerson } as const;
    return [
      {
        ...{ plan: id, by: opener, on: today.subtract({ days: 20 }), followUp: today.add({ days: 60 }), metAt: texts.meetingPlace },
        measures: [
          { ...measure, unit: opener, need: texts.needs.sleep, what: texts.measures.therapy },
          { ...measure, unit: support, need: texts.needs.home, what: texts.measures.support },
          { ...measure, unit: opener, need: texts.needs.sleep, what: texts.measures.calls },
        ],
      },
    ];
  });
}

/**
 * What the person has answered in the plans that others take part in: yes to the plan, and to what the unit that was asked first may read of it for a year, with the
 * measures once it is carried out. What to do in a crisis it must not know.
 */
export function demoConsents(plans: readonly SeedPlan[], today: Temporal.PlainDate): SeedConsent[] {
  return plans.flatMap(({ id, county, opener, asked: [receiver] }): SeedConsent[] => {
    if (!receiver) return [];
    const isEstablished = id === establishedPlan(county);
    const on = today.subtract({ days: isEstablished ? 30 : 3 });
    const to = [{ organisation: receiver.organisation, unit: receiver.id }];
    const scopes = spellOut({
      ...{
        receivers: to,
        kinds: ['identity', 'meeting', 'needs', 'goals', ...(isEstablished ? (['measures'] as const) : [])],
        purposes: ['planning', 'carrying-out'],
      },
      ...{ shutTo: to, shut: ['crisis'], until: today.add({ months: 12 }).toString() },
    });
    if (isRefusal(scopes)) throw new Error(scopes.code);
    const by = { account: opener.account, organisation: opener.organisation, unit: opener.id };
    const said = { plan: id, answer: 'given', on, evidence: texts.documented, by } as const;
    return [
      { ...said, id: stableId(`${id}:make-plan`), kind: 'make-plan', scopes: [] },
      { ...said, id: stableId(`${id}:lift-secrecy`), kind: 'lift-secrecy', scopes },
    ];
  });
}

/** What the social services have decided to tell the care centre that they have called, without consent: it waits for its review. */
export function demoDisclosures(plans: readonly SeedPlan[], today: Temporal.PlainDate): SeedDisclosure[] {
  return plans.flatMap(({ id, county, opener, asked, calling }): SeedDisclosure[] => {
    const care = calling?.units.find((unit) => !asked.some((one) => one.id === unit.id));
    if (id !== stableId(`demo:plan:prepared:${county}`) || !care) return [];
    return [
      {
        ...{ plan: id, rule: 'osl-26-9', met: ['needed-for-care', 'ongoing-misuse'], ticked: ['needed-for-care'], misuse: ['alcohol'] },
        ...{ to: { organisation: care.organisation, unit: care.id }, kinds: ['identity', 'needs'], reason: texts.disclosed },
        ...{
          on: today.subtract({ days: 1 }),
          last: today.add({ days: 7 }),
          by: { account: opener.account, organisation: opener.organisation },
        },
      },
    ];
  });
}
