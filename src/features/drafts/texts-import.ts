import type { LeftOut } from '../../domain/drafts/left-out.ts';
import type { RefusalTexts } from '../../platform/index.ts';

/** What is said when a working copy cannot be made of a file that was read. */
export const fromImportRefusals: RefusalTexts = {
  'import-not-found': {
    status: 404,
    title: 'Inläsningen finns inte',
    detail: () => 'Det finns ingen inläst fil med det numret i ditt län, eller så är den inte din att läsa.',
  },
  'proposals-waiting': {
    status: 409,
    title: 'Alla förslag har inte fått svar',
    detail: ({ waiting }) =>
      `Det finns ${waiting} förslag som väntar på svar. Gå igenom dem först, eller kryssa i att de ska lämnas utanför. Inget kommer med utan att någon har godtagit det.`,
    at: () => '/leave',
  },
  'parent-missing': {
    status: 422,
    title: 'Välj länets överenskommelse',
    detail: () => 'En lokal överenskommelse hör till en av länets. Välj vilken.',
    at: () => '/parent',
  },
  'area-not-found': {
    status: 422,
    title: 'Välj område',
    detail: () => 'Välj vilket område överenskommelsen handlar om.',
    at: () => '/area',
  },
};

/** The words that stand where the file has none. */
export const importWords = {
  status: 'Inläst från fil, arbetsversion',
  opening: 'Inledande text',
  duties: 'Ansvar',
  strength: { should: 'Texten säger att det bör göras.', may: 'Texten säger att det får göras.' },
};

export const fromImportTexts = {
  title: 'Gör en arbetsversion av en inläst fil',
  lead: 'Texten följer med under sina egna rubriker. Av villkoren följer bara det med som någon har godtagit, med den mening det kommer ur. Det som saknas listas, och inget gissas.',
  submit: 'Gör arbetsversionen',
  counts: (accepted: number, rejected: number, waiting: number) =>
    `${accepted} förslag är godtagna, ${rejected} är avvisade och ${waiting} väntar på svar.`,
  review: 'Gå igenom förslagen',
  kind: 'Sort',
  county: 'Länsöverenskommelse',
  local: 'Lokal överenskommelse',
  parent: 'Länets överenskommelse som den hör till',
  parentHint: 'Bara för en lokal överenskommelse.',
  area: 'Område',
  areaHint: 'En lokal överenskommelse har samma område som länets.',
  heading: 'Titel',
  address: 'Adress på webben',
  addressHint:
    'Sidan kommer att finnas på /avtal/ följt av det du skriver. Små bokstäver, siffror och bindestreck, till exempel lok-aneby-beroende.',
  label: 'Beteckning på versionen',
  labelHint: 'Den som dokumentet har, till exempel 2.0.',
  prefix: 'Ansvarsradernas förkortning',
  prefixHint: 'Stora bokstäver. Med JA heter raderna JA-01, JA-02 och så vidare. Den ändras aldrig.',
  municipalities: 'Kommuner som är parter',
  municipalitiesHint: 'Lämna tomt för en länsöverenskommelse som gäller hela länet. Regionen är alltid part.',
  leave: 'Förslag utan svar',
  leaveOption: (waiting: number) => `Lämna de ${waiting} förslag som väntar utanför`,
  origin: {
    heading: 'Inläst från fil',
    lead: 'Arbetsversionen är gjord av en fil. Det här följde med därifrån, och det här saknas.',
    file: 'Fil',
    sha256: 'Kontrollsumma (SHA-256)',
    read: 'Inläst',
    reviewers: 'Förslagen är genomgångna av',
    nobody: 'Ingen',
    counts: 'Förslagen',
    countsOf: (accepted: number, changed: number, rejected: number, waiting: number) =>
      `${accepted} godtagna, ${changed} ändrade, ${rejected} avvisade, ${waiting} utan svar`,
    look: 'Se filen bredvid texten',
    lacking: 'Saknas före beslut',
    lackingNone: 'Inget av det som krävs saknas.',
    may: 'Står inte i det som är godtaget. Det behöver inte finnas',
    leftOut: 'Godtaget, men inte med',
    leftOutColumns: ['Vad', 'Varför', 'Så står det'],
  },
};

export const leftOutLabels: Readonly<Record<LeftOut['why'], string>> = {
  contradicts: 'Flera som säger olika. Skriv in den som gäller.',
  'whose-unknown': 'Det framgår inte vems ansvaret är.',
  incomplete: 'Något mer behövs för att räkna på det.',
};

/** What is lacking, beside the terms. */
export const lackLabels: Readonly<Record<string, string>> = {
  summary: 'Sammanfattning',
  day: 'Från vilken dag texten gäller',
  rows: 'Ansvar, rad för rad',
  'way-forward': 'Vägen vidare när ett villkor inte är uppfyllt',
};

/** What the API says of making a working copy of a file. */
export const fromImportApiTexts = {
  open: 'Gör en arbetsversion av en inläst fil',
  note: 'En gång för varje fil och sort: en gång till ger samma arbetsversion, om den inte är avbruten. Förslag som väntar på svar behöver lämnas utanför med `leave`.',
  opened: 'Arbetsversionen',
  body: '`parent` behövs för en lokal överenskommelse, `area` för en länsöverenskommelse. `prefix`: vad ansvarsraderna börjar med.',
};
