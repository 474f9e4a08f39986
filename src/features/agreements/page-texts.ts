import { formatCount, formatDate } from '../../ui/formats.ts';

/** The Swedish words of the pages about agreements. */
export const pageTexts = {
  register: 'Avtal',
  document: 'Texten',
  facts: { title: 'Fullständig titel', county: 'Län', parties: 'Parter', target: 'Målgrupp', adoption: 'Beslut', source: 'Källa' },
  allParties: (municipalities: number) => `Regionen och länets ${municipalities} kommuner`,
  someParties: (municipalities: number) => (municipalities === 1 ? 'Regionen och 1 kommun' : `Regionen och ${municipalities} kommuner`),
  ownWords: 'Texten är skriven med våra egna ord efter källan. Rubriker, fakta och siffror är källans.',
  stale: 'Inaktuella uppgifter i texten',
  since: (day: string) => `Sedan ${formatDate(day)}.`,
  readVersion: (label: string) => `Läs version ${label}`,
  otherVersion: {
    heading: (label: string) => `Du läser version ${label}`,
    text: (day: string) => `Det är inte den version som hör till ${formatDate(day)}.`,
  },
  notHeld: {
    heading: 'Texten från den dagen finns inte här',
    text: (day: string) => `Registret har inte texten som gällde ${formatDate(day)}.`,
    applied: (label: string, from: string) => `Då gällde ${label.toLowerCase()}, från ${formatDate(from)}.`,
    shown: (label: string, from: string) => `Du läser version ${label}, från ${formatDate(from)}.`,
  },
  cards: {
    matrix: { title: 'Vem gör vad enligt avtalet', text: (rows: number) => `Ansvaret i ${rows} rader, med villkor och källa.` },
    documents: { title: 'Dokument och länkar', text: 'Bilagor, rutiner och fördjupning, och hur länkarna står.' },
    followUp: { title: 'Uppföljning', text: 'Vad som ska följas upp, av vem och när, och vad som är gjort.' },
    lack: { title: 'När någon inte följer avtalet', text: 'Vart en part vänder sig, och i vilken ordning.' },
    versions: { title: 'Versioner', text: (label: string) => `Du läser version ${label}.` },
  },
};

/** The version as a file, and files that are tried. */
export const downloadTexts = {
  take: (label: string) => `Ta med version ${label} som`,
  pdf: 'PDF',
  or: ' eller ',
  word: 'Word',
  end: '.',
  verify: 'Verifiera en PDF som du har fått',
};

/** How something recurring stands when that depends on the last day of the agreement. */
export const cadenceTexts = {
  caption: 'Uppföljning och revidering',
  columns: ['Vad', 'Hur ofta', 'Nästa', 'Läge'],
  dependsOnEnd: 'beror på om avtalet förlängdes',
  withLastDay: (day: string) => `Om avtalets sista dag är ${formatDate(day)}:`,
  missed: (day: string) => `skulle ha gjorts ${formatDate(day)}`,
  next: (day: string) => `nästa ${formatDate(day)}`,
  overdueMeans: 'Försenad betyder att ingen uppföljning är registrerad här. Den kan ha gjorts utan att det syns i registret.',
  unknownMeans: 'Okänt betyder att det beror på något som vi inte vet: om avtalet förlängdes. Då står båda utfallen.',
};

/** What is to be followed up, evaluated and revised. */
export const taskTexts = {
  columns: ['Vad', 'När', 'Vem', 'Hur ofta'],
  parties: 'parterna',
  atLeast: (often: string) => `minst ${often}`,
  missed: (day: string) => `Skulle ha gjorts ${formatDate(day)}.`,
  next: (day: string) => `Nästa gång ${formatDate(day)}.`,
  by: (day: string) => `Senast ${formatDate(day)}.`,
  depends: (lastDay: string, day: string | undefined) =>
    `Om sista dagen är ${lastDay}: ${day === undefined ? 'inte aktuellt' : formatDate(day)}.`,
};

export const registerTexts = {
  title: 'Avtal',
  lead: (total: number, day: string) =>
    `${formatCount(total, 'överenskommelse', 'överenskommelser', 'Inga')} i registret. Status gäller ${formatDate(day)}.`,
  county: { label: 'Län', all: 'Alla län' },
  municipality: { label: 'Kommun', all: 'Alla kommuner' },
  area: { label: 'Område', all: 'Alla områden' },
  kind: { label: 'Sort', all: 'Alla sorter' },
  status: { label: 'Status', all: 'All status' },
  empty: {
    heading: 'Inget avtal passar valen',
    text: 'Ta bort något av valen. Det kan också vara så att avtalet inte finns i registret ännu.',
  },
  version: (label: string) => `version ${label}`,
};

export const documentsTexts = {
  title: 'Dokument och länkar',
  titleOf: (short: string) => `Dokument och länkar: ${short}`,
  lead: (count: number, toMend: number) =>
    `${formatCount(count, 'dokument eller länk', 'dokument och länkar', 'Inga')} hör till avtalet. ${formatCount(toMend, 'behöver', 'behöver', 'Inga')} ses över.`,
  caption: 'Dokument och länkar, med hur de står',
  columns: ['Dokument', 'Sort', 'Var i texten', 'Läge'],
  wholeAgreement: 'Hela avtalet',
  checked: (day: string) => `Kontrollerad ${formatDate(day)}.`,
  note: 'Läget är det som är antecknat i registret. Har en länk prövats senare står det under. Sidan själv frågar ingen annan server.',
};

export const versionsTexts = {
  takesEffect: 'Börjar gälla',
  title: (short: string) => `Versioner: ${short}`,
  heading: 'Versioner och händelser',
  lead: 'En publicerad version har alltid samma adress.',
  versions: { caption: 'Versioner', columns: ['Version', 'Gäller', 'Texten'] },
  acts: { caption: 'Händelser', columns: ['Dag', 'Vad som hände', 'Källa'] },
  openEnd: 'tills vidare',
  notHeld: 'Finns inte i registret',
};

/** What belongs with an agreement. */
export const relatedTexts = {
  heading: 'Hör ihop med',
  documents: (documents: readonly string[]) => `Tillhörande: ${documents.join(', ')}.`,
  notHeld: 'Texten finns inte i registret.',
};
