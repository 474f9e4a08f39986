import type { PracticeStatus } from '../../domain/counties/local-practice.ts';

/** How far something has come. */
export const practiceLabels: Readonly<Record<PracticeStatus, string>> = {
  'not-begun': 'Inte påbörjat',
  ongoing: 'Pågår',
  done: 'Klart',
  'not-applicable': 'Gäller inte här',
};

export const practiceTexts = {
  by: 'Av vem:',
  when: 'När:',
  until: 'Klart senast:',
  evidence: 'Visas i:',
  state: 'Läge:',
  late: 'Försenat',
  notHere: 'Gäller inte här.',
  untold: 'Inte beskrivet',
};

export const planTexts = {
  title: 'Handlingsplan',
  titleOf: (short: string) => `Handlingsplan: ${short}`,
  lead: (parent: string | undefined) =>
    parent === undefined ? 'Hur det görs, av vem och när.' : `Hur ansvaren i ${parent} uppfylls här, av vem och när.`,
  asDecided: 'Läget är som det var när överenskommelsen beslutades.',
  duties: 'Ansvaren i länets överenskommelse',
  questions: 'Frågorna',
  other: 'Övrigt',
  columns: ['Vad', 'Så görs det'],
  csv: 'Hämta som CSV',
  untold: 'Inte beskrivet',
  csvColumns: [
    'Sort',
    'Rad',
    'Rubrik',
    'Vad',
    'Hur',
    'Av vem',
    'När',
    'Klart senast',
    'Läge',
    'Varför inte',
    'Visas i',
    'Webbadress',
    'Källa',
  ],
  sorts: { row: 'Ansvar', question: 'Fråga' },
};

/** How it is done locally, on the page of the agreement itself. */
export const localPartTexts = {
  card: {
    title: 'Handlingsplan',
    text: (told: number) => (told === 0 ? 'Hur, av vem och när. Inget är beskrivet.' : `Hur, av vem och när: ${told} beskrivna.`),
  },
  heading: 'Så gör vi',
  lead: 'Så möter kommunen och regionen ansvaren i länets överenskommelse här.',
  whole: 'Hela handlingsplanen',
  columns: ['Ansvar', 'Så gör vi'],
};
