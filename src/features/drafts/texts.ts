import type { ParticipationLevel } from '../../domain/drafts/draft-file.ts';
import type { GateCode } from '../../domain/drafts/gates.ts';
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

export const participationLabels: Record<ParticipationLevel, string> = {
  information: 'Information – de fick veta',
  consultation: 'Konsultation – de fick säga vad de tycker',
  dialogue: 'Dialog – vi samtalade i flera omgångar',
  influence: 'Inflytande – de var med och formade förslaget',
  'shared-decision': 'Medbestämmande – de var med och avgjorde',
};

export const gateTexts: Record<GateCode, { title: string; hint: string }> = {
  sections: { title: 'Alla obligatoriska avsnitt har text', hint: 'Fyll på dem som är tomma.' },
  children: { title: 'Barnets perspektiv är prövat', hint: 'Skriv hur ni har tänkt och pröva varje ansvar.' },
  'both-sides': { title: 'Båda huvudmännen har varit med', hint: 'Någon från den andra sidan behöver skriva eller godkänna.' },
  influence: { title: 'Målgruppens delaktighet är beskriven', hint: 'Skriv hur de som berörs har varit med, och på vilket steg.' },
  suggestions: { title: 'Alla förslag till ändrad text har fått svar', hint: 'För in förslagen eller avslå dem med ett skäl.' },
  consultations: { title: 'Alla remisser är avslutade', hint: 'Svara på synpunkterna och avsluta remissen.' },
  citations: { title: 'Varje villkor vilar på en mening', hint: 'Peka ut den text som villkoret kommer ur.' },
  minor: { title: 'Ändringen är av enklare slag', hint: 'En mindre ändring rör inte syfte, mål, parter, målgrupp eller ansvar.' },
  day: { title: 'Det står från vilken dag texten ska gälla', hint: 'Skriv dagen under Titel och dagar.' },
  label: { title: 'Beteckningen är ny', hint: 'En annan version heter redan så.' },
  sound: { title: 'Uppgifterna hänger ihop', hint: 'Rätta det som står under listan.' },
  approved: { title: 'Båda sidor har godkänt allt som är ändrat', hint: 'Det som ändras efter ett godkännande behöver godkännas igen.' },
};

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

export const openTexts = {
  version: {
    title: 'Börja en ny version',
    lead: 'Arbetsversionen börjar som den version som gäller. Ingenting ändras för den som läser förrän en ny version är beslutad och publicerad.',
    submit: 'Öppna arbetsversionen',
  },
  outline: {
    title: 'Börja en ny överenskommelse',
    lead: 'Välj rubriker att skriva under. Parter, målgrupp och aktörer hämtas från en överenskommelse som länet redan har.',
    submit: 'Öppna arbetsversionen',
  },
  fields: {
    slug: 'Överenskommelse',
    label: 'Beteckning på den nya versionen',
    labelHint: 'Till exempel 11.0. Den får inte ha använts förut.',
    class: 'Vad är det för ändring?',
    major: 'Ny version',
    majorHint: 'Beslutas på det sätt som överenskommelsen säger.',
    minor: 'Mindre ändring',
    minorHint: 'Rör inte syfte, mål, parter eller ansvar. Har en egen beslutsfattare.',
    outline: 'Disposition',
    model: 'Länets överenskommelse som den bygger på',
    kind: 'Sort',
    county: 'Länsöverenskommelse',
    local: 'Lokal överenskommelse',
    title: 'Titel',
    address: 'Adress på webben',
    addressHint:
      'Sidan kommer att finnas på /avtal/ följt av det du skriver. Små bokstäver, siffror och bindestreck, till exempel lok-aneby-beroende.',
    municipalities: 'Kommuner som är parter',
    municipalitiesHint: 'Bara för en lokal överenskommelse. Regionen är alltid part.',
  },
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
  rowColumns: ['Rad', 'Vad', 'Godkänt av'],
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

/** The steps of a working copy, and the parts of its page. */
export const nextTexts = {
  heading: 'Nästa steg',
  parts: 'Delar av arbetsversionen',
  ids: { sections: 'avsnitt', terms: 'villkor', rows: 'ansvar', rounds: 'remisser', ground: 'underlag', history: 'historik' },
  labels: {
    sections: 'Avsnitt',
    terms: 'Villkor',
    rows: 'Ansvar',
    rounds: 'Remisser',
    ground: 'Underlag',
    history: 'Vem som har skrivit',
  },
  write: 'Skriv avsnitt, villkor och ansvar',
  writeHint: 'Båda sidor skriver i samma text. Den sparas efter hand.',
  local: 'Svara på hur ni gör hos er',
  consult: 'Fråga andra: skicka på remiss',
  followRound: 'Läs och svara på synpunkterna i remissen',
  consultHint: 'Frivilligt. De som blir frågade ser texten och lämnar synpunkter.',
  consultOpen: (count: number) => (count === 1 ? 'En remiss pågår.' : `${count} remisser pågår.`),
  approve: 'Godkänn det som är ändrat',
  approveLeft: (count: number) =>
    count === 1 ? '1 ändring väntar på ena eller båda sidor.' : `${count} ändringar väntar på ena eller båda sidor.`,
  gatesHint: 'När allt är klart lämnar du texten för beslut där.',
  decisionHint: 'När texten är lämnad för beslut.',
  deciding: 'Parterna beslutar. Där står vem som har beslutat och vem som återstår.',
  publish: 'Alla har beslutat. Nu kan texten publiceras.',
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

export const gatesPageTexts = {
  title: 'Före beslut',
  lead: 'Allt i listan ska vara klart innan texten lämnas för beslut. Sedan går den inte att ändra.',
  faults: 'Det här hänger inte ihop',
  faultColumns: ['Var', 'Vad som är fel'],
  untried: (count: number) => (count === 1 ? '1 ansvar att pröva' : `${count} ansvar att pröva`),
  missing: 'Återstår',
  childText: 'hur ni har tänkt',
  onlyDay: 'Skriv från vilken dag texten ska gälla, så prövas helheten.',
  submit: 'Lämna för beslut',
  frozen: 'Texten är lämnad för beslut och går inte att ändra.',
};
