import { isRefusal } from '../../src/domain/refusal.ts';
import { takeConsent } from '../../src/features/consents/take-consent.ts';
import { withdrawConsent } from '../../src/features/consents/withdraw-consent.ts';
import { done, type givenDrafts } from '../../src/features/drafts/given-drafts.ts';
import { askUnit } from '../../src/features/plans/ask-unit.ts';
import { setMeeting } from '../../src/features/plans/calling/set-meeting.ts';
import { summon } from '../../src/features/plans/calling/summon.ts';
import { decideInPlan } from '../../src/features/plans/contents/decide-in-plan.ts';
import { openPlan } from '../../src/features/plans/open-plan.ts';
import { askForPlan, readUnitsToTurnTo } from '../../src/features/plans/own/ask-for-plan.ts';
import { pointOut } from '../../src/features/plans/point-out.ts';
import { readUnitsToAsk } from '../../src/features/plans/read-units-to-ask.ts';
import { newId, type Scope, stableId } from '../../src/platform/index.ts';
import { givenKeyRing } from '../given/logged-in.ts';
import { ANEBY, inAneby, REGION, record } from '../given/persons-app.ts';
import { type Input, keyed, type Sent } from './keyed-form.ts';

type Given = Awaited<ReturnType<typeof givenDrafts>>;

/** What is answered of a plan goes with the moment; that it is the same answer is told by the id. */
const told =
  <Typed>(send: (scope: Scope, input: Typed) => Promise<unknown>) =>
  async (scope: Scope, input: Typed) => {
    const answer = await send(scope, input);
    return isRefusal(answer) ? answer : { id: (answer as { readonly id?: string }).id };
  };

/** The forms around a person's plan, and those of consents. */
export async function keyedPlanForms(given: Given): Promise<Sent[]> {
  const withKeys = async (account: string): Promise<Scope> => ({
    ...(await given.scopeOf(account)),
    runtime: { ...given.runtime, keys: givenKeyRing() },
  });
  const worker = await withKeys('handlaggare-aneby-06');
  const person = await withKeys('enskild-1');
  const need = { kind: 'sip', municipality: '0604', by: 'staff', on: '2026-11-20', reason: 'Behöver båda', needed: 'no' } as const;
  const open = async () => done(await openPlan(worker, { ...need, person: inAneby, needed: 'yes' })).id;
  const [plan, other] = [await open(), await open()];
  const units = done(await readUnitsToAsk(worker, { plan })).units;
  const [unit = '', second = ''] = units.flatMap(({ id, organisation }) => (organisation === REGION ? [id] : []));
  for (const one of [plan, other]) done(await askUnit(worker, { plan: one, unit }));
  const account = stableId('demo:SE2321000000-P06001');
  const yes = { kind: 'make-plan', answer: 'given', method: 'oral', on: '2026-11-20', evidence: 'Journalen' } as const;
  const line = { organisation: REGION, unit, dataKind: 'needs', purpose: 'planning', permits: true, until: '2027-05-31' } as const;
  const consent = async (of = plan) =>
    done(await takeConsent(worker, { key: newId(), plan: of, ...yes, kind: 'lift-secrecy', scopes: [line] })).id;
  for (const one of [plan, other]) done(await takeConsent(worker, { key: newId(), plan: one, ...yes }));
  // A unit of the region first: a municipality speaks for itself, whatever is sent.
  const turnTo = done(await readUnitsToTurnTo(person, {})).toSorted((one) => (one.municipality === null ? -1 : 1));
  const [contact = '', contact2 = ''] = turnTo.map((one) => one.contact);
  const meeting = { on: '2026-12-04', time: '10:00', minutes: 60, how: 'place', where: 'Rum 2' } as const;
  const called = { purpose: 'Ses', goal: 'Bo hemma', questions: 'Vem gör vad?', replyBy: '2026-11-30' } as const;
  const decided = { overall: ANEBY, coordinator: account, followUp: '2027-03-01', tookPart: false, whyNot: 'Var sjuk' } as const;
  return [
    keyed(
      ['plans/open-plan.ts', 'a plan'],
      told(openPlan),
      worker,
      { person: inAneby, ...need, whyNot: 'Klarar sig' },
      {
        ...{ person: record('enskild-2', ANEBY), kind: 'discharge', municipality: '0686', by: 'relative', on: '2026-11-19' },
        ...{ reason: 'Något annat', needed: 'later', whyNot: 'En annan sak' },
      },
    ),
    keyed(
      ['plans/own/ask-for-plan.ts', 'a plan that somebody asks for'],
      told(askForPlan),
      person,
      { contact, municipality: '0604', reason: 'Jag vill ha hjälp' },
      { contact: contact2, municipality: '0686', reason: 'Jag vill något annat' },
    ),
    keyed(
      ['plans/point-out.ts', 'a need'],
      told(pointOut),
      worker,
      { plan, by: 'relative', on: '2026-11-18', reason: 'Systern ringde' },
      { plan: other, by: 'staff', on: '2026-11-17', reason: 'Något annat' },
    ),
    keyed<Input<typeof setMeeting>, 'seen'>(
      ['plans/calling/set-meeting.ts', 'a meeting'],
      told(setMeeting),
      worker,
      { plan, ...meeting },
      { plan: other, on: '2026-12-05', time: '11:00', minutes: 30, how: 'video', where: 'Rum 3' },
    ),
    keyed(
      ['plans/calling/summon.ts', 'a summons'],
      told(summon),
      worker,
      { plan, ...called, units: [{ unit, contribution: 'Vården' }], outside: [] },
      {
        ...{ plan: other, purpose: 'Annat', goal: 'Något', questions: 'Hur då?', replyBy: '2026-12-01' },
        ...{ units: [{ unit: second, contribution: 'Vården' }], outside: [{ name: 'Föreningen', contribution: '' }] },
      },
    ),
    keyed(
      ['plans/contents/decide-in-plan.ts', 'who answers for what'],
      told(decideInPlan),
      worker,
      { plan, ...decided, othersAsked: true, none: [] },
      {
        ...{ plan: other, overall: REGION, coordinator: newId(), substitute: newId(), followUp: '2027-04-01', tookPart: true },
        ...{ whyNot: 'Ville inte', othersAsked: false, none: [REGION] },
      },
    ),
    keyed(
      ['consents/take-consent.ts', 'a consent'],
      told(takeConsent),
      worker,
      { plan, ...yes, kind: 'lift-secrecy', scopes: [line] },
      {
        ...{
          plan: other,
          speaker: newId(),
          kind: 'make-plan',
          giver: `guardian:${newId()}`,
          answer: 'partly',
          method: 'written',
          on: '2026-11-21',
          evidence: 'Pärmen',
        },
        scopes: [{ ...line, dataKind: 'goals' }],
      },
      { kind: 'scope-not-of-kind', giver: 'speaker-not-asked', speaker: 'plan-not-found' },
    ),
    keyed(
      ['consents/withdraw-consent.ts', 'a withdrawal'],
      told(withdrawConsent),
      worker,
      { plan, consent: await consent(), scopes: [] },
      { plan: other, speaker: newId(), consent: await consent(), scopes: [newId()] },
      { plan: 'consent-not-found', speaker: 'plan-not-found', scopes: 'scope-not-of-consent' },
    ),
  ];
}
