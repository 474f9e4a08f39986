import type { DraftAct, DraftState, Side } from '../../domain/drafts/process.ts';
import { formatDate } from '../../ui/formats.ts';

export const stateLabels: Record<DraftState, string> = {
  writing: 'Skrivs',
  deciding: 'Hos parterna för beslut',
  decided: 'Beslutad, inte publicerad',
  published: 'Publicerad',
  withdrawn: 'Upphävd',
  abandoned: 'Avbruten',
};

/** What each act is called on a button. */
export const actLabels: Record<DraftAct, string> = {
  'drafts.write': 'Skriv',
  'drafts.approve': 'Godkänn',
  'drafts.remark': 'Kommentera',
  'drafts.answer-remark': 'Svara på en kommentar',
  'drafts.settle-suggestion': 'Avgör ett förslag',
  'drafts.submit': 'Lämna för beslut',
  'drafts.abandon': 'Avbryt arbetet',
  'drafts.recall': 'Ta tillbaka texten',
  'drafts.record-decision': 'Anteckna beslut',
  'drafts.sign': 'Skriv under',
  'drafts.publish': 'Publicera',
  'drafts.decide-withdrawal': 'Anteckna beslut att upphäva',
  'drafts.withdraw': 'Upphäv versionen',
};

export const sideLabels: Record<Side, string> = { region: 'Regionen', municipality: 'Kommunsidan' };

export const classLabels = { major: 'Ny version', minor: 'Mindre ändring' } as const;

const termLabels: Readonly<Record<string, string>> = {
  parties: 'Parter',
  target: 'Målgrupp',
  validity: 'Giltighetstid',
  extension: 'Förlängning',
  adoption: 'Beslutsgång',
  cadences: 'Uppföljning och revidering',
  ladders: 'Trappor för avvikelser och tvister',
  'duty-to-inform': 'Informationsskyldighet',
  'local-agreements': 'Lokala överenskommelser',
  termination: 'Uppsägning',
  'minor-amendment': 'Mindre ändringar',
};

const WHOLE: Readonly<Record<string, string>> = {
  all: 'Hela texten',
  facts: 'Titel och dagar',
  outline: 'Avsnittens ordning',
  matrix: 'Aktörer och rubriker',
  children: 'Barnets perspektiv',
  influence: 'Målgruppens delaktighet',
};

/** What a place of a draft is called, when nothing more is known of it than its word. */
export function placeLabel(place: string): string {
  const [kind = '', id = ''] = place.split(/:(.*)/s);
  if (kind === 'section') return `Avsnittet ${id}`;
  if (kind === 'row') return `Ansvar ${id}`;
  if (kind === 'practice') return `Så gör vi: ${id}`;
  if (kind === 'answer') return `Svaret på ${id}`;
  if (kind === 'term') return termLabels[id] ?? id;
  if (kind === 'round') return `Remissen med sista dag ${formatDate(id)}`;
  return WHOLE[place] ?? place;
}

export const roundsTexts = {
  heading: 'Remisser',
  none: 'Förslaget har inte varit på remiss.',
  caption: 'Remisser, de äldsta först',
  columns: ['Remiss', 'Skickad', 'Delaktighet', 'Tillfrågade', 'Synpunkter', 'Läge'],
  until: (day: string) => `Svara senast ${formatDate(day)}`,
  comments: (all: number, unanswered: number) => (unanswered > 0 ? `${all}, varav ${unanswered} utan svar` : String(all)),
  open: 'Pågår',
  closed: (day: string) => `Avslutad ${formatDate(day)}`,
  start: 'Skicka på remiss',
};

export const listTexts = {
  title: 'Arbetsversioner',
  lead: 'Överenskommelser som skrivs eller beslutas i ditt län. De är arbetsmaterial och syns bara för den som arbetar med dem.',
  ofAgreement: (short: string) => `Arbetsversioner av ${short}`,
  empty: 'Ingen arbetsversion finns ännu.',
  caption: 'Arbetsversioner, de senast öppnade först',
  columns: ['Överenskommelse', 'Blir version', 'Sort', 'Läge', 'Öppnad'],
  open: 'Börja en ny version',
  fromOutline: 'Börja en ny överenskommelse',
};

export const draftTexts = {
  caption: (label: string) => `Arbetsversion ${label}`,
  state: 'Läge',
  sort: 'Sort',
  from: 'Börjar från',
  fromOutline: (title: string) => `Dispositionen ${title}`,
  version: (label: string) => `Version ${label}`,
  latest: 'Senast sparad',
  latestBy: (name: string, side: string, at: string) => `${at} av ${name || 'någon i länet'} (${side.toLowerCase()})`,
  saved: 'Sparat.',
  approved: 'Godkänt.',
  approve: 'Godkänn',
  sections: 'Avsnitt',
  sectionsCaption: 'Avsnitt i ordning',
  columns: ['Avsnitt', 'Meningar', 'Godkänt av'],
  terms: 'Villkor',
  termsLead: 'Det som går att räkna på. Varje villkor pekar ut texten det kommer ur.',
  rows: 'Ansvar',
  rowsCaption: 'Ansvar, rad för rad',
  rowColumns: ['Ansvar', 'Med enkla ord', 'Godkänt av'],
  ground: 'Underlag',
  history: 'Vem som har skrivit',
  historyColumns: ['Del', 'När', 'Av'],
  unchanged: 'Inte ändrat',
  nobody: 'Ingen ännu',
  both: 'Båda sidor',
  removed: 'borttaget',
  gone: 'Borttaget sedan versionen som den började från',
  required: 'obligatoriskt',
  addSection: 'Lägg till ett avsnitt',
  addRow: 'Lägg till ett ansvar',
  addCadence: 'Lägg till något som återkommer',
  approveAll: (count: number, side: string) => `Godkänn allt som är ändrat, för ${side.toLowerCase()} (${count})`,
  toDecision: 'Vad som återstår före beslut',
  decision: 'Beslut och underskrifter',
  read: 'Läs texten som den är nu',
  abandon: 'Avbryt arbetet för gott',
};

