import type { Role } from '../domain/access/roles.ts';
import type { StatusCode } from '../domain/agreements/status.ts';
import type { DayFault } from '../domain/counties/day.ts';
import type { Basis } from '../domain/counties/ids.ts';
import type { ActorRole } from '../domain/counties/responsibility.ts';
import type { NavId } from './shell.ts';

/** The Swedish words of the layout and the shared components. Features keep their own words in their own texts.ts. */
export const texts = {
  service: 'Överens',
  serviceLong: 'Överens – vem gör vad i vård och omsorg',
  skip: 'Till innehållet',
  errorPrefix: 'Fel: ',
  demo: { tag: 'Demo', text: 'Det här är en demonstration. Personer och händelser är påhittade.' },
  work: {
    label: 'Mitt arbete',
    writing: 'Skriva avtal',
    parties: 'Mellan parterna',
    review: 'Granskning',
    work: 'Att göra',
    imports: 'Läs in avtal',
    drafts: 'Arbetsversioner',
    consultations: 'Remisser',
    changes: 'Planerade förändringar',
    lacks: 'Påtalade brister',
    persons: 'Personer',
    ownPersons: 'Mina uppgifter',
    ownPlan: 'Min plan',
    plans: 'Planer',
    protectedAccess: 'Skyddsbehörighet',
    emergencies: 'Nödöppningar',
    retention: 'Gallring',
    organisation: 'Organisation',
    log: 'Logg',
    ownLog: 'Vem har tittat',
    notices: 'Notiser',
    unread: 'olästa',
  },
  login: {
    label: 'Inloggning',
    in: 'Logga in',
    out: 'Logga ut',
    as: 'Inloggad som',
    choose: 'Välj uppdrag',
    change: 'Byt uppdrag',
    sessions: 'Mina inloggningar',
  },
  nav: { label: 'Huvudmeny', side: 'Undermeny', breadcrumbs: 'Länkstig', back: 'Tillbaka' },
  county: {
    label: 'Län',
    none: 'Välj län',
    legend: 'Vilket län gäller det?',
    hint: 'Valet sparas i din webbläsare.',
    all: 'Visa alla län',
    chosen: 'valt',
  },
  footer: {
    label: 'Om webbplatsen',
    about: 'Om Överens',
    accessibility: 'Tillgänglighet',
    verify: 'Verifiera ett dokument',
    followUps: 'Uppföljning av avtalen',
    consultations: 'Remisser',
    api: 'API för utvecklare',
    data: 'Uppgifterna är från',
    plain: 'Överens visar vad regioner och kommuner har kommit överens om. Avtalen själva gäller framför det som står här.',
  },
  print: { version: 'Version', printed: 'Utskrivet', status: 'Status', source: 'Källa', service: 'Överens' },
  form: {
    optional: 'frivilligt',
    error: 'Fel:',
    summary: 'Det blev fel på sidan',
    year: 'År',
    month: 'Månad',
    day: 'Dag',
    choose: 'Välj',
    chosen: (count: number) => (count === 1 ? '1 vald' : `${count} valda`),
  },
  filter: { legend: 'Filtrera', submit: 'Visa', reset: 'Rensa filter' },
  toc: 'Innehåll',
  permalink: 'Länk till meningen',
  textTable: 'Tabell i texten',
  sectionLink: 'Länk till avsnittet',
  change: 'Ändra',
  source: 'Källa',
  law: 'Lag',
  why: 'Därför visas detta',
  contact: { label: 'Kontakt', confirmed: 'bekräftad', stale: 'inte bekräftad på över sex månader' },
  condition: { met: 'Villkoret är uppfyllt', unmet: 'Villkoret är inte uppfyllt', unknown: 'Vi vet inte om villkoret är uppfyllt' },
  wayForward: 'Vägen framåt',
  conflict: 'Avtalen säger olika',
  deadline: 'Tidsgräns',
  warning: 'Viktigt',
  compare: { different: 'Skiljer sig', same: 'Lika', missing: 'Nämns inte', difference: 'Vad som skiljer' },
  matrix: { empty: 'Inte markerad', keys: 'Teckenförklaring' },
  pagination: { label: 'Sidor', previous: 'Föregående', next: 'Nästa', page: 'Sida' },
  citation: {
    stale: 'upphävd',
    future: 'gäller inte ännu',
    'not-found': 'hittas inte',
    uncovered: 'inte kontrollerad',
    successor: 'i dag',
  },
  task: { done: 'Klar', todo: 'Inte påbörjad', doing: 'Påbörjad', left: 'Återstår', blocked: 'Inte än' },
  newWindow: 'öppnas i ny flik',
  important: 'Meddelande',
  success: 'Klart',
} as const;

