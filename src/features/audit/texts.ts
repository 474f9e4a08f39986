import type { Stratum } from '../../domain/audit/draw-sample.ts';
import type { AuditEvent } from '../../domain/audit/event.ts';
import type { Oddness } from '../../domain/audit/odd-patterns.ts';
import type { Verdict } from '../../domain/audit/review-policy.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatCount, formatNumber } from '../../ui/index.ts';

/** The words that a row of the log is said with. */
export const lookTexts = {
  actors: {
    staff: 'Personal',
    individual: 'Den enskilde',
    representative: 'Ett ombud',
    public: 'Någon som inte var inloggad',
    system: 'Systemet',
  } satisfies Record<AuditEvent['actorKind'], string>,
  unknownStaff: 'Någon i personalen',
  whom: {
    nobody: 'personer',
    unknown: 'en person som inte går att visa',
    elsewhere: (owner: string) => `en person i uppgifter hos ${owner}`,
    protected: 'en person med skyddade personuppgifter',
    cases: (numbers: string) => `ärende ${numbers}`,
    you: 'dig',
  },
  tried: 'försökte',
  denied: 'men nekades',
  codes: {
    'person-not-found': 'uppgifterna fanns inte eller var utom räckhåll',
    forbidden: 'behörigheten räckte inte',
    'step-up-needed': 'inloggningen behövde bekräftas först',
    'name-too-short': 'för lite av namnet var skrivet',
    'number-invalid': 'numret var inte giltigt',
    'change-forbidden': 'enheten har ingen kontakt med personen',
    'protection-held': 'bara den som har särskild behörighet får ändra skyddet',
    'review-own': 'ingen granskar sig själv',
    'verdict-own': 'ingen bedömer sin egen rad',
    'verdict-given': 'någon annan hann före',
    'input-invalid': 'det som skickades gick inte att använda',
  } as Readonly<Record<string, string>>,
  purposes: {
    care: 'Vård',
    'case-handling': 'Handläggning av ärende',
    coordination: 'Samordning',
    share: 'Uppgifterna var delade med enheten',
    emergency: 'Nödöppning utan samtycke',
    own: 'Egna uppgifter',
    ...{ guardian: 'Som vårdnadshavare', representative: 'Som företrädare' },
    review: 'Granskning',
    quality: 'Kvalitetsuppföljning',
    administration: 'Administration',
    system: 'Systemet',
  } satisfies Record<NonNullable<AuditEvent['purpose']>['kind'], string>,
  noPurpose: 'Inte angivet',
} as const;

const when = 'När';
const purpose = 'Varför';
const what = 'Vad';

export const searchTexts = {
  title: 'Logg',
  lead: (organisation: string) =>
    `Här ser du vad personalen i ${organisation} har gjort med uppgifter om personer, och vad andra har gjort med uppgifter som ${organisation} ansvarar för. Att du söker här loggas också.`,
  form: 'Sök i loggen',
  person: 'Person',
  personHint: 'Personnummer, samordningsnummer, reservnummer eller ärendenummer.',
  user: 'Användare',
  userHint: 'Namn eller HSA-id, personens id i katalogen för vård och omsorg.',
  unit: 'Enhet',
  all: 'Alla',
  from: 'Från och med',
  to: 'Till och med',
  day: 'År-månad-dag, till exempel 2026-11-22.',
  outcome: 'Utfall',
  outcomes: { allowed: 'Tilläts', refused: 'Nekades' },
  act: 'Vad som gjordes',
  reviewsLegend: 'Granskning',
  reviews: 'Ta med när någon har sökt i loggen',
  submit: 'Sök',
  result: 'Träffar',
  found: (count: number, older: boolean) => `${formatCount(count, 'rad', 'rader')}${older ? ' på den här sidan. Det finns äldre.' : '.'}`,
  none: { heading: 'Inga rader', text: 'Loggen har ingen rad som stämmer med det du frågade om.' },
  own: 'Din egen',
  extra: 'Skyddade uppgifter',
  older: 'Äldre rader',
  csv: 'Hämta som CSV',
  csvCut: (most: number) => `Filen är kapad vid ${formatNumber(most)} rader. Dela upp perioden för att få resten.`,
  csvColumns: [
    'Tid',
    'Användare',
    'Roll',
    'Enhet',
    'Organisation',
    'Person',
    'Uppgifternas huvudman',
    'Vad',
    'Utfall',
    'Orsak',
    'Varför',
    'Väg in',
    'Id',
  ],
  ways: {
    samples: 'Slumpmässigt urval',
    samplesText: 'Dra ett urval och bedöm rad för rad.',
    patterns: 'Avvikande mönster',
    patternsText: 'Rader som är värda en fråga, med skälen.',
  },
  via: { page: 'sidan', api: 'API', command: 'kommando', job: 'jobb' } satisfies Record<AuditEvent['via'], string>,
} as const;

