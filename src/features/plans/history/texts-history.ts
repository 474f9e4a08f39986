import type { Outcome } from '../../../domain/plans/follow-up.ts';
import { outcomeTexts } from '../following/texts-following.ts';
import { partTexts } from '../texts.ts';

const duties: Readonly<Record<string, string>> = {
  overall: 'Ansvaret för helheten',
  coordinator: 'Samordnaren',
  'follow-up': 'Dagen för uppföljning',
  participation: 'Personens delaktighet',
  'others-asked': 'Insatser av andra',
  'huvudman-none': 'Vad en huvudman ska göra',
};
const meetings: Readonly<Record<string, string>> = {
  set: 'Ett möte är bestämt eller flyttat',
  'called-off': 'Ett möte är inställt',
  held: 'Ett möte har hållits',
};
const answers: Readonly<Record<string, string>> = { accepted: 'fick ja', declined: 'fick nej', withdrawn: 'togs tillbaka' };

type Told = { readonly ref: string; readonly dropped: boolean; readonly name: string | undefined };
type Item = { readonly says: (told: Told) => string; readonly at: string };

/** What is new, by what it is, and where on the page it stands. */
export const newsTexts: Readonly<Record<string, Item>> = {
  text: {
    says: ({ ref }) => `Ny text: ${(partTexts as Readonly<Record<string, { label: string }>>)[ref]?.label ?? 'förberedelse'}`,
    at: '#forberedelse',
  },
  goal: { says: ({ dropped, name }) => (dropped ? 'Ett mål är borttaget' : `Mål: ${name ?? ''}`), at: '#mal' },
  measure: { says: ({ dropped, name }) => (dropped ? 'En insats är borttagen' : `Insats: ${name ?? ''}`), at: '#insatser' },
  duty: { says: ({ ref }) => duties[ref] ?? 'Vem som ansvarar', at: '#ansvar' },
  meeting: { says: ({ ref }) => meetings[ref] ?? 'Mötet', at: '#mote' },
  called: { says: () => 'Någon är kallad till mötet', at: '#mote' },
  answer: { says: () => 'Någon har svarat på kallelsen', at: '#mote' },
  party: { says: () => 'En enhet till är med', at: '#enheter' },
  assessment: { says: () => 'En huvudman har bedömt behovet', at: '#behov' },
  consent: { says: () => 'Ett svar om samtycke', at: '' },
  version: { says: ({ ref }) => `Version ${ref} är upprättad`, at: '#insatser' },
  'follow-up': { says: ({ ref }) => `Planen är uppföljd. ${outcomeTexts[ref as Outcome] ?? ''}`, at: '#uppfoljning' },
  'own-view': { says: ({ name }) => `Personen har sagt hur det går: ${name ?? ''}`, at: '#uppfoljning' },
  'hand-over': { says: () => 'En annan huvudman är tillfrågad om ansvaret för helheten', at: '#overlamning' },
  'hand-over-answer': { says: ({ ref }) => `Frågan om ansvaret för helheten ${answers[ref] ?? 'är besvarad'}`, at: '#overlamning' },
  closing: { says: () => 'Planen är avslutad', at: '#uppfoljning' },
};

export const historyTexts = {
  news: 'Det här har ändrats sedan du såg planen senast',
  since: (when: string) => `Du såg den senast ${when}.`,
  link: 'Planens historia',
  ownLink: 'Vad som har hänt i planen',
  title: 'Planens historia',
  lead: 'Versionerna, och vad varje version ändrade. Det som inte är öppet för dig syns inte.',
  ownLead: 'Här ser du vad som har ändrats i din plan, och när.',
  none: 'Planen är inte upprättad än. Det finns ingen version.',
  version: (number: number, when: string) => `Version ${number}, ${when}`,
  why: 'Varför den gjordes om',
  first: 'Första versionen',
  goals: 'Mål',
  measures: 'Insatser',
  duties: 'Ansvar',
  same: 'Inget ändrat',
  shut: 'Inte öppet för er',
  added: (words: string) => `Nytt: ${words}`,
  changed: (before: string, now: string) => `Ändrat: ”${before}” blev ”${now}”`,
  dropped: (words: string) => `Borttaget: ${words}`,
  dutyNames: { overall: 'Ansvar för helheten', coordinator: 'Samordnare', 'follow-up': 'Följs upp senast' },
  after: 'Efter att planen upprättades',
} as const;
