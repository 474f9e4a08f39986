import type { DischargeState, DischargeStepName } from '../../../domain/plans/discharge.ts';
import type { DischargeEventName } from '../../../domain/plans/discharge-notes.ts';
import type { Payment, PaymentBar, PaymentDoubt } from '../../../domain/plans/municipal-payment.ts';
import type { RefusalTexts } from '../../../platform/index.ts';

export const eventTexts: Readonly<Record<DischargeEventName, string>> = {
  admitted: 'Inskriven på sjukhuset',
  needSeen: 'Behovet av stöd efteråt sågs, om det var senare',
  admissionNotice: 'Inskrivningsmeddelande skickat',
  fixedContact: 'Fast vårdkontakt utsedd',
  dischargeReady: 'Besked om utskrivningsklar skickat',
  summons: 'Kallelse till planering skickad',
  discharged: 'Utskriven',
  transfer: 'Information överförd',
};

export const dischargeStepTexts: Readonly<Record<DischargeStepName, string>> = {
  'admission-notice': 'Inskrivningsmeddelande',
  'fixed-contact': 'Fast vårdkontakt, före utskrivningen',
  summons: 'Kallelse till planering',
  transfer: 'Information överförd',
};

export const dischargeStateTexts: Readonly<Record<DischargeState, string>> = {
  done: 'Klart',
  'done-late': 'Klart, men sent',
  'in-doubt': 'Osäkert',
  due: 'Ska göras',
  late: 'Försenat',
  waiting: 'Räknas inte än',
};

export const barTexts: Readonly<Record<PaymentBar, string>> = {
  'no-admission-notice': 'inget inskrivningsmeddelande är skickat',
  'no-discharge-ready': 'inget besked om utskrivningsklar är skickat',
  'no-summons': 'ingen kallelse är skickad',
  'open-care-missing': 'det är regionens egen öppenvård som saknas',
  'discharged-before': 'personen skrevs ut innan dagen kom',
};

export const doubtTexts: Readonly<Record<PaymentDoubt, string>> = {
  'agreement-unknown': 'Vi vet inte om länet har en egen överenskommelse om dagen.',
  'agreement-not-read': 'Länet har en egen överenskommelse. Vilken dag den anger är inte känt här.',
  'summons-late': 'Kallelsen skickades sent. Lagen säger inte vad det gör med dagen.',
  'summons-on-holiday': 'Sista dagen för kallelsen var en helg. Om den flyttas är inte bekräftat.',
  'open-care-unknown': 'Det står inte om det är regionens öppenvård som saknas.',
  'compulsory-care': 'Tvångsvård går över i öppen form. Då gäller andra regler för planen.',
  'discharged-that-day': 'Personen skrevs ut samma dag. Om den dagen räknas är inte bekräftat.',
};

export const dischargeTexts = {
  heading: 'Utskrivning',
  none: 'Skriv när personen skrevs in. Då räknas tiderna ut.',
  note: 'Skriv vad som har hänt',
  contact: (name: string) => `Fast vårdkontakt: ${name}.`,
  columns: ['Steg', 'Läge', 'Vad tiden vilar på'],
  due: (day: string) => `Senast ${day}`,
  moved: (day: string) => `Sista dagen är en helg. Nästa vardag är ${day}. Om tiden flyttas dit är inte bekräftat.`,
  noDays: 'Lagen anger inget antal dagar.',
  happened: 'Det som har hänt',
  payment: 'När kommunen börjar betala',
  pays: {
    yes: (day: string) => `Kommunen betalar från och med ${day}.`,
    no: (why: string) => `Kommunen betalar inte: ${why}.`,
    unknown: (day: string | undefined) =>
      day ? `Säkert svar går inte att ge. Enligt lagen är första dagen ${day}.` : 'Säkert svar går inte att ge.',
  } satisfies Readonly<Record<Payment['pays'], unknown>>,
  wouldBe: (day: string) => `Utan hinder är första dagen ${day}.`,
  rule: (days: number) => `Kommunen börjar betala ${days} dagar efter beskedet.`,
  lateRule: (time: string, days: number) => `Skickas beskedet efter klockan ${time} är det ${days} dagar.`,
  after: 'Beskedet skickades efter den tiden.',
  unknown: 'Det här vet vi inte',
} as const;

export const dischargeFormTexts = {
  title: 'Vad har hänt kring utskrivningen?',
  lead: 'Skriv dag och klockslag. Det som inte har hänt lämnar du tomt.',
  on: 'Dag',
  at: 'Klockan',
  contact: 'Vem är fast vårdkontakt?',
  openCare: 'Är det regionens egen öppenvård som saknas?',
  openCareOptions: { yes: 'Ja', no: 'Nej', unknown: 'Vi vet inte' },
  compulsory: 'Tvångsvård',
  compulsoryOption: 'Personen har vårdats enligt LPT eller LRV, och vården går över i öppen form',
  submit: 'Spara',
} as const;

export const carePlanTexts = {
  heading: 'Samordnad vårdplan',
  lead: 'Planen görs när tvångsvård går över i öppen form. Personens inställning ska stå i den. Varje enhet med en insats ska justera den.',
  source: 'Lagen om psykiatrisk tvångsvård 7 a § och lagen om rättspsykiatrisk vård 12 a §',
  attitude: 'Personens inställning',
  noAttitude: 'Inte skriven än',
  noteAttitude: 'Skriv personens inställning',
  adjusted: 'Justerad av',
  nobody: 'Ingen enhet än',
  toAdjust: 'Ska justeras av',
  adjust: 'Justera för din enhet',
  again: 'Ändras en insats ska planen justeras på nytt.',
} as const;

export const attitudeFormTexts = {
  title: 'Personens inställning till planen',
  lead: 'Skriv vad personen tycker, med personens egna ord om det går.',
  words: 'Vad tycker personen om planen?',
  submit: 'Spara',
} as const;

export const adjustFormTexts = {
  title: 'Justera vårdplanen',
  lead: 'Din enhet står för sina insatser så som de är skrivna nu.',
  submit: 'Justera planen',
} as const;

/** Why something cannot be done to a plan of its kind. */
export const kindRefusals: RefusalTexts = {
  'plan-not-of-kind': { status: 422, title: 'Det hör till en annan plan', detail: () => 'Det här finns inte i en plan av det här slaget.' },
  'discharge-not-admitted': {
    status: 422,
    title: 'Inskrivningen saknas',
    detail: () => 'Skriv när personen skrevs in. Tiderna räknas därifrån.',
    at: () => '/events/admitted/on',
  },
  'discharge-in-future': {
    status: 422,
    title: 'Det har inte hänt än',
    detail: () => 'Skriv bara det som redan har hänt.',
    at: ({ event }) => `/events/${String(event)}/on`,
  },
  'discharge-before-admission': {
    status: 422,
    title: 'Tiderna står i fel ordning',
    detail: () => 'Det kan inte ha hänt innan personen skrevs in.',
    at: ({ event }) => `/events/${String(event)}/on`,
  },
  'adjust-nothing': {
    status: 422,
    title: 'Ingen insats är er',
    detail: () => 'Din enhet har ingen insats i planen. Då finns inget att justera.',
    at: () => '',
  },
  'plan-reworded': {
    status: 409,
    title: 'Planen har ändrats',
    detail: () => 'Någon har ändrat en insats sedan du öppnade sidan. Läs planen och justera den som den står nu.',
  },
};
