import type { RefusalTexts } from '../../../platform/index.ts';
import { liveTexts } from '../../drafts/index.ts';

export const workspaceTexts = {
  title: 'Mötets arbetsyta',
  lead: 'Visa sidan på en skärm som alla ser. Flera kan skriva samtidigt.',
  saved: 'Anteckningarna är sparade.',
  both: 'Någon annan skrev samtidigt. Bådas ord finns kvar. Läs igenom och rätta det som blev fel.',
  words: 'Personens egna ord',
  noWords: 'Inget skrivet än. Börja mötet med att fråga personen.',
  agenda: 'Vad mötet handlar om',
  attendance: 'Vilka som är med',
  noteAttendance: 'Skriv vilka som var med',
  goals: 'Målen',
  measures: 'Vem gör vad',
  addGoal: 'Skriv ett mål',
  addMeasure: 'Skriv en insats',
  noGoals: 'Inget mål skrivet än.',
  noMeasures: 'Ingen insats skriven än.',
  notes: 'Anteckningar från mötet',
  notesHint: 'En sak per rad. Skriv det ni har kommit fram till.',
  submit: 'Spara anteckningarna',
} as const;

/** What the editor says at a meeting: as that of a section, but nothing is kept in the browser of what is about a person. */
export const notesLiveTexts: Readonly<Record<keyof typeof liveTexts, string>> = {
  ...liveTexts,
  hint: 'En sak per rad. Det ni skriver sparas medan ni skriver, och ni kan vara flera samtidigt.',
  offline: 'Ingen anslutning. Stäng inte sidan: det du skriver finns kvar på den och sparas när anslutningen är tillbaka.',
  loggedOut: 'Du är utloggad. Stäng inte sidan. Logga in i en ny flik, så sparas det du har skrivit sedan här.',
  gone: 'Planen är inte längre öppen för dig. Det som är sparat finns kvar hos dem som får läsa det.',
  shut: 'Det går inte att anteckna här längre. Mötet är inställt, eller planen är avslutad.',
  refused: 'Det gick inte att spara den senaste ändringen. Kopiera det du har skrivit och läs in sidan igen.',
  noCopy: '',
};

/** Why the notes of a meeting cannot be written. */
export const meetingRefusals: RefusalTexts = {
  'no-meeting': { status: 422, title: 'Inget möte', detail: () => 'Det finns inget möte att anteckna på. Bestäm en tid för mötet först.' },
  'notes-too-long': {
    status: 422,
    title: 'För långt',
    detail: () => 'Anteckningarna är för långa. Korta dem och spara igen. Det du har skrivit står kvar här.',
    at: () => '/lines',
  },
};
