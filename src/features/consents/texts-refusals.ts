import type { RefusalTexts } from '../../platform/index.ts';
import { disclosingRefusals } from './disclosing/texts-disclosing.ts';
import { speakingRefusals } from './speaking/texts-speaking.ts';

const ofRow = (index: unknown) => (typeof index === 'number' ? ` Det gäller rad ${index + 1}.` : '');

/** Why a consent, or a decision to tell without one, cannot be kept, for people. */
export const refusals: RefusalTexts = {
  ...disclosingRefusals,
  ...speakingRefusals,
  'plan-not-found': {
    status: 404,
    title: 'Planen finns inte',
    detail: () => 'Det finns ingen sådan plan, eller så är den inte din att se.',
  },
  'consent-taken-later': {
    status: 422,
    title: 'Tiden har inte varit än',
    detail: () => 'Ett samtycke kan inte vara lämnat senare än nu. Ändra tiden.',
    at: () => '/on',
  },
  'method-not-of-giver': {
    status: 422,
    title: 'Svaret och den som svarade hör inte ihop',
    detail: () => 'Välj ”genom företrädare” när en företrädare svarade, och annars ”muntligt” eller ”skriftligt”.',
    at: () => '/method',
  },
  'invited-not-of-kind': {
    status: 422,
    title: 'Samtycket gäller ingen inbjuden',
    detail: () => 'Bara ett samtycke till att bjuda in någon utifrån nämner en inbjuden.',
    at: () => '/invited',
  },
  'scope-not-of-kind': {
    status: 422,
    title: 'Det här samtycket öppnar inga uppgifter',
    detail: () => 'Bara ett samtycke till att häva sekretess säger vad andra får läsa. Skriv det som ett eget samtycke.',
    at: () => '/scopes',
  },
  'scope-missing': {
    status: 422,
    title: 'Vad får läsas, och av vem?',
    detail: () => 'Välj minst en mottagare, ett slag av uppgifter, vad de behövs för och till när. Det går inte att samtycka till allt.',
    at: () => '/scopes',
  },
  'permit-in-refusal': {
    status: 422,
    title: 'Ett nej öppnar ingenting',
    detail: () => 'Ta bort det som får läsas, eller ändra svaret till ja eller delvis.',
    at: () => '/scopes',
  },
  'scope-ends-before-start': {
    status: 422,
    title: 'Tiden slutar innan den börjar',
    detail: ({ scope }) => `Välj ett slut som är senare än början.${ofRow(scope)}`,
    at: ({ scope }) => `/scopes/${scope}/until`,
  },
  'scope-too-long': {
    status: 422,
    title: 'Tiden är för lång',
    detail: ({ scope, months }) => `Ett samtycke räcker i högst ${months ?? 24} månader. Fråga på nytt efter det.${ofRow(scope)}`,
    at: ({ scope }) => `/scopes/${scope}/until`,
  },
  'evidence-missing': {
    status: 422,
    title: 'Var är svaret dokumenterat?',
    detail: () => 'Skriv var svaret är dokumenterat, till exempel i en journalanteckning.',
    at: () => '/evidence',
  },
  'receiver-not-in-plan': {
    status: 422,
    title: 'Enheten är inte med i planen',
    detail: () => 'Välj bland dem som är med i planen. Be först enheten delta om den saknas.',
    at: () => '/scopes',
  },
  'permit-half': {
    status: 422,
    title: 'Både vem och vad behövs',
    detail: () => 'Välj både vem som får läsa och vad.',
    at: () => '/scopes',
  },
  'permit-names-unit': {
    status: 422,
    title: 'Välj enheter',
    detail: () => 'Ett ja gäller en enhet i taget. Välj varje enhet som får läsa. Ett nej kan gälla en hel huvudman.',
    at: () => '/scopes',
  },
  'exclusion-half': {
    status: 422,
    title: 'Både vem och vad behövs',
    detail: () => 'Välj både vem som inte får veta och vad.',
    at: () => '/shutTo',
  },
  'purpose-missing': {
    status: 422,
    title: 'Vad ska det användas till?',
    detail: ({ kind }) =>
      kind === 'follow-up'
        ? 'Uppföljning läses för att följa upp. Kryssa det också, eller ta bort uppföljningen.'
        : 'Kryssa om det är för att göra planen, för att göra det som planen säger, eller båda.',
    at: () => '/purposes',
  },
  'consent-not-found': {
    status: 404,
    title: 'Svaret finns inte',
    detail: () => 'Det finns inget sådant svar i planen.',
  },
  'consent-withdrawn': {
    status: 409,
    title: 'Det är redan taget tillbaka',
    detail: () => 'Det har tagits tillbaka förut och är stängt. Ingenting har ändrats nu.',
    at: () => '/scope',
  },
  'nothing-chosen': {
    status: 422,
    title: 'Välj vad som tas tillbaka',
    detail: () => 'Välj om allt tas tillbaka, eller kryssa de delar som det gäller.',
    at: () => '/whole',
  },
  'consent-no-yes': {
    status: 422,
    title: 'Det finns inget ja att ta tillbaka',
    detail: () => 'Svaret var inte ett ja. Kryssa de delar som ska tas bort, eller skriv ner ett nytt svar.',
    at: () => '/whole',
  },
  'scope-not-of-consent': {
    status: 422,
    title: 'Delen hör till ett annat svar',
    detail: () => 'Välj bland delarna i det här svaret.',
    at: () => '/scope',
  },
  'representative-ends-before-start': {
    status: 422,
    title: 'Uppdraget slutar innan det börjar',
    detail: () => 'Välj ett slut som är senare än början.',
    at: () => '/until',
  },
  'relative-cannot-consent': {
    status: 422,
    title: 'En närstående samtycker inte åt någon',
    detail: () => 'En närstående kan läsa, berätta och fråga. Bara personen själv eller en företrädare kan samtycka.',
    at: () => '/matters',
  },
  'kinds-need-read': {
    status: 422,
    title: 'Uppdraget gäller inte att läsa',
    detail: () => 'Kryssa också att uppdraget gäller att läsa, eller ta bort de delar som ska gå att läsa.',
    at: () => '/kinds',
  },
  'disclosure-ends-before-start': {
    status: 422,
    title: 'Beslutet slutar innan det börjar',
    detail: () => 'Välj ett slut som är senare än början.',
    at: () => '/until',
  },
  'disclosure-in-the-past': {
    status: 422,
    title: 'Beslutet gäller bakåt',
    detail: () => 'Ett beslut gäller tidigast från nu. Det som redan är sagt blir inte tillåtet i efterhand.',
    at: () => '/from',
  },
  'disclosure-too-long': {
    status: 422,
    title: 'Beslutet räcker för länge',
    detail: ({ days }) => `Ett beslut räcker i högst ${days} dagar. Pröva på nytt efter det.`,
    at: () => '/until',
  },
  'rule-does-not-apply': {
    status: 422,
    title: 'Regeln gäller inte här',
    detail: () => 'Lagen säger att regeln inte gäller sekretessen i vården och socialtjänsten. Välj en annan regel, eller fråga personen.',
    at: () => '/rule',
  },
  'rule-not-found': {
    status: 422,
    title: 'Det finns ingen sådan regel',
    detail: () => 'Vi har letat efter en sådan regel i lagen och inte hittat någon. Rådgör med en jurist hos huvudmannen.',
    at: () => '/rule',
  },
  'rule-not-for-sender': {
    status: 422,
    title: 'Regeln gäller inte din verksamhet',
    detail: () => 'Regeln gäller en annan sekretess än den som din enhet har. Välj en annan regel, eller fråga personen.',
    at: () => '/rule',
  },
  'rule-not-for-receiver': {
    status: 422,
    title: 'Regeln når inte mottagaren',
    detail: () => 'Regeln låter dig inte berätta för den här mottagaren. Välj en annan regel, eller fråga personen.',
    at: () => '/rule',
  },
  'misuse-not-covered': {
    status: 422,
    title: 'Regeln gäller inte det bruket',
    detail: () =>
      'Regeln gäller fortgående bruk av alkohol, narkotika eller flyktiga lösningsmedel. Spel, dopning och enbart läkemedel räknas inte.',
    at: () => '/misuse',
  },
  'condition-not-known': {
    status: 422,
    title: 'Det som regeln kräver är inte bedömt',
    detail: () => 'Bedöm det som regeln kräver, och skriv var det är dokumenterat. Det som inte är känt räknas inte som uppfyllt.',
    at: () => '/met',
  },
  'condition-not-met': {
    status: 422,
    title: 'Det som regeln kräver är inte uppfyllt',
    detail: () => 'Då får du inte berätta med stöd av regeln. Fråga personen, eller pröva en annan regel.',
    at: () => '/met',
  },
};
