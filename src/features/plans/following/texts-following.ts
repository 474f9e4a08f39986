import type { ClosingReason } from '../../../domain/plans/closing.ts';
import type { Outcome, Result } from '../../../domain/plans/follow-up.ts';
import { formatCount, formatDate } from '../../../ui/index.ts';

export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  continue: 'Planen fortsätter som den är',
  revise: 'Planen görs om',
  close: 'Planen avslutas',
};

export const goalResultTexts: Readonly<Record<Result, string>> = {
  reached: 'Nått',
  partly: 'Nått till en del',
  'not-reached': 'Inte nått',
  'too-early': 'För tidigt att säga',
};

export const measureResultTexts: Readonly<Record<Result, string>> = {
  reached: 'Gjord',
  partly: 'Gjord till en del',
  'not-reached': 'Inte gjord',
  'too-early': 'För tidigt att säga',
};

export const resultTexts = { goal: goalResultTexts, measure: measureResultTexts } as const;

export const closingReasonTexts: Readonly<Record<ClosingReason, string>> = {
  'goals-reached': 'Målen är nådda',
  'no-need': 'Behovet finns inte kvar',
  'consent-withdrawn': 'Personen har tagit tillbaka sitt ja',
  died: 'Personen har avlidit',
  moved: 'Personen har flyttat',
  replaced: 'En annan plan har tagit över',
  other: 'Annat skäl',
};

/** Follow-ups and closing, for staff. */
export const followingTexts = {
  heading: 'Uppföljning',
  due: (day: string) => `Planen ska följas upp senast ${day}.`,
  late: (day: string, days: number) => `Planen skulle ha följts upp ${day}, för ${formatCount(days, 'dag', 'dagar')} sedan.`,
  soon: (day: string) => `Dags snart: planen ska följas upp senast ${day}.`,
  none: 'Planen har inte följts upp än.',
  shut: 'Uppföljningen är inte öppen för er.',
  write: 'Följ upp planen',
  close: 'Avsluta planen',
  one: (number: number, on: Temporal.PlainDate) => `Uppföljning ${number}, ${formatDate(on)}`,
  outcome: 'Vad det blev',
  nextOn: (day: string) => `Följs upp igen senast ${day}`,
  present: 'Vilka som var med',
  person: 'Personen',
  there: 'Var med',
  notThere: (why: string) => `Var inte med. ${why}`,
  summary: 'Vad som sades',
  ownView: 'Personens egen syn',
  columns: ['Mål eller insats', 'Personalen', 'Personen'],
  gone: 'Finns inte kvar i planen',
  unsaid: 'Inte sagt',
  own: 'Så säger personen själv',
  ownSaid: (result: string, day: string) => `${result}, ${day}`,
  revises: 'Vid uppföljningen bestämdes att planen ska göras om. Ändra det som ska ändras, och upprätta en ny version med skäl.',
  wish: 'Personen vill att planen avslutas.',
  wishOver: 'Personen har sagt att planen ska fortsätta.',
  closed: (day: string, unit: string) => `Planen avslutades ${day} av ${unit}.`,
  why: 'Skäl',
  written: 'Uppföljningen är sparad.',
  closedDone: 'Planen är avslutad. De som är med har fått veta det.',
} as const;

export const followUpFormTexts = {
  title: 'Följ upp planen',
  lead: 'Gå igenom mål och insatser tillsammans med personen. Bedöm hur det gick med planen, aldrig personen.',
  on: 'Vilken dag?',
  onHint: 'Skriv ÅÅÅÅ-MM-DD. I dag eller tidigare.',
  present: 'Vilka var med?',
  tookPart: 'Var personen med?',
  yes: 'Ja',
  no: 'Nej',
  whyNot: 'Om nej: varför inte?',
  goal: (words: string) => `Mål: ${words}`,
  measure: (words: string) => `Insats: ${words}`,
  result: 'Hur gick det?',
  words: 'Några ord om det',
  personSays: 'Vad säger personen?',
  unsaid: 'Inte sagt',
  summary: 'Vad kom ni fram till?',
  ownView: 'Personens egen syn på hur det har gått',
  ownViewHint: 'Med personens ord. Det står att du har antecknat dem.',
  outcome: 'Hur blir det nu?',
  next: 'När följs planen upp igen?',
  nextHint: 'Måste fyllas i om planen fortsätter eller görs om.',
  reason: 'Om planen avslutas: varför?',
  closingWords: 'Några ord om varför planen avslutas',
  submit: 'Spara uppföljningen',
} as const;

export const closeFormTexts = {
  title: 'Avsluta planen',
  lead: 'När planen är avslutad skrivs inget mer i den. Den finns kvar att läsa. Alla som är med får veta att den är avslutad, men inte varför.',
  reason: 'Varför avslutas planen?',
  words: 'Några ord om varför',
  submit: 'Avsluta planen',
} as const;

/** What waits for somebody because of a follow-up: never with a name, or a word of the plan. */
export const followingWaitTexts = {
  followUp: 'Följ upp en plan som du samordnar',
  revise: 'Gör om en plan som du samordnar',
  lateUnit: (count: number) => `${formatCount(count, 'plan', 'planer')} på din enhet skulle ha följts upp`,
} as const;
