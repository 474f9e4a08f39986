import type { ChangeAnswer, Changed } from '../../../domain/plans/changes.ts';
import type { RefusalTexts } from '../../../platform/index.ts';
import { formatCount } from '../../../ui/index.ts';

/** What the person says of the plan, for staff. */
export const answersTexts = {
  heading: 'Vad personen tycker',
  lead: 'Personen säger ja eller nej till varje sak. Ändras en sak är det en ny fråga.',
  allAnswered: 'Allt har ett svar.',
  lacking: (count: number) => `${formatCount(count, 'sak', 'saker')} utan svar`,
  columns: ['Vad', 'Svar', 'Med egna ord'],
  of: { goal: 'Mål', measure: 'Insats', duty: 'Ansvar' } satisfies Readonly<Record<Changed['kind'], string>>,
  duties: { overall: 'Ansvar för helheten', coordinator: 'Samordnare', 'follow-up': 'Följs upp senast' },
  answers: {
    approved: 'Ja',
    objects: 'Nej',
    commented: 'Kommentar',
    'not-asked': 'Har inte tillfrågats',
  } satisfies Readonly<Record<ChangeAnswer, string>>,
  none: 'Inget svar än',
  earlier: 'Svarade på en tidigare lydelse',
  own: 'Skrivet av personen',
  noted: (unit: string) => `Antecknat av ${unit}`,
  note: 'Skriv personens svar',
  title: 'Personens svar',
  formLead: 'Fråga om en sak i taget och skriv vad personen säger. Det som du lämnar tomt är inte besvarat.',
  answer: 'Svar',
  words: 'Vad säger personen, eller varför har hen inte tillfrågats?',
  wordsHint: 'Behövs inte vid ett ja.',
  submit: 'Spara svaren',
  notAsked: 'Varför har personen inte svarat?',
  notAskedHint: 'Skälet sparas för var och en av sakerna här ovanför.',
  notAnswered: 'Det här har personen inte svarat på',
  objections: 'Det här har personen sagt nej till',
} as const;

/** Why an answer cannot be kept, and why a plan waits for one. */
export const answersRefusals: RefusalTexts = {
  'nothing-answered': { status: 422, title: 'Inget svar', detail: () => 'Svara på minst en sak.', at: () => '/said' },
  'words-missing': {
    status: 422,
    title: 'Orden saknas',
    detail: () => 'Skriv vad personen vill eller tycker, eller varför hen inte har tillfrågats.',
    at: ({ change }) => `/words-${String(change)}`,
  },
  'reason-is-staffs': {
    status: 403,
    title: 'Det skriver personalen',
    detail: () => 'Varför du inte har blivit frågad skriver personalen.',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'Det har ändrats',
    detail: () => 'Någon har ändrat planen sedan du öppnade sidan. Läs vad som står nu och svara på det.',
  },
  'answers-missing': {
    status: 422,
    title: 'Personens svar saknas',
    detail: ({ count }) =>
      `Personen har inte svarat på ${formatCount(Number(count), 'sak', 'saker')} i planen. Skriv svaren, eller varför hen inte har tillfrågats.`,
    at: () => '/notAsked',
  },
};

/** What the fictional person said. */
export const seedTexts = {
  objects: 'Jag vill att de kommer på eftermiddagen, inte på morgonen.',
  notAsked: 'Kom till efter mötet. Tas upp vid nästa besök.',
} as const;
