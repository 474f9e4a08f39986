import { formatDate, formatDates } from '../../ui/formats.ts';

/** The Swedish words of an agreement as a document: what stands around its own text. */
export const documentTexts = {
  contents: 'Innehåll',
  page: { label: 'Sida', of: 'av' },
  running: (short: string, label: string) => `${short}, version ${label}`,
  unsigned: {
    heading: 'Inte undertecknad – Överens egen utskrift',
    text: 'Texten är skriven med våra egna ord efter källan. Rubriker, fakta och siffror är källans. Det är parternas eget dokument som gäller.',
  },
  unsealed: {
    heading: 'Utan sigill',
    text: 'Versionen är beslutad och publicerad i Överens, men den här filen är inte förseglad. Jämför med avtalets sida.',
  },
  copy: {
    heading: 'Arbetskopia',
    text: 'Det här är en kopia att arbeta i. Det undertecknade dokumentet är en förseglad PDF, och det är den som gäller.',
  },
  facts: {
    parties: 'Parter',
    validity: 'Giltighet',
    version: 'Version',
    diaryNumbers: 'Diarienummer',
    source: 'Källa',
    printed: 'Framställd',
  },
  validity: (from: string, to: string | undefined) => (to ? formatDates(from, to) : `${formatDates(from, undefined)}, tills vidare`),
  diaryNumber: (party: string, number: string) => `${party}: ${number}`,
  noDiaryNumber: 'Inget är registrerat.',
  deepening: (titles: string) => `Fördjupning: ${titles}.`,
  matrix: {
    heading: 'Vem gör vad',
    notOnly: 'Ett ansvar i en kolumn säger inget om de andra: flera kan ha ansvar samtidigt.',
    activity: 'Vad',
    condition: (text: string) => `Villkor: ${text}`,
  },
  limits: { heading: 'Tidsgränser', columns: ['Rad', 'Vad', 'Tid', 'Bygger på'] },
  terms: {
    heading: 'Villkor, och var de står',
    lead: 'Det här räknar Överens på. Varje villkor bygger på avsnittet bredvid.',
    columns: ['Villkor', 'Innebörd', 'Avsnitt'],
  },
  decisions: {
    heading: 'Beslut och underskrifter',
    decided: 'Beslut',
    columns: ['Part', 'Beslutat av', 'Dag', 'Paragraf', 'Diarienummer', 'Reservation'],
    signed: 'Underskrifter',
    signatures: ['Namn', 'Uppdrag', 'När'],
    history: 'Vad som är registrerat',
    acts: ['Dag', 'Händelse', 'Källa'],
    noActs: 'Inget beslut är registrerat här.',
    noSignatures: 'Inga underskrifter är registrerade här.',
    none: '–',
  },
  sealReason: (title: string, label: string) => `Förseglad: ${title}, version ${label}`,
  sealField: 'Sigill',
  fileName: (slug: string, label: string) =>
    `${slug}-${label}`
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^a-z0-9.-]+/gi, '-'),
  printedOn: (day: string) => formatDate(day),
};

/** How it is done locally, in the document. */
export const localDocumentTexts = {
  heading: 'Så gör vi – hur, av vem och när',
  rows: 'Ansvaren i länets överenskommelse',
  rowColumns: ['Ansvar', 'Hur', 'Av vem och när', 'Läge'],
  answers: 'Frågor och svar',
  answerColumns: ['Fråga', 'Svar', 'Av vem och när', 'Läge'],
};