/** Of the day that a page is asked about. */
export const dayTexts = {
  label: 'På datum',
  hint: 'År-månad-dag. Töm fältet för i dag.',
  another: 'Visa ett annat datum',
  submit: 'Visa',
  today: (day: string) => `Läget i dag, ${day}.`,
  other: (day: string) => `Läget ${day}.`,
  future: {
    heading: 'Det här är vad som är beslutat i dag',
    text: (day: string) =>
      `Du frågar om ${day}, en dag som inte har varit. Avtal kan ändras, förlängas, ersättas eller upphöra innan dess. Därför är det inte säkert att det blir så.`,
  },
};

/** What is wrong with something written where a day belongs, and what to do. */
export const dayFaultTexts: Record<DayFault, string> = {
  'not-a-date': 'Skriv datumet som år-månad-dag, till exempel 2026-11-22.',
  'no-such-day': 'Dagen finns inte i kalendern. Kontrollera månad och dag.',
  'outside-years': 'Året måste vara mellan 1800 och 2199.',
};

export const navTexts: Record<NavId, string> = {
  'vem-gor-vad': 'Vem gör vad?',
  avtal: 'Avtal',
  jamfor: 'Jämför',
  lagrum: 'Lagrum',
  sok: 'Sök',
};

/** Status in one or two words. `{until}` and `{since}` are filled in when the date is known. */
/** `plain`, with a day in it when there is one, and how it is said of a day that has not come, before which another decision may be taken. */
export const statusTexts: Record<StatusCode, { readonly plain: string; readonly dated?: string; readonly ahead?: string }> = {
  'in-force': { plain: 'Gäller', ahead: 'Gäller enligt dagens beslut' },
  extended: { plain: 'Förlängd', dated: 'Förlängd till {until}' },
  expired: { plain: 'Har gått ut', dated: 'Gäller inte sedan {since}', ahead: 'Gäller inte från {since}' },
  replaced: { plain: 'Ersatt', dated: 'Ersatt {since}', ahead: 'Ersätts {since}' },
  withdrawn: { plain: 'Upphävd', dated: 'Upphävd {since}', ahead: 'Upphävs {since}' },
  unknown: { plain: 'Okänt' },
  proposal: { plain: 'Förslag' },
  'not-yet': { plain: 'Ännu inte i kraft', dated: 'Börjar gälla {since}' },
};

export const basisTexts: Record<Basis, string> = {
  law: 'Lag',
  regulation: 'Föreskrift',
  agreement: 'Överenskommelse',
  routine: 'Rutin',
  proposal: 'Förslag',
};

/** What an actor does, as a word beside a mark. Never "bara": a mark says nothing of others. */
export const roleTexts: Record<ActorRole, string> = {
  responsible: 'Ansvarar',
  main: 'Huvudansvar',
  contributes: 'Deltar',
  host: 'Värd för enheten',
  'may-offer': 'Kan erbjuda',
  refers: 'Hänvisar vidare',
};

/** What each role of a staff assignment is called. */
export const assignmentRoleTexts: Record<Role, string> = {
  'municipal-case-worker': 'Handläggare, kommun',
  'regional-clinician': 'Behandlare, region',
  coordinator: 'Samordnare',
  participant: 'Deltagare',
  'unit-manager': 'Enhetschef',
  'quality-manager': 'MAS eller verksamhetschef',
  'district-coordinator': 'Länsdelssamordnare',
  'strategy-group': 'Strategigrupp',
  'political-body': 'Politiskt forum',
  registrar: 'Registrator',
  'log-reviewer': 'Loggranskare',
  'system-administrator': 'Systemförvaltare',
  'county-administrator': 'Länsförvaltare',
  'user-organisation': 'Brukarorganisation',
};
