import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { Annulment, CopyState } from '../../../domain/plans/plan-copy.ts';

/** Where a copy is, in a word or two. */
export const copyStateTexts: Readonly<Record<CopyState, string>> = {
  ordered: 'Görs i ordning',
  withheld: 'Inte skickad: inget i planen får delas med enheten',
  delivered: 'Skickad, inte öppnad än',
  received: 'Mottagen',
  annulled: 'Återkallad',
  thinned: 'Gallrad',
};

export const annulmentTexts: Readonly<Record<Annulment, string>> = {
  'wrong-receiver': 'Den skickades till fel mottagare',
  'wrong-content': 'Något i den var fel',
};

export const copiesTexts = {
  heading: 'Kopior',
  none: 'Inga kopior än. De görs när planen upprättas.',
  caption: 'Vilka som har fått vilken version',
  columns: ['Mottagare', 'Version', 'Läge', 'När'],
  theIndividual: 'Personen själv',
  version: (number: number) => `Version ${number}`,
  all: 'Se alla kopior',
  print: 'Skriv ut planen',
  title: 'Kopior av planen',
  lead: 'Här ser du vilka som har fått planen, vilken version och när den togs emot.',
  notMore: 'Vad som står i en annan enhets kopia ser bara den enheten.',
  openOf: (number: number) => `Öppna version ${number}`,
  annul: 'Återkalla',
  sendAgain: 'Skicka på nytt',
  yours: 'Er kopia',
  sent: 'Kopian görs i ordning. Den kommer fram inom någon minut.',
  annulled: 'Kopian är återkallad. Mottagaren kan inte öppna den längre och har fått veta det.',
};

export const copyTexts = {
  title: (number: number) => `Kopia av version ${number}`,
  lead: (unit: string, organisation: string) => `Den här kopian är ${unit}, ${organisation}s egen handling.`,
  full: 'Hämta kopian (PDF)',
  data: 'Hämta som data (JSON)',
  receivedLabel: 'Mottagen',
  seal: 'Försegling',
  sealed: 'PDF-filen är förseglad. Har den ändrats efteråt syns det under Verifiera ett dokument.',
  retention: 'Hur länge den ska sparas',
  older: 'Visa äldre',
  list: 'Kopior vi har fått',
  listLead: 'Planer som har upprättats och där er enhet har fått en egen kopia.',
  listEmpty: { heading: 'Inga kopior', text: 'Er enhet har inte fått någon kopia av en plan.' },
  listColumns: ['Enhet', 'Version', 'Läge', 'Skickad'],
};

export const annulTexts = {
  title: 'Återkalla en kopia',
  lead: 'Kopian stängs för mottagaren direkt. Mottagaren får veta det och ska förstöra det som är utskrivet. Det går inte att ångra.',
  to: (unit: string, organisation: string, number: number) => `Version ${number} till ${unit}, ${organisation}`,
  reason: 'Varför?',
  submit: 'Återkalla kopian',
};

export const printTexts = {
  caption: 'Utskrift',
  lead: 'Det som står här är öppet för dig nu. En utskrift är ingen kopia av en version.',
  how: 'Välj Skriv ut i webbläsaren.',
  source: 'Arbetsexemplar ur Överens',
  protected: 'Personen har skyddade uppgifter. Namnet skrivs inte ut. Lås in utskriften.',
};

export const sendTexts = {
  title: 'Skicka kopian på nytt',
  lead: 'Enheten får en ny kopia med det som får delas med den nu.',
  submit: 'Skicka kopian',
};

/** The words of the document itself. */
export const documentTexts = {
  title: (kind: string, number: number) => `${kind}: version ${number}`,
  lead: (on: string, to: string | undefined) => (to ? `Upprättad ${on}. Kopia till ${to}.` : `Upprättad ${on}. Din egen kopia.`),
  page: { label: 'Sida', of: 'av' },
  file: (number: number) => `plan-version-${number}`,
  plainFile: (number: number) => `min-plan-version-${number}`,
  who: 'Vem planen gäller',
  name: 'Namn',
  number: 'Personnummer',
  units: 'Vilka som är med',
  unitColumns: ['Enhet', 'Huvudman'],
  needs: 'Behov och läge',
  crisis: 'Krisplan',
  followUp: 'Uppföljning',
  meeting: 'Mötet',
  goals: 'Mål',
  goalColumns: ['Mål', 'Hur det märks', 'Vems ord'],
  measures: 'Insatser',
  carriedBy: (unit: string) => `Uppdraget har ${unit}`,
  measureColumns: ['Vad som görs', 'Behov', 'Vem', 'När', 'Personens egen del'],
  duties: 'Ansvar',
  dutyColumns: ['Vad', 'Vem eller när'],
  overall: 'Har ansvar för helheten',
  coordinator: 'Samordnare',
  substitute: 'Ersättare för samordnaren',
  nextTime: 'Planen följs upp',
  participation: 'Personens medverkan',
  took: 'Har varit med och gjort planen.',
  nothing: 'Inget är skrivet.',
  shut: 'Delas inte med er',
  shutText: (parts: string, unit: string, organisation: string) =>
    `Det här finns som delar i planen men delas inte med er: ${parts}. Om det står något i dem sägs inte här. Fråga ${unit}, ${organisation}.`,
  basis: 'Varför ni får se det här',
  basisColumns: ['Del', 'Grund'],
  grounds: {
    own: 'Er egen kontakt med personen',
    individual: 'Det är din plan',
    guardian: 'Du är vårdnadshavare',
    representative: 'Ditt uppdrag',
    consent: 'Personens samtycke',
    rule: 'Beslut enligt lag',
  },
  period: (from: string, until: string) => `${from} till ${until}`,
  sealReason: (number: number) => `Kopia av plan, version ${number}`,
  sealField: 'Försegling',
} as const;

/** The short form for the person, in plain words. */
export const plainTexts = {
  title: 'Min plan',
  lead: (on: string) => `Planen gäller från ${on}.`,
  important: 'Det här är viktigt för mig',
  goals: 'Mina mål',
  doing: 'Det här ska hända',
  doingOne: (what: string, who: string) => `${what} Det gör ${who}.`,
  when: (from: string, until: string) => `Det börjar ${from} och ska vara klart ${until}.`,
  ownPart: (part: string) => `Det här gör jag själv: ${part}`,
  ask: 'Vem jag kan fråga',
  coordinator: (name: string) => `${name} håller ihop min plan.`,
  substitute: (name: string) => `Är hen borta frågar jag ${name}.`,
  next: 'När vi ses igen',
  nextOn: (day: string) => `Vi pratar om planen igen ${day}. Då ser vi vad som har blivit bättre.`,
  change: 'Jag får ändra mig. Jag får säga nej.',
} as const;

/** The kinds that have a heading of their own for their texts. */
export const kindHeadings: Readonly<Partial<Record<DataKind, string>>> = {
  needs: documentTexts.needs,
  crisis: documentTexts.crisis,
  'follow-up': documentTexts.followUp,
  meeting: documentTexts.meeting,
};
