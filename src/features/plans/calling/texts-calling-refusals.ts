import type { RefusalTexts } from '../../../platform/index.ts';
import { sideTexts } from './texts-calling.ts';

/** Why people cannot be called together, or a call not be answered, for people. */
export const callingRefusals: RefusalTexts = {
  'person-not-asked': {
    status: 409,
    title: 'Personen har inte svarat',
    detail: () =>
      'Fråga personen om planen får göras, och skriv ner svaret under Samtycke. Kan personen inte ta ställning skriver du varför.',
  },
  'nobody-called': { status: 422, title: 'Ingen är vald', detail: () => 'Välj minst en enhet som ska komma.', at: () => '/units' },
  'huvudman-not-called': {
    status: 422,
    title: 'En huvudman saknas',
    detail: ({ side }) =>
      `Både regionen och kommunen ska vara med. Kalla minst en enhet hos ${side === 'region' ? sideTexts.region : sideTexts.municipality}.`,
    at: () => '/units',
  },
  'reply-by-past': { status: 422, title: 'Dagen har varit', detail: () => 'Välj i dag eller en senare dag.', at: () => '/replyBy' },
  'outside-not-agreed': {
    status: 409,
    title: 'Personen har inte sagt ja till det',
    detail: () => 'Att bjuda in någon utanför region och kommun kräver ett eget ja från personen. Skriv ner svaret under Samtycke.',
    at: () => '/outside',
  },
  'summons-not-found': {
    status: 404,
    title: 'Kallelsen finns inte',
    detail: () => 'Det finns ingen sådan kallelse, eller så är den inte din att svara på.',
  },
  'summons-is-duty': {
    status: 422,
    title: 'Ni kan inte säga nej',
    detail: () => 'Den som är kallad är skyldig att komma. Föreslå en annan tid, låt någon annan komma, eller peka ut rätt enhet hos er.',
    at: () => '/answer',
  },
  'summons-not-in-state': {
    status: 409,
    title: 'Det går inte att svara nu',
    detail: () => 'Mötet har varit, eller så är en annan enhet kallad i stället.',
  },
  'right-unit-missing': {
    status: 422,
    title: 'Vilken enhet är rätt?',
    detail: () => 'Peka ut den enhet hos er som är rätt. Finns ingen sådan behöver ni komma själva.',
    at: () => '/rightUnit',
  },
  'right-unit-elsewhere': {
    status: 422,
    title: 'Välj en annan enhet',
    detail: () => 'Välj en öppen enhet hos er egen huvudman som inte redan är kallad.',
    at: () => '/rightUnit',
  },
  'answer-words-missing': {
    status: 422,
    title: 'Säg lite mer',
    detail: () => 'Skriv vilka tider som passar, vem som kommer i stället, eller varför ni inte kommer.',
    at: () => '/text',
  },
  'meeting-not-ahead': {
    status: 422,
    title: 'Tiden går inte att välja',
    detail: () => 'Välj en tid som inte har varit, högst ett år fram.',
    at: () => '/on',
  },
  'meeting-changed': {
    status: 409,
    title: 'Mötet har ändrats',
    detail: () => 'Någon annan har ändrat mötet sedan du öppnade sidan. Läs vad som gäller nu, och spara igen om det ska ändras.',
  },
  'meeting-not-begun': {
    status: 409,
    title: 'Mötet har inte börjat',
    detail: () => 'Vilka som var med skriver du när mötet har börjat.',
  },
  'attendance-missing': {
    status: 409,
    title: 'Fler har blivit kallade',
    detail: () => 'Öppna sidan på nytt, och skriv hur alla som är kallade var med.',
  },
  'absence-words-missing': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför den som inte var med inte kom.',
    at: () => '',
  },
};
