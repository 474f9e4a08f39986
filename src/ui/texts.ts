import type { StatusCode } from '../domain/agreements/status.ts';
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
    api: 'API för utvecklare',
    data: 'Uppgifterna är från',
    plain: 'Överens visar vad regioner och kommuner har kommit överens om. Avtalen själva gäller framför det som står här.',
  },
  print: { version: 'Version', printed: 'Utskrivet', status: 'Status', source: 'Källa', service: 'Överens' },
  form: { optional: 'frivilligt', error: 'Fel:', summary: 'Det blev fel på sidan', year: 'År', month: 'Månad', day: 'Dag', choose: 'Välj' },
  filter: { legend: 'Filtrera', submit: 'Visa', reset: 'Rensa filter' },
  toc: 'Innehåll',
  permalink: 'Länk till meningen',
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
  task: { done: 'Klar', todo: 'Inte påbörjad', doing: 'Påbörjad', blocked: 'Kan inte påbörjas än' },
  newWindow: 'öppnas i ny flik',
  important: 'Meddelande',
  success: 'Klart',
} as const;

export const navTexts: Record<NavId, string> = {
  'vem-gor-vad': 'Vem gör vad?',
  avtal: 'Avtal',
  jamfor: 'Jämför',
  lagrum: 'Lagrum',
  sok: 'Sök',
};

/** Status in one or two words. `{until}` and `{since}` are filled in when the date is known. */
export const statusTexts: Record<StatusCode, { readonly plain: string; readonly dated?: string }> = {
  'in-force': { plain: 'Gäller' },
  extended: { plain: 'Förlängd', dated: 'Förlängd till {until}' },
  expired: { plain: 'Har gått ut', dated: 'Gick ut {since}' },
  replaced: { plain: 'Ersatt', dated: 'Ersatt {since}' },
  withdrawn: { plain: 'Upphävd', dated: 'Upphävd {since}' },
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
