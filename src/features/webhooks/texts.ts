import type { EventKind, EventState } from '../../domain/webhooks/events.ts';
import type { RefusalTexts } from '../../platform/index.ts';

export const eventTexts: Readonly<Record<EventKind, string>> = {
  'plans.open': 'En plan har öppnats',
  'plans.point-out': 'Någon mer har sett behovet',
  'plans.assess': 'En huvudman har bedömt behovet',
  'plans.write': 'Något har skrivits i planen',
  'plans.ask-unit': 'En enhet har blivit ombedd att vara med',
  'plans.set-meeting': 'Mötet har satts, flyttats eller ställts in',
  'plans.summon': 'Någon har kallats eller bjudits in',
  'plans.answer-summons': 'Någon har svarat på en kallelse',
  'plans.note-meeting': 'Mötet har hållits',
  'plans.decide': 'Någon har sagt vem som svarar för vad',
  'plans.establish': 'Planen har upprättats',
};

export const stateTexts: Readonly<Record<EventState, string>> = {
  waiting: 'Väntar',
  delivered: 'Levererad',
  withheld: 'Stoppad: får inte berättas längre',
  'given-up': 'Gav upp',
};

const faults: Readonly<Record<string, string>> = {
  'not-allowed': 'adressen leder inte ut på det öppna nätet',
  unanswered: 'inget svar',
};

export const listTexts = {
  title: 'Händelser till egna system',
  lead: 'Era egna system kan få veta att något har hänt i en plan som ni är med i: vilken plan, vad och när. Aldrig mer än så, och bara det som ni får veta.',
  none: 'Inga adresser är registrerade.',
  register: 'Registrera en adress',
  columns: { url: 'Adress', kinds: 'Slag av händelser', since: 'Sedan', state: 'Läge' },
  ended: 'Avslutad',
  live: 'I bruk',
};

export const registerTexts = {
  title: 'Registrera en adress',
  lead: 'Adressen ska börja med https:// och leda till ett system som ni själva har. Varje händelse signeras med en hemlighet som ni får efteråt.',
  url: 'Adress',
  urlHint: 'Till exempel https://system.kommunen.example/overens',
  kinds: 'Vad systemet ska få veta',
  submit: 'Registrera',
};

export const webhookTexts = {
  title: 'Adress för händelser',
  lead: 'Det som har skickats, och vad adressen svarade. Här står inte vilken plan det gäller.',
  facts: { url: 'Adress', kinds: 'Slag av händelser', secret: 'Hemlighet', state: 'Läge' },
  secretUnseen: 'Den senaste hemligheten har inte visats.',
  secretShown: (on: string) => `Visades ${on}. Den visas inte igen.`,
  show: 'Visa hemligheten',
  renew: 'Byt hemlighet',
  end: 'Sluta skicka',
  endHint: 'Inget mer skickas till adressen, inte heller det som väntar.',
  secretTitle: 'Hemligheten',
  secretLead: 'Kopiera den nu och lägg den i ert system. Den visas bara den här gången.',
  back: 'Tillbaka till adressen',
  system: 'Hämta det som har missats',
  systemLead:
    'Ert system kan självt fråga efter händelser till den här adressen, med en egen nyckel: GET /api/v1/events. Nyckeln öppnar bara det. Den visas en gång och finns sedan inte kvar här.',
  systemNone: 'Systemet har ingen nyckel.',
  systemSince: (when: string) => `En nyckel gäller sedan ${when}.`,
  systemMake: 'Gör en nyckel',
  systemRenew: 'Byt nyckel',
  systemRenewHint: 'Den förra gäller ett dygn till.',
  systemEnd: 'Stäng nycklarna',
  systemTitle: 'Nyckeln',
  events: 'Händelser',
  noEvents: 'Inget har hänt än.',
  columns: { number: 'Nummer', kind: 'Vad', at: 'När', state: 'Läge', answer: 'Senaste svaret', again: 'Skicka igen' },
  again: 'Skicka igen',
  noNumber: 'Inget',
  attempts: (count: number) => (count === 1 ? 'Ett försök' : `${count} försök`),
  answer: (status: number | null, fault: string | null) => (status === null ? (faults[fault ?? ''] ?? 'inget svar') : `svarade ${status}`),
  done: {
    registrerad: 'Adressen är registrerad.',
    bytt: 'En ny hemlighet är gjord. Den gamla gäller ett dygn till.',
    avslutad: 'Inget mer skickas.',
    stangda: 'Systemets nycklar öppnar ingenting längre.',
    igen: 'Händelsen skickas igen inom några sekunder.',
  },
};

const because: Readonly<Record<string, string>> = {
  'no-address': 'Skriv en hel adress på högst 500 tecken, till exempel https://system.example/overens.',
  'not-https': 'Adressen ska börja med https://.',
  'has-login': 'Ta bort namnet och lösenordet ur adressen.',
  'has-fragment': 'Ta bort det som står efter # i adressen.',
  'other-port': 'Ta bort portnumret. Bara den vanliga porten för https går att nå.',
  'not-open': 'Adressen leder inte ut på det öppna nätet.',
};

/** Why something about webhooks cannot be done, for people. */
export const refusals: RefusalTexts = {
  'webhook-address': {
    status: 422,
    title: 'Adressen går inte att använda',
    detail: ({ because: why }) => because[String(why)] ?? 'Skriv en annan adress.',
    at: () => '/url',
  },
  'webhook-not-found': { status: 404, title: 'Adressen finns inte', detail: () => 'Den finns inte, eller är inte er.' },
  'webhook-ended': { status: 409, title: 'Adressen är avslutad', detail: () => 'Registrera den på nytt om ni vill ha händelser igen.' },
  'system-unknown': {
    status: 401,
    title: 'Nyckeln gäller inte',
    detail: () => 'Den finns inte, är utbytt eller stängd. Be den som förvaltar organisationen om en ny.',
  },
  'secret-shown': {
    status: 409,
    title: 'Hemligheten har redan visats',
    detail: () => 'Den visas bara en gång. Byt hemlighet om ni inte har den kvar.',
  },
  'event-not-given-up': {
    status: 404,
    title: 'Händelsen väntar inte på dig',
    detail: () => 'Den är redan levererad, skickas redan, eller är inte er.',
  },
};
