import type { MissingKind } from '../../../domain/plans/right-people.ts';
import type { HuvudmanSide, Presence, SummonsAnswer, SummonsState } from '../../../domain/plans/summons.ts';
import { formatCount } from '../../../ui/index.ts';

export const stateTexts: Readonly<Record<SummonsState, string>> = {
  sent: 'Skickad',
  received: 'Öppnad',
  accepted: 'Kommer',
  'time-asked': 'Vill ha en annan tid',
  forwarded: 'Fel enhet, skickad vidare',
  declined: 'Kommer inte',
  attended: 'Var med',
  absent: 'Var inte med',
};

export const presenceTexts: Readonly<Record<Presence, string>> = {
  present: 'På plats',
  'by-phone': 'På telefon',
  'by-video': 'På video',
  absent: 'Inte med',
};

export const answerTexts: Readonly<Record<SummonsAnswer, string>> = {
  yes: 'Vi kommer',
  'other-time': 'Vi behöver en annan tid',
  substitute: 'Någon annan från oss kommer',
  'wrong-receiver': 'Det är fel enhet. Vi vet vilken som är rätt',
  no: 'Vi kommer inte',
};

export const howTexts = { place: 'På plats', video: 'På video', phone: 'På telefon' } as const;

export const sideTexts: Readonly<Record<HuvudmanSide, string>> = { region: 'regionen', municipality: 'kommunen' };

export const callingTexts = {
  heading: 'Möte och kallelse',
  noMeeting: 'Inget möte är bestämt än.',
  noneAhead: 'Inget nytt möte är bestämt',
  when: 'När',
  length: (minutes: number) => `${minutes} minuter`,
  how: 'Hur',
  where: 'Var',
  moved: (times: number) => `Flyttat ${formatCount(times, 'gång', 'gånger')}`,
  calledOff: 'Mötet är inställt.',
  held: 'Mötet har hållits.',
  wasThere: 'Var med',
  individual: 'Personen',
  leader: 'Enheten som samordnar',
  set: 'Bestäm tid för mötet',
  move: 'Ändra mötet',
  callOff: 'Ställ in mötet',
  note: 'Skriv vilka som var med',
  workspace: 'Öppna mötets arbetsyta',
  calendar: 'Lägg mötet i kalendern',
  call: 'Kalla till mötet',
  callMore: 'Kalla fler',
  askFirst: 'Personen behöver svara om planen får göras innan ni kallar. Skriv svaret under Samtycke.',
  told: 'Det som de kallade har fått veta',
  purpose: 'Syfte',
  goal: 'Mål på lång sikt',
  questions: 'Frågor',
  called: 'Kallade och inbjudna',
  columns: ['Vem', 'Hur', 'Svara senast', 'Läge', 'Att göra'],
  as: { summons: 'Kallelse, måste komma', invitation: 'Inbjudan, frivillig' },
  ground: { law: 'Lag', 'equal-party': 'Överenskommelse' },
  bring: (text: string) => `Ska bidra med: ${text}`,
  said: (text: string) => `Svar: ${text}`,
  rightUnit: (name: string) => `Rätt enhet: ${name}`,
  reason: (text: string) => `Skäl: ${text}`,
  answer: 'Svara',
  noteAnswer: 'Skriv in svaret',
  opens:
    'En kallad enhet får veta att den är kallad, av vem och när den ska svara. Tid, plats och frågor läser den först när personen har samtyckt till det, eller lagen tillåter det.',
} as const;

export const yoursTexts = {
  heading: 'Din enhet är kallad',
  headingInvited: 'Din enhet är inbjuden',
  duty: (unit: string, organisation: string, day: string) =>
    `${unit}, ${organisation}, kallar er till ett möte om en samordnad plan. Svara senast ${day}.`,
  invited: (unit: string, organisation: string, day: string) =>
    `${unit}, ${organisation}, bjuder in er till ett möte om en samordnad plan. Svara senast ${day}.`,
  must: 'Att komma är en skyldighet. Är det fel enhet ska ni peka ut rätt enhet hos er, eller komma själva.',
  shut: (unit: string) => `Tid, plats och frågor är inte öppna för er. Fråga ${unit}.`,
  answered: (answer: string) => `Ni har svarat: ${answer}.`,
} as const;

export const meetingTexts = {
  title: 'Bestäm tid för mötet',
  titleMove: 'Ändra mötet',
  lead: 'De som är kallade får veta att mötet är bestämt eller ändrat. När och var läser de i planen, om de får.',
  on: 'Vilken dag?',
  time: 'Vilken tid?',
  timeHint: 'Till exempel 09.30.',
  minutes: 'Hur många minuter?',
  how: 'Hur ska ni ses?',
  where: 'Plats, länk eller nummer',
  submit: 'Spara mötet',
  offTitle: 'Ställ in mötet',
  offLead: 'De som är kallade får veta att mötet är inställt. Kallelserna finns kvar, och du kan bestämma en ny tid.',
  offSubmit: 'Ställ in mötet',
  noteTitle: 'Vilka var med?',
  noteLead: 'Skriv hur var och en var med. För den som inte var med behövs ett skäl.',
  noteSubmit: 'Spara vilka som var med',
  presence: 'Hur var de med?',
  presencePerson: 'Hur var personen med?',
  absence: 'Om inte: varför?',
} as const;

export const summonTexts = {
  title: 'Kalla till mötet',
  lead: 'Enheter hos regionen och kommunen måste komma. Andra bjuds in. Vad som gäller för var och en följer av lagen och länets överenskommelse.',
  purpose: 'Varför ses ni?',
  goal: 'Mål på lång sikt',
  questions: 'Vilka frågor ska ni prata om?',
  replyBy: 'Svara senast',
  unitPart: (nth: number) => `Enhet ${nth}`,
  unit: 'Enhet',
  bring: 'Vad ska de bidra med?',
  outsidePart: (nth: number) => `Någon utanför ${nth}`,
  outsideHint: 'Till exempel god man, arbetsgivare eller en närstående. Det här skickar inget till dem: du hör av dig själv.',
  name: 'Namn eller verksamhet',
  more: 'Du kan kalla fler efteråt.',
  submit: 'Skicka kallelsen',
  sent: 'Kallelsen är skickad.',
} as const;

export const replyTexts = {
  title: 'Svara på kallelsen',
  titleInvitation: 'Svara på inbjudan',
  lead: 'Huvudmannen är skyldig att komma. Är det fel enhet hos er, peka ut den som är rätt, så kallas den i stället.',
  leadInvitation: 'Det är frivilligt att komma.',
  leadOutside: 'Skriv in vad den inbjudna har svarat.',
  answer: 'Ert svar',
  text: 'Säg mer',
  textHint: 'Vilka tider passar? Vem kommer i stället? Varför inte? Skriv inget om personen.',
  rightUnit: 'Vilken enhet är rätt?',
  rightUnitHint: 'Bara om det är fel enhet. Enheten får samma kallelse.',
  submit: 'Skicka svaret',
  sent: 'Svaret är sparat.',
} as const;

export const peopleTexts = {
  heading: 'Är rätt enheter kallade?',
  lead: 'Enligt överenskommelserna som gäller i kommunen i dag har de här slagen av enheter ansvar, och ingen sådan är med. Det är en hjälp att tänka efter, inget krav.',
  none: 'Alla slag av enheter som har ansvar enligt överenskommelserna är med.',
  rows: ({ rows }: MissingKind) => formatCount(rows, 'ansvar', 'ansvar'),
} as const;

/** What stands in a calendar: nothing of whom it is about. */
export const calendarTexts = { summary: 'Möte', file: 'mote' } as const;
