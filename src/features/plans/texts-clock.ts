import type { PlanningStep } from '../../domain/counties/planning.ts';
import type { ClockStep, StepState } from '../../domain/plans/clock.ts';
import { formatCount, formatDate } from '../../ui/index.ts';

/** What a step of the clock is called. */
export const stepTexts: Readonly<Record<PlanningStep, string>> = {
  'first-contact': 'Första samtalet med personen om planen',
  summons: 'Kallelsen',
  meeting: 'Mötet',
};

const days = (count: number) => formatCount(count, 'dag', 'dagar');

/** Where a step is, in a sentence. */
export const stateTexts: Readonly<Record<StepState, (step: ClockStep) => string>> = {
  done: ({ on, daysLate }) => `Klart ${on ? formatDate(on) : ''}${daysLate > 0 ? `, ${days(daysLate)} efter tiden` : ''}`,
  due: ({ moved, due }) => (due ? `Senast ${formatDate(moved ?? due)}` : ''),
  soon: ({ moved, due }) => (due ? `Snart: senast ${formatDate(moved ?? due)}` : ''),
  late: ({ moved, due, daysLate }) => `Tiden gick ut ${due ? formatDate(moved ?? due) : ''}, för ${days(daysLate)} sedan`,
  waiting: () => 'Tiden har inte börjat',
  'no-norm': () => 'Inte gjort än. Ingen har satt ett antal dagar',
  ended: () => 'Behövs inte just nu',
};

export const clockTexts = {
  heading: 'Tiden',
  lead: (day: string) => `Tiden räknas från ${day}, när någon först såg behovet.`,
  caption: 'Stegen och tiden för dem',
  columns: ['Steg', 'Läge', 'Vad tiden vilar på'],
  movedTo: 'Sista dagen är en helgdag. Tiden går då ut nästa vardag.',
  listState: {
    late: (step: string) => `Försenat: ${step}`,
    soon: (step: string, day: string) => `${step} senast ${day}`,
    none: '–',
  },
  inList: { 'first-contact': 'första samtalet', summons: 'kallelsen', meeting: 'mötet' } satisfies Readonly<Record<PlanningStep, string>>,
} as const;

/** What waits for somebody because of the clock: never with a name, or a word of the plan. */
export const waitingTexts = {
  step: {
    'first-contact': 'Tala med personen om planen som ni samordnar',
    summons: 'Skicka kallelsen till en plan som ni samordnar',
    meeting: 'Håll mötet i en plan som ni samordnar',
  } satisfies Readonly<Record<PlanningStep, string>>,
  lateUnit: (count: number) => `${formatCount(count, 'plan', 'planer')} på din enhet har gått över tiden`,
  answer: 'Svara på en kallelse till en samordnad plan',
  answerInvitation: 'Svara på en inbjudan till en samordnad plan',
} as const;