export const patternTexts = {
  title: 'Avvikande mönster',
  lead: 'Det här är rader som är värda en fråga. Ett skäl är inte ett fel: fråga innan du bedömer.',
  form: 'Period',
  submit: 'Visa',
  gone: (gone: number, odd: number, shown: number) =>
    `${formatCount(gone, 'rad är genomgången', 'rader är genomgångna')}. ${formatCount(odd, 'har ett skäl till fråga', 'har skäl till fråga')}${shown < odd ? '. De med flest skäl står först' : ''}.`,
  span: (first: number, last: number, odd: number) => `Visar ${first}–${last} av ${odd}.`,
  next: 'Nästa sida',
  cut: (from: string) =>
    `Perioden har fler rader än vad som gås igenom på en gång. Det här är raderna från ${from}. De som är äldre är inte med här.`,
  onward: 'Gå igenom de äldre raderna',
  later: 'Det här är en fortsättning: de senare raderna i perioden gicks igenom före den här sidan.',
  none: { heading: 'Inget avvikande', text: 'Ingen rad i perioden har något av skälen nedan.' },
  caption: 'Rader med skäl',
  limits: 'Gränserna',
  limitsText: (persons: number, minutes: number, from: string, until: string) =>
    `Många på kort tid är minst ${persons} olika personer inom ${minutes} minuter. Utanför kontorstid är klockan ${from.replace(':', '.')}–${until.replace(':', '.')}, lördagar, söndagar och helgdagar.`,
  unknowns: 'Vad som inte går att se',
  unknownsText:
    'Personalens egna personnummer finns inte här, så om personen är kollega går bara att ana av namnet. Schemat är inte känt, så den som arbetar natt syns också. För uppgifter hos en annan huvudman visas inga namn.',
} as const;

/** Why a row is worth a question. */
export function saidOddness(why: Oddness): string {
  switch (why.kind) {
    case 'no-relation':
      return 'Enheten hade ingen känd kontakt med personen då';
    case 'same-name':
      return 'Användaren och personen har samma namn';
    case 'own-family-name':
      return why.common ? 'Samma efternamn (ett vanligt namn)' : 'Samma efternamn';
    case 'colleague':
      if (why.inUnit)
        return why.certain ? 'Personen arbetar i användarens egen enhet' : 'Någon i användarens egen enhet har samma namn som personen';
      return why.certain ? 'Personen arbetar i organisationen' : 'Någon i organisationen har samma namn som personen';
    case 'many-persons':
      return `${why.persons} personer inom ${why.minutes} minuter`;
    case 'protected-identity':
      return 'Skyddade personuppgifter';
    case 'after-hours':
      return 'Utanför kontorstid';
  }
}

export const strataTexts: Record<Stratum, string> = {
  all: 'Alla rader',
  protected: 'Skyddade personuppgifter',
  emergency: 'Nödöppningar',
  'after-hours': 'Utanför kontorstid',
};

export const verdictTexts: Record<Verdict, string> = {
  justified: 'Befogad',
  'to-ask-about': 'Behöver en fråga',
  unjustified: 'Obefogad',
};

export const sampleTexts = {
  title: 'Slumpmässigt urval',
  lead: 'Datorn drar rader ur loggen. Du bedömer var och en. Hur urvalet drogs sparas och går att göra om.',
  form: 'Dra ett nytt urval',
  stratum: 'Ur vilka rader?',
  size: 'Hur många rader?',
  sizeHint: (most: number) => `Högst ${most}.`,
  submit: 'Dra urval',
  list: 'Tidigare urval',
  older: 'Äldre urval',
  none: { heading: 'Inga urval än', text: 'Det första du drar hamnar här.' },
  columns: { drawn: 'Draget', stratum: 'Ur', period: 'Period', progress: 'Bedömda' },
  progress: (judged: number, drawn: number) => `${judged} av ${drawn}`,
  one: 'Urval ur loggen',
  oneLead: (judged: number, drawn: number) => (judged === drawn ? 'Alla rader är bedömda.' : `${judged} av ${drawn} rader är bedömda.`),
  how: 'Så drogs urvalet',
  facts: {
    drawn: 'Draget',
    by: (when_: string, name: string) => `${when_} av ${name}`,
    stratum: 'Ur',
    period: 'Period',
    until: 'Rader fram till',
    population: 'Fanns att dra ur',
    asked: 'Begärda',
    seed: 'Slumptal',
    method: 'Metod',
    methodText:
      'För varje rad räknas en kontrollsumma (SHA-256) ut av slumptalet, ett kolon och radens id. Raderna ordnas efter den och de första dras, så att vem som helst kan dra om och få samma rader.',
    again: 'Draget om nu',
    same: 'Samma rader dras igen',
    differs: 'Andra rader dras i dag. Loggen kan ha arkiverats, annars ska den kontrolleras.',
  },
  rows: (count: number) => formatNumber(count),
  row: (nth: number) => `Rad ${nth}`,
  missing: (count: number) => `${formatCount(count, 'rad', 'rader')} i urvalet går inte längre att läsa här.`,
  verdict: 'Bedömning',
  reason: 'Skäl',
  reasonHint: 'Kort: varför bedömer du så? Skriv inga uppgifter om personen.',
  save: 'Spara bedömning',
  correct: 'Rätta bedömningen',
  given: (verdict: string, by: string, at: string) => `${verdict}, enligt ${by} ${at}.`,
  earlier: 'Tidigare bedömningar',
  own: { heading: 'Din egen rad', text: 'Du bedömer inte det du själv har gjort. Någon annan granskare gör det.' },
  saved: 'Bedömningen är sparad.',
  drawnNow: 'Urvalet är draget.',
  faults: { size: 'Skriv ett tal mellan 1 och 200', verdict: 'Välj en bedömning', reason: 'Skriv ett skäl på minst 5 tecken' },
} as const;