export const sectionTexts = {
  title: (heading: string) => `Skriv avsnittet ${heading}`,
  heading: 'Rubrik',
  lines: 'Meningar',
  linesHint:
    'En mening per rad. Börja raden med ett bindestreck för en punkt i en lista. En rad i en tabell skriver du så här: | Insats | Regionen | Kommunen | – den första raden är tabellens rubriker.',
  submit: 'Spara avsnittet',
  guidance: 'Vägledning',
  prompts: 'Frågor att tänka på',
  cited: 'Det här vilar på avsnittet',
  moveUp: 'Flytta upp',
  moveDown: 'Flytta ned',
  remove: 'Ta bort avsnittet',
  removeTitle: (heading: string) => `Ta bort avsnittet ${heading}`,
  removeLead: 'Avsnittet och de avsnitt som ligger i det tas bort ur arbetsversionen. Versionen som gäller ändras inte.',
  approve: (side: string) => `Godkänn för ${side.toLowerCase()}`,
};

export const formTexts = {
  facts: { title: 'Titel och dagar', submit: 'Spara' },
  newSection: { title: 'Lägg till ett avsnitt', submit: 'Lägg till avsnittet' },
  validity: {
    title: 'Giltighetstid',
    lead: 'Från och till när överenskommelsen är giltig. Utan sista dag gäller den tills vidare.',
    submit: 'Spara giltighetstiden',
  },
  cadence: { title: 'Något som återkommer', lead: 'Uppföljning, utvärdering eller revidering, med hur ofta och av vem.', submit: 'Spara' },
  removeCadence: { title: 'Ta bort det som återkommer', submit: 'Ta bort' },
  row: {
    title: 'Ansvar',
    lead: 'Vem gör vad. Villkor, tidsgränser och lagrum har egna formulär och följer med som de är.',
    submit: 'Spara ansvaret',
  },
  removeRow: { title: 'Ta bort ansvaret', submit: 'Ta bort' },
  children: {
    title: 'Barnets perspektiv',
    lead: 'Hur ser överenskommelsen ut från barnets sida – det barn som själv har svårigheter och det som är närstående?',
    submit: 'Spara',
  },
  influence: { title: 'Målgruppens delaktighet', lead: 'Hur har de som överenskommelsen handlar om varit med?', submit: 'Spara' },
  abandon: {
    title: 'Avbryt arbetet',
    lead: 'Arbetsversionen går sedan inte att skriva i eller besluta om. Den finns kvar att läsa.',
    submit: 'Avbryt arbetet för gott',
  },
  fields: {
    title: 'Titel',
    short: 'Kort titel',
    summary: 'Sammanfattning',
    from: 'Texten gäller från',
    to: 'Texten gäller till och med',
    toHint: 'Lämna tomt om ingen sista dag är bestämd.',
    heading: 'Rubrik',
    beside: 'Placering',
    besideHint: 'Utan val läggs avsnittet sist.',
    where: 'Var?',
    after: 'Efter det avsnittet',
    inside: 'Inuti det avsnittet',
    validFrom: 'Första dag',
    validTo: 'Sista dag',
    citedNow: 'Så lyder texten som det vilar på',
    of: 'Vad?',
    ofAgreement: 'Den här överenskommelsen',
    ofLocal: 'De lokala överenskommelserna',
    kind: 'Vad görs?',
    every: 'Hur ofta?',
    everyHint: 'Hur många månader, år, veckor eller dagar det är mellan gångerna.',
    unit: 'Räknat i',
    strength: 'Hur bindande?',
    by: 'Av vem?',
    starts: 'Räknas från',
    description: 'Beskrivning',
    row: 'Beteckning',
    rowHint: 'Länets förkortning, bindestreck och nummer, till exempel DAL-15. Den ändras aldrig.',
    group: 'Rubrik i matrisen',
    activity: 'Vad det gäller',
    plain: 'I en enkel mening',
    mode: 'Vems ansvar?',
    actors: (name: string) => `${name}`,
    who: 'Vem gör vad?',
    noPart: 'Inte med',
    actorsLegend: 'Aktörer',
    none: 'Inte med',
    considered: 'Ansvar som är prövade ur barnets perspektiv',
    childText: 'Hur ni har tänkt',
    level: 'Vilket steg i delaktighetstrappan?',
    influenceText: 'Hur de har varit med',
  },
  kinds: { 'follow-up': 'Uppföljning', evaluation: 'Utvärdering', revision: 'Revidering' },
  units: { months: 'Månader', years: 'År', weeks: 'Veckor', days: 'Dagar' },
  strengths: { must: 'Ska', should: 'Bör', 'at-least': 'Minst' },
  actorsOf: {
    region: 'I regionen',
    municipality: 'I kommunen',
    both: 'Hos båda',
    external: 'Utanför region och kommun',
  },
  modes: { joint: 'Gemensamt', municipality: 'Kommunens', region: 'Regionens', external: 'Någon annans' },
  roles: {
    responsible: 'Ansvarar',
    main: 'Huvudansvar',
    contributes: 'Bidrar',
    host: 'Har verksamheten hos sig',
    'may-offer': 'Får erbjuda',
    refers: 'Hänvisar vidare',
  },
};
