import type { ConsentStatus, DataKind } from '../../domain/consents/kinds.ts';
import type { PreparationPart, Voice } from '../../domain/plans/parts.ts';
import type { Initiator, PlanKind } from '../../domain/plans/plan-kinds.ts';
import type { Stage } from '../../domain/plans/stage.ts';

/** What a kind of plan is called. */
export const planKindTexts: Readonly<Record<PlanKind, string>> = {
  sip: 'Samordnad individuell plan',
  'coordinated-care-plan': 'Samordnad vårdplan',
  discharge: 'Samordnad planering vid utskrivning',
};

/** Where a plan is, in a word or two. */
export const stageTexts: Readonly<Record<Stage, string>> = {
  noticed: 'Behovet ska bedömas',
  'not-needed': 'Bedömd: behövs inte',
  'to-agree': 'Personen ska tillfrågas',
  declined: 'Personen vill inte',
  preparing: 'Förbereds',
  established: 'Upprättad',
  'to-close': 'Ska avslutas',
  closed: 'Avslutad',
};

/** What is to be done next, for those who lead the plan. */
export const nextTexts: Readonly<Record<Stage, string>> = {
  noticed: 'Någon av huvudmännen bedömer om planen behövs. Ett ja räcker för båda.',
  'not-needed': 'Ingen huvudman har sett att planen behövs. Skälen finns nedan. Bedömningen kan göras om när som helst.',
  'to-agree': 'Fråga personen om planen får göras. Skriv ner svaret under Samtycke.',
  declined: 'Planen görs inte. Fråga gärna igen längre fram. Det som redan är skrivet finns kvar.',
  preparing: 'Förbered mötet tillsammans med personen, och be de enheter som behövs att delta.',
  established: 'Planen är upprättad. Var och en gör sin del. Ändras något, ändra här och upprätta en ny version.',
  'to-close': 'Personen har tagit tillbaka sitt ja till planen. Avsluta den. Det som redan är gjort finns kvar.',
  closed: 'Planen är avslutad. Inget mer skrivs i den. Den finns kvar att läsa som förut.',
};

export const initiatorTexts: Readonly<Record<Initiator, string>> = {
  staff: 'Personal',
  individual: 'Personen själv',
  relative: 'En närstående',
  guardian: 'En vårdnadshavare',
  representative: 'En företrädare (god man, förvaltare eller ombud)',
  'other-actor': 'Någon annan, till exempel skola eller arbetsgivare',
};

/** What a plan holds, as people are told of it. */
export const dataKindTexts: Readonly<Record<DataKind, string>> = {
  identity: 'Vem planen gäller',
  meeting: 'Vilka som är med, och mötet',
  needs: 'Behov och läge',
  goals: 'Mål',
  measures: 'Insatser',
  crisis: 'Krisplan',
  'follow-up': 'Uppföljning',
};

export const agreedTexts: Readonly<Record<ConsentStatus, string>> = {
  'not-asked': 'Inte tillfrågad',
  given: 'Ja',
  partly: 'Ja, delvis',
  declined: 'Nej',
  withdrawn: 'Har tagit tillbaka sitt ja',
  expired: 'Svaret gäller inte längre',
  'cannot-consent': 'Kan inte ta ställning',
};

export const partTexts: Readonly<Record<PreparationPart, { readonly label: string; readonly hint?: string }>> = {
  'important-to-me': { label: 'Vad är viktigt för mig?' },
  'what-works': { label: 'Vad fungerar?' },
  'what-does-not': { label: 'Vad fungerar inte?' },
  questions: { label: 'Frågor till mötet' },
  'wanted-there': { label: 'Vilka vill jag ska vara med?' },
  'not-wanted-there': { label: 'Vilka vill jag inte ska vara med?' },
  'not-to-be-said': { label: 'Vad vill jag inte ska tas upp?' },
  'place-or-video': { label: 'Var vill jag ses?', hint: 'På plats, på video eller på telefon.' },
  adaptations: { label: 'Vad behöver anpassas?', hint: 'Till exempel pauser, bildstöd eller ett kort möte.' },
  interpreter: { label: 'Behövs tolk?', hint: 'Skriv språket.' },
  'view-of-the-child': { label: 'Barnets egen syn', hint: 'Vad barnet säger, och hur barnet har fått vara med.' },
  'situation-by-staff': { label: 'Läget, enligt personalen' },
  'purpose-of-meeting': { label: 'Syftet med mötet' },
  'long-term-goal': { label: 'Målet på lång sikt, enligt personalen' },
};

export const voiceTexts: Readonly<Record<Voice, string>> = {
  own: 'Skrivet av personen',
  noted: 'Personens ord, antecknade av personal',
  staff: 'Skrivet av personal',
};

export const plansTexts = {
  title: 'Planer',
  lead: 'Samordnade planer som din enhet är med i.',
  also: 'Mer om planer',
  begin: 'Börja en plan: sök personen',
  caption: 'Planer',
  columns: ['Vem', 'Var den är', 'Behovet sågs', 'Tiden', 'Samordnas av'],
  masked: 'Skyddad identitet',
  shut: 'Inte öppen för er',
  more: 'Visa äldre planer',
  empty: {
    heading: 'Inga planer än',
    text: 'Här visas de planer som din enhet har öppnat eller har blivit ombedd att delta i.',
  },
} as const;

