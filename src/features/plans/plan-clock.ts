import type { Withdrawal } from '../../domain/consents/consent.ts';
import type { PlanningCase } from '../../domain/counties/planning.ts';
import { parsePersonalNumber } from '../../domain/persons/personal-number.ts';
import { type ClockStep, clockOf, planningCaseOf } from '../../domain/plans/clock.ts';
import { clockFactsOf, type PlanSteps } from '../../domain/plans/clock-facts.ts';
import { normOf, watchOf } from '../../domain/plans/norms.ts';
import type { PlanKind } from '../../domain/plans/plan-kinds.ts';
import { mayReadKind } from '../../domain/plans/policy.ts';
import type { Tx } from '../../platform/index.ts';
import { countyOf, nationalFile } from '../counties/index.ts';
import { openText, personContexts } from '../persons/index.ts';
import { dischargeReadyOn } from './kinds/load-kind.ts';
import { type Asking, type Known, loadPlan } from './load-plan.ts';
import { type JsonSteps, listLedPlans, listSteps, type StepsRow } from './steps.sql.ts';
import { subjectOf } from './subject.ts';

type At = { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant };

/** The clock of each plan that is not established and whose need is open to who acts, by id. */
export async function clocksOf(asking: Asking, loaded: readonly Known[]): Promise<Map<string, ClockStep[]>> {
  const running = loaded.filter(({ row }) => !row.established).map(({ row }) => row.id);
  return clocksBySteps(asking, loaded, new Map((await listSteps(asking.tx, running)).map((steps) => [steps.plan, steps])));
}

/** The clock of each plan that has steps, by id. */
export async function clocksBySteps(
  asking: Asking,
  loaded: readonly Known[],
  stepsBy: ReadonlyMap<string, StepsRow>,
): Promise<Map<string, ClockStep[]>> {
  const clocks = new Map<string, ClockStep[]>();
  for (const one of loaded) {
    const steps = stepsBy.get(one.row.id);
    if (steps?.initiative)
      clocks.set(
        one.row.id,
        await clockIn(
          asking.tx,
          one.row.county_code,
          steps,
          caseOf(asking, one, steps.initiative),
          asking,
          await dischargeReadyOn(asking, one),
        ),
      );
  }
  return clocks;
}

/** Adult, child or discharge: by the number of the person where it is open and known; else adult, whose norms are those without exception. */
export function caseOf(asking: Asking, loaded: Known, initiative: Temporal.PlainDate | null): PlanningCase {
  const born = bornOn(asking, loaded);
  const age = born && initiative ? born.until(initiative, { largestUnit: 'years' }).years : undefined;
  return planningCaseOf(loaded.row.kind, age);
}

/** Is it the plan of a child today, as far as the number is open and says so? */
export function isOfChild(asking: Asking, loaded: Known): boolean {
  const born = bornOn(asking, loaded);
  return born !== undefined && born.until(asking.today, { largestUnit: 'years' }).years < 18;
}

/** The day that the person's number carries, where the number is open to who acts and has a day. */
function bornOn({ keys, today }: Asking, { row, reach }: Known): Temporal.PlainDate | undefined {
  if (!mayReadKind(reach, 'identity')) return undefined;
  const number = openText(keys, row.number_cipher, personContexts.number(row.person_id));
  const read = number ? parsePersonalNumber(number, { today }) : undefined;
  return read && 'dateInNumber' in read ? read.dateInNumber : undefined;
}

/** The clock of steps in a county, by the norms of the county and the nation. */
async function clockIn(
  tx: Tx,
  code: string,
  row: StepsRow,
  of: PlanningCase,
  at: At,
  dischargeReady?: Temporal.PlainDate,
): Promise<ClockStep[]> {
  const [county, national] = [await countyOf(tx, code), await nationalFile(tx, 'planning')];
  const steps = stepsOf(row);
  if (!steps) return [];
  const norm = (step: ClockStep['step']) => normOf(step, of, national, county?.planning);
  const norms = { 'first-contact': norm('first-contact'), summons: norm('summons'), meeting: norm('meeting') };
  return clockOf({ ...clockFactsOf(steps, at.now), dischargeReady }, norms, watchOf(national, county?.planning), at.today);
}

/** A plan whose person is not known here is late when it is late whoever it is: by the norms of an adult and by those of a child. */
export async function isLateWhoever(
  tx: Tx,
  { kind, county_code, ...row }: StepsRow & { readonly kind: PlanKind; readonly county_code: string },
  at: At,
): Promise<boolean> {
  const cases: readonly PlanningCase[] = kind === 'discharge' ? ['discharge'] : ['adult', 'child'];
  const clocks = await Promise.all(cases.map((of) => clockIn(tx, county_code, row, of, at)));
  return clocks.every((clock) => clock.some(({ seenBy }) => seenBy.includes('manager')));
}

/** The plans that the unit of who acts leads, with their clocks: at most so many. */
export async function ledClocks(asking: Asking, most: number): Promise<{ plan: string; clock: ClockStep[] }[]> {
  const ids = await listLedPlans(asking.tx, most);
  const loaded = (await Promise.all(ids.map((id) => loadPlan(asking, id)))).flatMap((one) => one ?? []);
  return [...(await clocksOf(asking, loaded))].map(([plan, clock]) => ({ plan, clock }));
}

function stepsOf({ initiative, asked, noted, summoned, met, assessments, answers }: StepsRow): PlanSteps | undefined {
  if (!initiative) return undefined;
  const instant = (text: string) => Temporal.Instant.from(text);
  return {
    initiative,
    asked: asked ?? undefined,
    noted: noted ?? undefined,
    summoned: summoned ?? undefined,
    met: met ?? undefined,
    assessments: assessments.map((one) => ({ ...one, at: instant(one.at) })),
    subject: subjectOf(answers.speakers ?? undefined),
    answers: answers.said.map(({ id, answer, giver, giverId, givenAt, recordedAt }) => ({
      ...{ id, answer, giver: giver === 'person' ? { as: giver } : { as: giver, id: giverId ?? '' } },
      takenAt: instant(givenAt),
      recordedAt: instant(recordedAt),
    })),
    withdrawals: answers.said.flatMap(({ id, withdrawals }) =>
      withdrawals.map((one): Withdrawal => ({ consent: id, at: instant(one.at), recordedAt: instant(one.recordedAt) })),
    ),
  };
}

/** Steps as the database answers them, of steps as JSON has them. */
export function stepsOfJson({ initiative, asked, noted, summoned, met, ...rest }: JsonSteps): StepsRow {
  const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
  return {
    initiative: initiative === null ? null : Temporal.PlainDate.from(initiative),
    ...{ asked: moment(asked), noted: moment(noted), summoned: moment(summoned), met: moment(met) },
    ...rest,
  };
}
