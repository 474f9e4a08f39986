import type { Circumstance } from '../../../domain/counties/planning.ts';
import type { CompletenessPoint, CompletenessState } from '../../../domain/plans/completeness.ts';
import type { RefusalTexts } from '../../../platform/index.ts';

export const circumstanceTexts: Readonly<Record<Circumstance, { readonly label: string; readonly question: string }>> = {
  'children-at-home': { label: 'Barn i hemmet', question: 'Bor det barn i hemmet, hela tiden eller ibland?' },
  'suicide-risk': { label: 'Tankar på att ta sitt liv', question: 'Har personen tankar på att ta sitt liv?' },
  violence: { label: 'Våld', question: 'Finns det våld, eller hot om våld, i personens liv?' },
  comorbidity: { label: 'Beroende och psykiatriskt tillstånd', question: 'Finns både ett beroende och ett psykiatriskt tillstånd?' },
};

export const pointTexts: Readonly<Record<CompletenessPoint, string>> = {
  'own-words': 'Personen har varit med, och orden är personens egna',
  goals: 'Egna mål och personalens mål, som går att följa upp',
  'statutory-points': 'Lagens fyra punkter',
  coordinator: 'En samordnare med namn, och en ansvarig huvudman',
  'measures-assigned': 'Varje insats har enhet, person och dag',
  contacts: 'Det går att nå alla enheter som är med',
  'follow-up-date': 'En dag för uppföljning',
  consent: 'Samtycke med vad det gäller och hur länge',
  relatives: 'Närstående: personen är tillfrågad',
  'view-of-the-child': 'Barnets egen syn är nedskriven',
  'plain-language': 'Planen är skriven så att personen förstår den',
  'crisis-plan': 'Krisplan: ni har pratat om det',
  mandate: 'De som var med kunde bestämma för sina enheter',
  copy: 'Personen har fått sitt exemplar',
  evaluated: 'Planen är uppföljd och målen utvärderade',
  circumstances: 'Ni har frågat om barn, självmordstankar, våld och samsjuklighet',
};

export const pointStateTexts: Readonly<Record<CompletenessState, string>> = {
  done: 'Klart',
  missing: 'Kvar att göra',
  'not-asked': 'Kvar att fråga',
  'not-yet': 'Dagen har inte kommit',
  'does-not-apply': 'Gäller inte',
};

export const checksTexts = {
  heading: 'Att fråga och tänka på',
  lead: 'Frågorna ställs till alla. Det som är svarat styr vad som står här.',
  toDo: (count: number) => (count === 0 ? 'Inget kvar' : `${count} saker att fråga eller göra`),
  note: 'Skriv vad ni har frågat',
  noteAgain: 'Ändra vad ni har frågat',
  noted: (unit: string, at: string) => `Noterat av ${unit}, ${at}.`,
  askedIn: 'Även i',
  yes: 'Ja',
  no: 'Nej',
  nothing: 'Ni har frågat om allt, och det finns inget att ta hand om här.',
  good: 'Vad en god plan har',
  goodLead: 'En hjälp för dig som samordnar. Listan säger vad som är kvar i planen. Den säger inget om personen.',
  left: (left: number, of: number) => (left === 0 ? 'Allt är klart' : `${left} av ${of} är kvar`),
  columns: ['Det här ska finnas', 'Läge'],
  without: (names: string) => `Saknar kontaktuppgift: ${names}.`,
  measures: (count: number) => (count === 1 ? 'En insats saknar något.' : `${count} insatser saknar något.`),
} as const;

export const checksFormTexts = {
  title: 'Vad ni har frågat',
  lead: 'Skriv bara det ni har frågat personen. Svaren läses av dem som får läsa behovet.',
  notAsked: 'Vi har inte frågat',
  yes: 'Ja',
  no: 'Nej',
  relatives: 'Ska närstående vara med?',
  relativesOptions: { 'take-part': 'Ja, de är med', 'not-wanted': 'Personen vill inte det', none: 'Det finns inga närstående' },
  crisisPlan: 'Behövs en krisplan?',
  crisisOptions: { made: 'Ja, den finns', 'not-wanted': 'Personen vill inte ha någon' },
  plainLanguage: 'Förstår personen allt som står i planen?',
  mandate: 'Kunde alla som var med bestämma för sina enheter?',
  copyHanded: 'Har personen fått sitt exemplar av planen?',
  submit: 'Spara',
} as const;

/** Why something cannot be noted about a plan. */
export const checksRefusals: RefusalTexts = {
  'sheet-rewritten': {
    status: 409,
    title: 'Någon annan har skrivit här',
    detail: () => 'Någon har ändrat svaren sedan du öppnade dem. Läs vad som står i planen nu. Spara igen om dina svar ska gälla.',
  },
};