export const extractTexts = {
  title: 'Vem har tittat på mina uppgifter',
  lead: 'Här ser du när någon har läst eller ändrat uppgifter om dig i Överens, var de arbetar och varför.',
  columns: { when, where: 'Var', role: 'Roll', what, purpose },
  answers: (owner: string) => `${owner} ansvarar för uppgifterna och för den här delen av loggen.`,
  none: 'Ingen annan än du har tittat.',
  nothing: { heading: 'Det finns inga uppgifter om dig', text: 'Ingen huvudman har skrivit något om dig här.' },
  older: 'Äldre rader',
  csv: 'Hämta som CSV',
  pdf: 'Hämta som PDF',
  cut: (most: number) => `Filen visar de ${formatNumber(most)} senaste raderna.`,
  hidden: 'Vad som inte visas',
  hiddenText: [
    'Namnet på den som tittade visas inte, för den kan själv behöva skydd. Du ser var personen arbetar och i vilken roll.',
    'Vill du veta mer kan du begära det hos huvudmannen, som prövar om namnet kan lämnas ut. Säg vilken dag och tid det gäller.',
  ],
  own: (count: number) =>
    count === 0 ? 'Du har inte tittat själv före det här besöket.' : `Dina egna besök visas inte. De är ${formatNumber(count)}.`,
  wrong: 'Ser något konstigt ut?',
  wrongText: 'Hör av dig till huvudmannen. Den som har tittat utan skäl kan ha gjort fel.',
  denied: 'Försök som nekades',
  other: 'Inte känt',
  csvColumns: ['Huvudman', 'Tid', 'Enhet', 'Organisation', 'Roll', 'Vad', 'Varför'],
  made: (day: string) => `Uttaget ${day}.`,
} as const;

/** Why something with the log could not be done, and what to do. */
export const refusals: RefusalTexts = {
  'period-order': {
    status: 422,
    title: 'Dagarna är i fel ordning',
    detail: () => 'Sista dagen måste vara samma dag som den första eller senare.',
    at: () => '/to',
  },
  'period-long': { status: 422, title: 'Perioden är för lång', detail: ({ days }) => `Välj högst ${days} dagar i taget.`, at: () => '/to' },
  'period-ahead': {
    status: 422,
    title: 'Perioden har inte börjat',
    detail: () => 'Första dagen måste vara i dag eller tidigare.',
    at: () => '/from',
  },
  'log-person-not-found': {
    status: 404,
    title: 'Personen finns inte i loggen',
    detail: () => 'Ingen i er logg har det numret. Kontrollera att det är rätt skrivet.',
  },
  'log-user-not-found': {
    status: 404,
    title: 'Användaren hittas inte',
    detail: () => 'Ingen har det namnet eller HSA-id:t. Kontrollera att det är rätt skrivet.',
  },
  'form-key-missing': {
    status: 422,
    title: 'Formuläret var inte helt',
    detail: () => 'Skicka det igen härifrån. Det du skrev finns kvar, och ingenting har ändrats.',
    at: () => '/key',
  },
  'sample-empty': {
    status: 422,
    title: 'Det finns inget att dra ur',
    detail: () => 'Loggen har ingen sådan rad i perioden. Välj en annan period eller alla rader.',
    at: () => '/stratum',
  },
  'sample-not-found': { status: 404, title: 'Urvalet finns inte', detail: () => 'Det har aldrig dragits, eller är en annan huvudmans.' },
  'sample-row-not-found': {
    status: 404,
    title: 'Raden finns inte i urvalet',
    detail: () => 'Gå tillbaka till urvalet och välj en rad där.',
  },
  'verdict-own': {
    status: 403,
    title: 'Det är din egen rad',
    detail: () => 'Du bedömer inte det du själv har gjort. Be en annan granskare.',
  },
  'verdict-given': {
    status: 409,
    title: 'Någon hann före',
    detail: () => 'Raden har fått en bedömning sedan du öppnade sidan. Läs den, och rätta den om du tycker annorlunda.',
  },
};

export const dayFaults = { fran: 'Skriv första dagen som år-månad-dag', till: 'Skriv sista dagen som år-månad-dag' } as const;
