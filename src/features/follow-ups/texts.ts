import type { Ground, LedTo, Stage } from '../../domain/follow-ups/record.ts';
import { formatCount, formatDate } from '../../ui/formats.ts';

/** The Swedish words of follow-ups. */

export const ledToLabels: Record<LedTo, string> = {
  nothing: 'Ingenting behöver ändras',
  'minor-amendment': 'En enklare ändring behövs',
  'evaluation-begun': 'En utvärdering har påbörjats',
  'revision-begun': 'En revidering har påbörjats',
};

export const stageLabels: Record<Stage, string> = { begun: 'Det är påbörjat', done: 'Det är gjort' };

export const groundLabels: Record<Ground, string> = {
  'evaluation-begun': 'En utvärdering var påbörjad',
  'revision-begun': 'En revidering var påbörjad',
  'no-successor': 'Det fanns ingen ny överenskommelse',
};

export const listTexts = {
  title: 'Uppföljning av avtalen',
  lead: (overdue: number, soon: number) =>
    overdue === 0 && soon === 0
      ? 'Inget är försenat och inget är aktuellt just nu.'
      : `${formatCount(overdue, 'uppgift är försenad', 'uppgifter är försenade', 'Inga')}. ${formatCount(soon, 'är snart aktuell', 'är snart aktuella', 'Inga')}.`,
  how: 'Dagarna räknas fram ur avtalens egna villkor. Det som registreras här flyttar fram nästa dag.',
  overdueMeans: 'Försenat betyder att inget är registrerat här. Det kan ha gjorts ändå.',
  county: { label: 'Län', all: 'Alla län' },
  groups: { overdue: 'Försenat', soon: 'Snart', unknown: 'Okänt', due: 'Längre fram', ended: 'Inte aktuellt' },
  unknownMeans: 'Okänt betyder att det beror på om avtalet förlängdes, och det vet vi inte.',
  empty: { heading: 'Inget att följa upp', text: 'Inget avtal i registret har något som återkommer.' },
};

