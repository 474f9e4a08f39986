import type { PaperStep } from '../../../domain/plans/on-paper.ts';
import type { RefusalTexts } from '../../../platform/index.ts';

/** What a step is called, with what tells it from others of its sort. */
export const paperStepTexts: Readonly<Record<PaperStep, (what: string | null) => string>> = {
  initiative: () => 'Behovet sågs',
  'summons-answer': (unit) => `Svar på kallelsen${unit ? ` från ${unit}` : ''}`,
  meeting: () => 'Mötet hölls',
  established: (number) => `Planen upprättades${number ? `, version ${number}` : ''}`,
};

export const onPaperTexts = {
  heading: 'Skedde på papper',
  lead: 'När tjänsten inte gick att nå. Det som skedde har sin egen tid, och den dag det skrevs in här står bredvid.',
  columns: ['Vad', 'Skedde', 'Skrevs in här'],
  register: 'Skriv in något som skedde på papper',
  folded: 'Inget',
  done: 'Tiden är inskriven.',
};

export const paperFormTexts = {
  title: 'Något som skedde på papper',
  formLead:
    'Skriv först in det som vanligt, till exempel svaret på kallelsen. Säg sedan här när det egentligen skedde. Båda tiderna sparas och visas.',
  of: 'Vad gäller det?',
  written: (what: string, when: string) => `${what}, inskrivet ${when}`,
  unset: 'Ett möte som hölls och inte står i planen',
  on: 'Vilken dag skedde det?',
  onHint: 'Skriv ÅÅÅÅ-MM-DD.',
  time: 'Vilken tid?',
  timeHint: 'Till exempel 13.30',
  submit: 'Spara tiden',
};

export const reserveTexts = {
  link: 'Om tjänsten inte går att nå',
  title: 'Om tjänsten inte går att nå',
  lead: 'Skriv ut blanketterna nu och ha dem i en pärm. Då kan ni kalla och göra en plan också när tjänsten ligger nere.',
  steps: 'Gör så här',
  rules: [
    'Fyll i blanketten med penna. Skriv dag och klockslag för det som sker.',
    'Ge personen sitt exemplar. Ge andra bara det som personen har sagt ja till.',
    'Lås in papperet. Skicka inget om personen med vanlig e-post.',
    'Skriv in allt när tjänsten är igång igen. Säg när det skedde under Skedde på papper i planen.',
    'Förstör papperet enligt era egna regler när allt är inskrivet.',
  ],
  forms: 'Blanketter',
  plan: 'Plan att fylla i (PDF)',
  summons: 'Kallelse att fylla i (PDF)',
  planFile: 'blankett-plan',
  summonsFile: 'blankett-kallelse',
};

/** The words of the forms to fill in by pen. */
export const formTexts = {
  page: { label: 'Sida', of: 'av' },
  planTitle: (county: string) => `Samordnad individuell plan, ${county}`,
  summonsTitle: (county: string) => `Kallelse till möte om samordnad plan, ${county}`,
  lead: 'Blankett när tjänsten inte går att nå. Fyll i med penna och skriv in allt i Överens efteråt.',
  happened: 'Dag och klockslag när det här skrevs',
  by: 'Skrivet av: namn, enhet, telefon',
  person: 'Personen: namn och födelsedatum',
  municipality: 'Kommun',
  pick: (names: string) => `Ringa in: ${names}`,
  seen: 'Vem såg behovet, och vilken dag?',
  assessed: 'Behövs en plan? Ja eller nej, och varför om svaret är nej',
  consent: 'Samtycke',
  agrees: 'Säger personen ja till att planen görs? Dag, muntligt eller skriftligt',
  shares: 'Vem får veta vad, och till vilken dag? En rad för var och en. Det som inte står här är stängt.',
  shareColumns: ['Mottagare (enhet)', 'Får veta', 'Får inte veta', 'Till och med'],
  important: 'Det här är viktigt för mig (personens egna ord)',
  goals: 'Mål: personens egna först',
  measures: 'Insatser: vad som behövs och vem som gör det (lagens punkt 1, 2 och 3)',
  measureColumns: ['Vad som görs', 'Enhet och namn', 'Börjar', 'Klart', 'Personens egen del'],
  overall: 'Huvudman med ansvar för helheten (lagens punkt 4)',
  coordinator: 'Samordnare: namn och telefon. Ersättare',
  followUp: 'Dag för uppföljning',
  tookPart: 'Var personen med? Om inte, varför?',
  crisis: 'Om det blir sämre: tecken, vad som hjälper, vem vi ringer',
  there: 'Vilka var med på mötet?',
  thereColumns: ['Namn', 'Enhet', 'Med på plats, telefon, video eller inte alls'],
  times: 'Så snabbt ska det gå',
  to: 'Till: enhet och namn',
  from: 'Från: enhet, namn och telefon',
  purpose: 'Varför vi ses',
  questions: 'Frågor till er',
  bring: 'Det här behöver vi att ni tar med er',
  when: 'Dag, klockslag och plats, eller video',
  reply: 'Svara senast',
  answer: 'Svar: ja, annan tid, någon annan kommer, eller fel enhet (skriv rätt enhet)',
  answered: 'Svaret kom: dag, klockslag, från vem',
  duty: 'Regionens och kommunens enheter som kallas är skyldiga att komma (SoL 10 kap. 8 §, HSL 16 kap. 4 §). Andra bjuds in.',
};

/** Why the time of a step could not be written down. */
export const onPaperRefusals: RefusalTexts = {
  'step-not-found': { status: 422, title: 'Välj vad det gäller', detail: () => 'Välj ett av de steg som står i listan.', at: () => '/of' },
  'step-noted': {
    status: 409,
    title: 'Tiden är redan sagd',
    detail: () => 'Det står redan när det här skedde. Den tiden ändras inte.',
    at: () => '/of',
  },
  'happened-later': {
    status: 422,
    title: 'Tiden stämmer inte',
    detail: () => 'Det måste ha skett innan det skrevs in här.',
    at: () => '/on',
  },
  'happened-long-ago': {
    status: 422,
    title: 'Dagen är för långt bak',
    detail: () => 'Skriv en dag under de senaste två åren.',
    at: () => '/on',
  },
};
