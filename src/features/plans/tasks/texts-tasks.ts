import type { TaskSide, TaskState } from '../../../domain/plans/task-states.ts';
import type { TaskChoice } from './read-tasks.ts';

/** Where a task is, in a word or two. */
export const taskStateTexts: Readonly<Record<TaskState, string>> = {
  requested: 'Väntar på svar',
  received: 'Mottaget',
  accepted: 'Har sagt ja',
  rejected: 'Har sagt nej',
  cancelled: 'Avbrutet',
  'in-progress': 'Pågår',
  'on-hold': 'Pausat',
  completed: 'Klart',
  failed: 'Gick inte att göra',
};

/** The word of a move in addresses, and how it is asked for. */
export const moveTexts: Readonly<
  Record<TaskState, { readonly path: string; readonly act: string; readonly title: string; readonly lead: string }>
> = {
  requested: { path: 'be', act: 'Be om det', title: 'Be om det', lead: '' },
  received: {
    path: 'ta-emot',
    act: 'Vi har tagit emot det',
    title: 'Ta emot uppdraget',
    lead: 'Den andra enheten ser att ni har läst det. Ni svarar ja eller nej senare.',
  },
  accepted: { path: 'ja', act: 'Säg ja', title: 'Säg ja till uppdraget', lead: 'Ni lovar att göra det till den dag som står.' },
  rejected: {
    path: 'nej',
    act: 'Säg nej',
    title: 'Säg nej till uppdraget',
    lead: 'Skriv varför. Är det fel enhet kan ni peka ut rätt enhet hos er, så går frågan dit.',
  },
  cancelled: {
    path: 'dra-tillbaka',
    act: 'Dra tillbaka',
    title: 'Dra tillbaka uppdraget',
    lead: 'Uppdraget avslutas. Det går inte att ångra.',
  },
  'in-progress': { path: 'borja', act: 'Börja', title: 'Uppdraget har börjat', lead: 'Den andra enheten ser att ni har börjat.' },
  'on-hold': { path: 'pausa', act: 'Pausa', title: 'Pausa uppdraget', lead: 'Skriv varför. Ni kan fortsätta när som helst.' },
  completed: { path: 'klart', act: 'Det är klart', title: 'Uppdraget är klart', lead: 'Uppdraget avslutas. Det går inte att ångra.' },
  failed: { path: 'gick-inte', act: 'Det gick inte', title: 'Uppdraget gick inte att göra', lead: 'Skriv varför. Uppdraget avslutas.' },
};

/** What the one that is to do it calls it to end a task before it is done. */
export const breakOff = { act: 'Avbryt', title: 'Avbryt uppdraget', lead: moveTexts.cancelled.lead } as const;

/** What is asked for when a task goes on again. */
export const goOn = { act: 'Fortsätt', title: 'Fortsätt med uppdraget', lead: 'Pausen är slut.' } as const;

export const taskFormTexts = {
  reason: 'Varför?',
  said: 'Vill du säga något till den andra enheten?',
  rightUnit: 'Är det fel enhet? Välj den som är rätt',
  rightUnitHint: 'Bara enheter hos er egen huvudman.',
  submit: 'Spara',
} as const;

export const askTaskTexts = {
  title: 'Be enheten göra insatsen',
  lead: (unit: string) =>
    `${unit} får frågan. Att ni frågar och till vilken dag ser enheten alltid. Vad insatsen är läser den om personen eller lagen tillåter det.`,
  leadSelf: 'Insatsen är er egen. Gör den till ett uppdrag, så syns det hur det går.',
  due: 'Klart senast',
  message: 'Vill du säga något mer till enheten?',
  submit: 'Skicka',
  link: 'Be om det',
} as const;

export const taskTexts = {
  carriedBy: (unit: string, taken: boolean) =>
    taken
      ? `Enheten har sagt att det hör till ${unit}, som har uppdraget nu.`
      : `Enheten har sagt att det hör till ${unit}, som har fått frågan.`,
  planClosed: 'Planen är avslutad.',
  title: 'Uppdrag',
  what: 'Vad som ska göras',
  message: 'Meddelande',
  shutWords: (unit: string, organisation: string) =>
    `Vad uppdraget är får ni inte läsa. Personen har inte låtit er läsa det, eller har ångrat sig. Fråga ${unit}, ${organisation}.`,
  shut: 'Inte öppet för er',
  from: 'Frågar',
  to: 'Ska göra det',
  self: 'Samma enhet',
  due: 'Klart senast',
  overdue: 'Försenat',
  state: 'Läge',
  changed: 'Insatsen har ändrats sedan frågan ställdes.',
  closed: 'Enheten är stängd. Dra tillbaka uppdraget, ändra vem som gör insatsen och fråga på nytt.',
  closedTag: 'Enheten är stängd',
  row: 'Ansvar i överenskommelsen',
  history: 'Vad som har hänt',
  sides: { requester: 'den som frågar', owner: 'den som ska göra det' } satisfies Readonly<Record<TaskSide, string>>,
  right: (unit: string) => `Rätt enhet: ${unit}`,
  forwarded: 'Frågan kom hit från en annan enhet, som inte var den rätta.',
  open: 'Öppna uppdraget',
  toPlan: 'Till planen',
  yours: { heading: 'Din enhet har uppdrag i planen', until: (state: string, day: string) => `${state}. Klart senast ${day}.` },
  done: { fragat: 'Enheten har fått frågan.', flyttat: 'Sparat.' } as Readonly<Record<string, string>>,
} as const;

export const taskListTexts = {
  title: 'Uppdrag i planer',
  lead: 'Vad din enhet ska göra, och vad ni har bett andra om.',
  columns: ['Uppdrag', 'Vem planen gäller', 'Från och till', 'Klart senast', 'Läge'],
  arrow: (from: string, to: string) => (from === to ? `${to}, själva` : `${from} till ${to}`),
  side: 'Vems',
  sides: { '': 'Alla', owner: 'Det vi ska göra', requester: 'Det vi har bett om' },
  state: 'Läge',
  states: { open: 'Inte klara', over: 'Avslutade', all: 'Alla', ...taskStateTexts } satisfies Readonly<Record<TaskChoice, string>>,
  time: 'Tid',
  overdue: 'Bara försenade',
  masked: 'Skyddad identitet',
  shutName: 'Inte öppet för er',
  more: 'Visa fler',
  link: 'Uppdrag',
  empty: { heading: 'Inga uppdrag', text: 'Här visas det som din enhet ska göra i planer, och det som ni har bett andra enheter om.' },
} as const;

export const taskWaitingTexts = {
  answer: 'Svara på ett uppdrag i en plan',
  late: 'Ett uppdrag i en plan är försenat',
  soon: 'Ett uppdrag i en plan ska snart vara klart',
  asked: 'Ett uppdrag som ni har bett om är försenat',
  closed: 'Ett uppdrag i en plan: enheten är stängd',
  planClosed: 'Planen är avslutad. Säg hur ert uppdrag slutade',
} as const;
