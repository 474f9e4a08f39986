import type { Permission } from '../../domain/access/permissions.ts';
import { copyActTexts } from './act-texts-copies.ts';

/** What was done, and what somebody tried to do, with `{whom}` where the person belongs. `counted`: of a row that is about nobody alone. */
type ActText = { readonly label: string; readonly did: string; readonly tried: string; readonly counted?: (found: number) => string };

type AboutPersons =
  | Extract<Permission, `persons.${string}` | `audit.${string}` | `plans.${string}` | `consents.${string}`>
  | 'retention.read-offers'
  | 'retention.decide'
  | 'retention.thin'
  | 'organisations.merge-organisation'
  | 'organisations.split-organisation';

/** Every act that the log tells of, in words. */
export const actTexts: Readonly<Record<AboutPersons, ActText>> = {
  ...copyActTexts,
  'persons.find': {
    label: 'Sökte',
    did: 'sökte och fick träff på {whom}',
    tried: 'söka efter {whom}',
    counted: (found) => `sökte efter personer och fick ${found === 1 ? '1 träff' : `${found} träffar`}`,
  },
  'persons.read': { label: 'Läste', did: 'läste uppgifterna om {whom}', tried: 'läsa uppgifterna om {whom}' },
  'persons.read-protected': {
    label: 'Läste skyddade uppgifter',
    did: 'läste de skyddade uppgifterna om {whom}',
    tried: 'läsa de skyddade uppgifterna om {whom}',
  },
  'persons.read-own': { label: 'Läste egna uppgifter', did: 'läste sina egna uppgifter', tried: 'läsa sina egna uppgifter' },
  'persons.register': { label: 'Registrerade', did: 'registrerade {whom}', tried: 'registrera {whom}' },
  'persons.change': { label: 'Ändrade', did: 'ändrade uppgifterna om {whom}', tried: 'ändra uppgifterna om {whom}' },
  'persons.open-case-contact': {
    label: 'Öppnade en kontakt',
    did: 'öppnade en kontakt mellan en enhet och {whom}',
    tried: 'öppna en kontakt mellan en enhet och {whom}',
  },
  'persons.end-case-contact': {
    label: 'Avslutade en kontakt',
    did: 'avslutade enhetens kontakt med {whom}',
    tried: 'avsluta enhetens kontakt med {whom}',
  },
  'persons.join': {
    label: 'Förde ihop två poster',
    did: 'förde ihop två poster om {whom}, eller såg dem bredvid varandra',
    tried: 'föra ihop två poster om {whom}',
  },
  'persons.protect': {
    label: 'Ändrade skyddet',
    did: 'ändrade vilket skydd uppgifterna om {whom} har',
    tried: 'ändra vilket skydd uppgifterna om {whom} har',
  },
  'persons.authorise-protected': {
    label: 'Gav behörighet till skyddade uppgifter',
    did: 'ändrade vem som får se skyddade uppgifter',
    tried: 'ändra vem som får se skyddade uppgifter',
  },
  'persons.open-in-emergency': { label: 'Nödöppnade', did: 'nödöppnade uppgifterna om {whom}', tried: 'nödöppna uppgifterna om {whom}' },
  'persons.review-emergency': {
    label: 'Granskade en nödöppning',
    did: 'granskade en nödöppning av uppgifterna om {whom}',
    tried: 'granska en nödöppning av uppgifterna om {whom}',
  },
  'organisations.merge-organisation': {
    label: 'Lät akten följa med till en annan organisation',
    did: 'lät uppgifterna om {whom} följa med när organisationen går upp i en annan',
    tried: 'låta uppgifterna om {whom} följa med när organisationen går upp i en annan',
  },
  'organisations.split-organisation': {
    label: 'Delade en organisation med akten',
    did: 'såg ärendenummer för eller bestämde vem som tar över uppgifterna om {whom} när organisationen delas',
    tried: 'bestämma vem som tar över uppgifterna om {whom} när organisationen delas',
  },
  'plans.find': { label: 'Öppnade listan över planer', did: 'såg planen för {whom} i listan', tried: 'se planer' },
  'plans.read': { label: 'Läste en plan', did: 'läste planen för {whom}', tried: 'läsa planen för {whom}' },
  'plans.read-protected': {
    label: 'Läste en skyddad plan',
    did: 'läste planen för {whom}, med skyddad identitet',
    tried: 'läsa planen för {whom}, med skyddad identitet',
  },
  'plans.read-own': { label: 'Läste sin egen plan', did: 'läste sin egen plan', tried: 'läsa sin egen plan' },
  'plans.read-spoken': {
    label: 'Läste en plan för någon annan',
    did: 'läste planen för {whom}, som vårdnadshavare eller företrädare',
    tried: 'läsa planen för {whom}, som vårdnadshavare eller företrädare',
  },
  'plans.say-for': {
    label: 'Skrev i en plan för någon annan',
    did: 'skrev i planen för {whom}, som vårdnadshavare eller företrädare',
    tried: 'skriva i planen för {whom}, som vårdnadshavare eller företrädare',
  },
  'plans.open': { label: 'Öppnade en plan', did: 'öppnade en plan för {whom}', tried: 'öppna en plan för {whom}' },
  'plans.point-out': {
    label: 'Skrev vem som såg behovet av en plan',
    did: 'skrev vem som såg behovet av en plan för {whom}',
    tried: 'skriva vem som såg behovet av en plan för {whom}',
  },
  'plans.assess': {
    label: 'Bedömde behovet av en plan',
    did: 'bedömde behovet av en plan för {whom}',
    tried: 'bedöma behovet av en plan för {whom}',
  },
  'plans.write': { label: 'Skrev i en plan', did: 'skrev i planen för {whom}', tried: 'skriva i planen för {whom}' },
  'plans.note-notification': {
    label: 'Noterade en anmälan',
    did: 'noterade att en anmälan är gjord där en plan finns',
    tried: 'notera att en anmälan är gjord',
  },
  'plans.note': {
    label: 'Noterade något om en plan',
    did: 'noterade vad som är frågat eller har hänt i planen för {whom}',
    tried: 'notera något om planen för {whom}',
  },
  'plans.write-notes': {
    label: 'Läste eller skrev anteckningar på ett möte',
    did: 'läste eller skrev anteckningar på ett möte i planen för {whom}',
    tried: 'läsa eller skriva anteckningar på ett möte i planen för {whom}',
  },
  'plans.adjust': {
    label: 'Justerade en samordnad vårdplan',
    did: 'justerade vårdplanen för {whom} för sin enhet',
    tried: 'justera vårdplanen för {whom}',
  },
  'plans.note-on-paper': {
    label: 'Skrev när något skedde på papper',
    did: 'skrev när något i planen för {whom} skedde på papper',
    tried: 'skriva när något i planen för {whom} skedde på papper',
  },
  'plans.read-paper': {
    label: 'Såg när stegen i en plan togs',
    did: 'såg när stegen i planen för {whom} togs',
    tried: 'se när stegen i planen för {whom} togs',
  },
  'plans.correct-person': {
    label: 'Rättade vem en plan gäller',
    did: 'rättade vem en plan gäller: {whom}',
    tried: 'rätta vem en plan gäller: {whom}',
  },
  'plans.move-municipality': {
    label: 'Bytte kommun i en plan',
    did: 'bytte kommun i planen för {whom}',
    tried: 'byta kommun i planen för {whom}',
  },
  'plans.ask-unit': {
    label: 'Bad en enhet delta i en plan',
    did: 'bad en enhet delta i planen för {whom}',
    tried: 'be en enhet delta i planen för {whom}',
  },
  'plans.set-meeting': {
    label: 'Bestämde, flyttade eller ställde in ett möte',
    did: 'bestämde, flyttade eller ställde in ett möte i planen för {whom}',
    tried: 'bestämma ett möte i planen för {whom}',
  },
  'plans.summon': {
    label: 'Kallade till ett möte',
    did: 'kallade till möte i planen för {whom}',
    tried: 'kalla till möte i planen för {whom}',
  },
  'plans.answer-summons': {
    label: 'Öppnade eller svarade på en kallelse',
    did: 'öppnade eller svarade på en kallelse i planen för {whom}',
    tried: 'öppna eller svara på en kallelse i planen för {whom}',
  },
  'plans.note-meeting': {
    label: 'Skrev vilka som var med på ett möte',
    did: 'skrev vilka som var med på ett möte i planen för {whom}',
    tried: 'skriva vilka som var med på ett möte i planen för {whom}',
  },
  'plans.decide': {
    label: 'Skrev vem som ansvarar i en plan',
    did: 'skrev vem som ansvarar, samordnar eller följer upp i planen för {whom}',
    tried: 'skriva vem som ansvarar i planen för {whom}',
  },
  'plans.answer-changes': {
    label: 'Skrev vad personen tycker om en plan',
    did: 'skrev vad personen tycker i planen för {whom}',
    tried: 'skriva vad personen tycker i planen för {whom}',
  },
  'plans.establish': { label: 'Upprättade en plan', did: 'upprättade planen för {whom}', tried: 'upprätta planen för {whom}' },
  'plans.ask-task': {
    label: 'Bad en enhet om ett uppdrag',
    did: 'bad en enhet om ett uppdrag i planen för {whom}',
    tried: 'be en enhet om ett uppdrag i planen för {whom}',
  },
  'plans.move-task': {
    label: 'Svarade på eller flyttade ett uppdrag',
    did: 'skrev hur det går med ett uppdrag i planen för {whom}',
    tried: 'skriva hur det går med ett uppdrag i planen för {whom}',
  },
  'plans.follow-up': {
    label: 'Följde upp en plan',
    did: 'skrev ner en uppföljning av planen för {whom}',
    tried: 'följa upp planen för {whom}',
  },
  'plans.close': { label: 'Avslutade en plan', did: 'avslutade planen för {whom}', tried: 'avsluta planen för {whom}' },
  'plans.wish-to-close': { label: 'Sa om planen ska fortsätta', did: 'sa om planen ska fortsätta', tried: 'säga om planen ska fortsätta' },
  'plans.offer-hand-over': {
    label: 'Bad någon ta över en plan',
    did: 'bad en annan huvudman ta över ansvaret för planen för {whom}',
    tried: 'be någon ta över planen för {whom}',
  },
  'plans.answer-hand-over': {
    label: 'Svarade om att ta över en plan',
    did: 'svarade på en fråga om att ta över planen för {whom}',
    tried: 'svara om att ta över planen för {whom}',
  },
  'plans.hand-out-survey': {
    label: 'Delade ut en enkät',
    did: 'delade ut koder till enkäten efter ett möte om {whom}',
    tried: 'dela ut enkäten efter ett möte om {whom}',
  },
  'consents.read': { label: 'Läste samtycken', did: 'läste samtycken i planen för {whom}', tried: 'läsa samtycken i planen för {whom}' },
  'consents.take': {
    label: 'Skrev ner ett samtycke',
    did: 'skrev ner ett svar om samtycke från {whom}',
    tried: 'skriva ner ett samtycke från {whom}',
  },
  'consents.withdraw': {
    label: 'Tog tillbaka ett samtycke',
    did: 'skrev ner att {whom} tar tillbaka ett samtycke',
    tried: 'ta tillbaka ett samtycke från {whom}',
  },
  'consents.name-speaker': {
    label: 'Skrev in någon som svarar för personen',
    did: 'skrev in en vårdnadshavare eller företrädare för {whom}',
    tried: 'skriva in en vårdnadshavare eller företrädare för {whom}',
  },
  'consents.let-log-in': {
    label: 'Ändrade vem som får logga in för någon annan',
    did: 'ändrade vem som får logga in för {whom}',
    tried: 'ändra vem som får logga in för {whom}',
  },
  'consents.change-speaker': {
    label: 'Ändrade vem som svarar för personen',
    did: 'ändrade vem som svarar för {whom}',
    tried: 'ändra vem som svarar för {whom}',
  },
  'consents.disclose': {
    label: 'Beslutade att lämna ut utan samtycke',
    did: 'beslutade att lämna ut uppgifter om {whom} utan samtycke, enligt lag',
    tried: 'lämna ut uppgifter om {whom} utan samtycke',
  },
  'consents.end-disclosure': {
    label: 'Avslutade ett beslut om att lämna ut',
    did: 'avslutade ett beslut om att lämna ut uppgifter om {whom} utan samtycke',
    tried: 'avsluta ett beslut om att lämna ut uppgifter om {whom} utan samtycke',
  },
  'audit.search': { label: 'Sökte i loggen', did: 'sökte i loggen', tried: 'söka i loggen' },
  'audit.export': { label: 'Hämtade ur loggen', did: 'hämtade en fil ur loggen', tried: 'hämta en fil ur loggen' },
  'audit.find-patterns': {
    label: 'Letade efter avvikande mönster',
    did: 'letade efter avvikande mönster i loggen',
    tried: 'leta efter avvikande mönster i loggen',
  },
  'audit.draw-sample': { label: 'Drog ett urval', did: 'drog ett urval ur loggen', tried: 'dra ett urval ur loggen' },
  'audit.read-samples': { label: 'Läste ett urval', did: 'läste ett urval ur loggen', tried: 'läsa ett urval ur loggen' },
  'audit.give-verdict': { label: 'Bedömde en rad', did: 'bedömde en rad i ett urval', tried: 'bedöma en rad i ett urval' },
  'audit.explain-look': {
    label: 'Prövade varför någon fick se',
    did: 'prövade varför någon fick se en plan som gäller {whom}',
    tried: 'pröva varför någon fick se en plan',
  },
  'audit.read-disclosures': {
    label: 'Läste beslut om att lämna ut',
    did: 'läste ett beslut om att lämna ut uppgifter om {whom} utan samtycke, för att granska det',
    tried: 'läsa beslut om att lämna ut uppgifter utan samtycke',
  },
  'audit.review-disclosure': {
    label: 'Granskade ett beslut om att lämna ut',
    did: 'granskade ett beslut om att lämna ut uppgifter om {whom} utan samtycke',
    tried: 'granska ett beslut om att lämna ut uppgifter utan samtycke',
  },
  'audit.read-own-extract': { label: 'Läste sitt loggutdrag', did: 'läste sitt eget loggutdrag', tried: 'läsa sitt eget loggutdrag' },
};

/** The words of an act; one that a later version of the program knows is said by its code. */
export function actText(act: string): ActText {
  return Object.hasOwn(actTexts, act)
    ? actTexts[act as AboutPersons]
    : { label: act, did: `gjorde ”${act}” med uppgifterna om {whom}`, tried: `göra ”${act}” med uppgifterna om {whom}` };
}

/** The names of the acts that the log tells of. */
export const actNames = Object.keys(actTexts) as [AboutPersons, ...AboutPersons[]];

/** The acts to choose among in the search, in the order of the list above. */
export const actOptions = Object.entries(actTexts).map(([value, { label }]) => ({ value, label }));
