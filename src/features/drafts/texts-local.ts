import type { RefusalTexts } from '../../platform/index.ts';

/** What is said when something about how it is done locally cannot be written. */
export const localRefusals: RefusalTexts = {
  'practice-not-found': {
    status: 404,
    title: 'Det finns inget sådant',
    detail: () => 'Länets överenskommelse har inget sådant ansvar, och dispositionen ingen sådan fråga. Det kan ha tagits bort.',
  },
  'practice-reason-missing': {
    status: 422,
    title: 'Skriv varför',
    detail: () => 'Skriv varför det inte gäller hos er.',
    at: () => '/reason',
  },
  'unit-not-serving': {
    status: 422,
    title: 'Enheten finns inte här',
    detail: () => 'Enheten är stängd eller arbetar inte för kommunen. Välj en annan, eller skriv med egna ord.',
    at: () => '/units',
  },
};

export const localTexts = {
  title: 'Så gör vi',
  lead: (parent: string) =>
    `Gå igenom ansvaren i ${parent} och frågorna i dispositionen, ett i taget: hur ni gör, vem som gör det och när.`,
  link: 'Så gör vi – hur, av vem och när',
  written: (rows: number, answers: number) => `Ni har beskrivit ${rows} ansvar och svarat på ${answers} frågor.`,
  told: (told: number, all: number) => `${told} av ${all} är ${told === 1 ? 'beskriven' : 'beskrivna'}.`,
  duties: 'Ansvaren i länets överenskommelse',
  questions: 'Frågorna',
  questionsLead: 'Ett svar räknas som text i avsnittet. Skriv mer här nedanför om det behövs.',
  unanswered: 'Inget svar än.',
  columns: ['Vad', 'Så gör vi', 'Godkänt av'],
  gone: 'Finns inte kvar i länets överenskommelse eller i dispositionen',
  untold: 'Inte beskrivet',
  saved: 'Sparat.',
  form: {
    rowTitle: (activity: string) => `Så gör vi: ${activity}`,
    lead: 'Fyll i det ni vet. Det som är tomt visas som inte beskrivet.',
    submit: 'Spara',
    how: 'Hur gör ni?',
    answer: 'Svar',
    units: 'Vem gör det?',
    unitsHint: 'Enheter som arbetar för kommunen, ur registret.',
    closed: 'Stängda, eller arbetar inte längre för kommunen',
    others: 'Någon annan, med egna ord',
    othersHint: 'En per rad, till exempel en roll eller ett forum.',
    when: 'När?',
    whenHint: 'Till exempel samma dag, eller varje tisdag.',
    until: 'Klart senast',
    evidence: 'Var det visas',
    evidenceHint: 'Namnet på en rutin, ett protokoll eller en webbsida.',
    url: 'Webbadress dit',
    status: 'Hur långt har ni kommit?',
    reason: 'Varför gäller det inte hos er?',
    reasonHint: 'Bara om du valde att det inte gäller.',
    remove: 'Ta bort det som står',
    removeTitle: (what: string) => `Ta bort: ${what}`,
    removeLead: 'Det som är skrivet här tas bort ur arbetsversionen.',
    removeSubmit: 'Ta bort',
  },
};