export const planTexts = {
  opened: 'Planen är öppnad.',
  saved: 'Sparat.',
  asked: 'Enheten har fått veta att ni ber den delta.',
  established: 'Planen är upprättad.',
  next: 'Nästa steg',
  who: 'Vem planen gäller',
  name: 'Namn',
  number: 'Nummer',
  noNumber: 'Inget nummer',
  interpreter: 'Tolk',
  protectedHeading: 'Skyddad identitet',
  protectedText: 'Namnet syns inte i listor. Att du har öppnat planen har en granskare hos er fått veta.',
  owner: 'Samordnas av',
  keeper: 'Har uppgifterna om personen',
  municipality: 'Kommun vars överenskommelser gäller',
  need: 'Behovet',
  pointedOut: 'Vem såg behovet?',
  initiative: (who: string, day: string) => `${who}, ${day}`,
  assessments: 'Bedömningar',
  noAssessment: 'Ingen huvudman har bedömt behovet än.',
  needed: 'En plan behövs',
  notNeeded: 'En plan behövs inte',
  assess: 'Skriv er bedömning',
  assessAgain: 'Ändra er bedömning',
  pointOut: 'Fler har sett behovet',
  agreed: 'Personens svar om planen får göras',
  consent: 'Samtycke',
  consentLink: 'Samtycke och vad som får delas',
  lawLink: 'Beslut enligt lag',
  preparation: 'Förberedelse',
  ownFirst: 'Personens egna ord står först. Det som personen själv har skrivit ändrar bara personen.',
  write: 'Skriv',
  writeOn: 'Ändra',
  nothing: 'Inget skrivet än',
  writeAbout: 'Skriv om mer',
  nothingAbout: 'Inget skrivet än om',
  contents: 'På den här sidan',
  made: 'Det som skrevs före mötet',
  seenOn: (day: string) => `Sågs ${day}`,
  allOpen: 'Allt är öppet för er',
  earlier: (count: number) => (count === 1 ? 'Ändrat en gång' : `Ändrat ${count} gånger`),
  parties: 'Enheter som är med',
  partyColumns: ['Enhet', 'Huvudman', 'Är med sedan'],
  ask: 'Be en enhet delta',
  reach: 'Vad du ser, och varför',
  reachColumns: ['Del av planen', 'För dig'],
  grounds: {
    own: 'Öppen. Din enhet arbetar med personen.',
    individual: 'Öppen. Det är din plan.',
    guardian: 'Öppen. Du är vårdnadshavare.',
    representative: 'Öppen. Den ingår i ditt uppdrag.',
    consent: 'Öppen genom personens samtycke.',
    rule: 'Öppen genom ett beslut enligt lag.',
  },
  shut: 'Inte öppen för er',
  shutText: (unit: string, organisation: string) =>
    `Delar av planen är inte öppna för er. Om det finns något i dem syns inte. Fråga ${unit}, ${organisation}, om ni behöver mer.`,
} as const;

export const openTexts = {
  title: 'Öppna en samordnad plan',
  whom: (name: string, number: string | undefined) => `För ${name}, ${number ?? 'inget nummer'}`,
  lead: 'Någon ser att personen behöver insatser från både region och kommun. Skriv vem och när. Tiden räknas från den dagen.',
  kind: 'Slag av plan',
  municipality: 'Kommun',
  municipalityHint: 'Den kommun vars överenskommelser med regionen gäller för personen.',
  by: 'Vem såg behovet?',
  on: 'Vilken dag?',
  reason: 'Varför behövs en plan?',
  reasonHint: 'Kort. Det som skrivs här läses bara av dem som personen eller lagen låter läsa det.',
  needed: 'Er bedömning',
  neededOptions: { yes: 'En plan behövs', no: 'En plan behövs inte', later: 'Vi har inte bedömt det än' },
  whyNot: 'Om den inte behövs: varför?',
  submit: 'Öppna planen',
} as const;

export const assessTexts = {
  title: 'Er bedömning av behovet',
  lead: 'Ett ja från en av huvudmännen räcker för att planen ska göras. Ett nej ska ha ett skäl, och skälet sparas.',
  needed: 'Behövs en samordnad plan?',
  reason: 'Varför?',
  reasonHint: 'Måste fyllas i om svaret är nej.',
  submit: 'Spara bedömningen',
} as const;

export const pointOutTexts = {
  title: 'Fler har sett behovet',
  lead: 'Tiden räknas från den första dagen.',
  submit: 'Spara',
} as const;

export const writeTexts = {
  lead: (voice: Voice) =>
    ({
      own: 'Det här är dina egna ord. Bara du kan ändra dem.',
      noted: 'Skriv med personens egna ord. Det står att du har antecknat dem.',
      staff: 'Det här är personalens ord.',
    })[voice],
  text: 'Text',
  submit: 'Spara',
} as const;

export const askTexts = {
  title: 'Be en enhet delta',
  lead: 'Enheten får veta att det finns en plan och vem som samordnar. Vad den får läsa bestäms av personens samtycke.',
  unit: 'Enhet',
  submit: 'Be enheten delta',
} as const;