export const agreementTexts = {
  title: 'Uppföljning',
  titleOf: (short: string) => `Uppföljning: ${short}`,
  lead: (overdue: number) =>
    overdue === 0
      ? 'Här står vad som ska följas upp, och vad som är gjort.'
      : `${formatCount(overdue, 'uppgift är försenad', 'uppgifter är försenade')}.`,
  tasks: 'Det här ska göras',
  noTasks: { heading: 'Inget att göra', text: 'Avtalet gäller inte, eller säger inget om när det ska följas upp.' },
  register: 'Registrera',
  registerAbout: (what: string) => `${what.toLowerCase()}`,
  other: 'Registrera annat som är gjort',
  extension: {
    heading: 'Förlängning',
    holds: (until: string) => `Avtalet är förlängt till och med ${formatDate(until)}.`,
    lapsed: (end: string) => `Avtalet förlängdes inte. Det gällde till och med ${formatDate(end)}.`,
    unknown: (end: string) => `Vi vet inte om avtalet förlängdes efter ${formatDate(end)}. Därför är ingen förlängning gjord.`,
    clause: 'Villkoret i avtalet',
    rests: 'Förlängningen vilar på det här:',
    nothing: 'inget känt säger emot',
    missing: 'Det här saknades:',
    open: 'Det här vet vi inte:',
    state: 'Skriv in det ni vet',
  },
  done: 'Det här är gjort',
  none: { heading: 'Inget är registrerat', text: 'Ingen uppföljning av avtalet är registrerad här. Den kan ha gjorts ändå.' },
  period: (dates: string) => `Om tiden ${dates}`,
  by: (who: string) => `Av ${who}`,
  parties: 'en av parterna',
  program: 'Uträknat ur avtalets villkor',
  ledTo: (what: string) => `Ledde till: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  all: 'Uppföljning av alla avtal',
  corrected: 'Rättat. Det här räknas inte längre.',
  retracted: 'Borttaget: det hände inte',
  until: (day: string) => `Till och med ${formatDate(day)}`,
  record: 'Läs anteckningen',
  recordAbout: (what: string, day: string) => `om ${what.toLowerCase()} ${formatDate(day)}`,
};

const common = {
  on: 'Vilken dag blev det klart?',
  onHint: 'År-månad-dag, till exempel 2026-11-22.',
  onHintStage: 'År-månad-dag, till exempel 2026-11-22. Har det bara påbörjats: dagen då det började.',
  outcome: 'Vad kom ni fram till?',
  outcomeHint: 'Med egna ord. Det här kan alla läsa. Skriv inget om enskilda personer.',
  documented: 'Var är det dokumenterat?',
  documentedHint: 'Diarienummer, protokoll eller adress. Läses av personal i länet.',
};

export const registerTexts = {
  title: (kind: string, short: string) => `Registrera ${kind.toLowerCase()}: ${short}`,
  lead: 'Det du skriver blir en del av avtalets historia. Det går att rätta, men inte att ta bort.',
  submit: 'Registrera',
  fields: {
    ...common,
    stage: 'Hur långt har ni kommit?',
    from: 'Första dagen i perioden',
    fromHint: 'Den tid som ni har tittat på. År-månad-dag.',
    fromHintStage: 'Den tid som ni har tittat på. År-månad-dag. Behövs inte om det bara har påbörjats.',
    to: 'Sista dagen i perioden',
    toHint: 'Senast dagen då det blev klart.',
    about: 'Vad följde ni upp?',
    aboutHint: 'Till exempel vilka delar av avtalet, vilka verksamheter och hur ni gick till väga. Läses av personal i länet.',
    ledTo: 'Vad ledde det till?',
    tookPart: 'Vilka var med?',
    tookPartHint: 'Organ, verksamheter och roller, inte personers namn. Läses av personal i länet.',
  },
  clause: (text: string) => `Avtalet säger: ${text}`,
};

export const groundTexts = {
  title: (short: string) => `Det som förlängningen beror på: ${short}`,
  lead: 'Skriv in det ni vet. När allt som avtalet kräver är känt räknas förlängningen ut av sig själv.',
  submit: 'Spara',
  clause: (months: number, facts: string) => `Avtalet förlängs med ${months} månader om ${facts}.`,
  fields: {
    fact: 'Vad vet ni?',
    on: 'Vilken dag?',
    onHint: (end: string) =>
      `Dagen då det påbörjades. Gäller det att ingen ny överenskommelse fanns: en dag från och med ${formatDate(end)} då det var så.`,
    outcome: 'Hur vet ni det?',
    outcomeHint: common.outcomeHint,
    documented: common.documented,
    documentedHint: common.documentedHint,
  },
};

export const recordTexts = {
  title: (what: string, day: string) => `${what} ${formatDate(day)}`,
  lead: 'Anteckningen läses av personal i länet. Dag och resultat kan alla läsa.',
  rows: {
    agreement: 'Avtal',
    on: 'Dag',
    period: 'Period',
    about: 'Vad som följdes upp',
    outcome: 'Resultat',
    ledTo: 'Ledde till',
    documented: 'Dokumenterat',
    tookPart: 'Vilka som var med',
    body: 'Organ',
    why: 'Varför det rättades',
    at: 'Registrerat',
  },
  corrected: { heading: 'Anteckningen är rättad', text: 'Den räknas inte längre.', link: 'Läs det som gäller i stället' },
  corrects: { heading: 'Det här är en rättelse', link: 'Läs det som stod förut' },
  retracted: 'Det registrerade hände inte',
  correct: 'Rätta',
  never: 'Det hände inte',
};

export const correctTexts = {
  title: 'Rätta det som registrerades',
  lead: 'Det som stod förut finns kvar att läsa, men räknas inte längre.',
  submit: 'Rätta',
  why: 'Varför rättar du?',
};

export const neverTexts = {
  title: 'Det registrerade hände inte',
  lead: 'Det som stod finns kvar att läsa, men räknas inte längre. Vilade en förlängning på det räknas den om.',
  submit: 'Ta bort det ur räkningen',
  why: 'Varför är det fel?',
};

export const dueTexts = {
  task: (kind: string, short: string) => `${kind}: ${short}`,
  ground: (short: string) => `Reda ut om avtalet förlängdes: ${short}`,
};

/** What the demonstration has registered; nobody has written it. */
export const seedTexts = {
  about:
    'Hur ansvaret är fördelat mellan regionens och kommunernas verksamheter. En enkät, och två samtal med personer som har egen erfarenhet.',
  outcome: 'Avtalet är känt i de flesta verksamheter. Fler behöver veta hur en SIP begärs. Ett påhittat exempel för demonstrationen.',
  documented: 'Minnesanteckningar, påhittat diarienummer DEMO 2026/14',
  tookPart: 'Arbetsgruppen, två verksamhetschefer och personer med egen erfarenhet',
};
