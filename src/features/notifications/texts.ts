import type { Rhythm } from '../../domain/notifications/digest-day.ts';
import { isNoticeKind } from '../../domain/notifications/kinds.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import type { Told } from './name-params.ts';
import { kindTexts } from './texts-kinds.ts';

/** The sentence of a notice; one that a later version of the program knows is said to be that. */
export function saidNotice(kind: string, told: Told): { sentence: string; href: string | undefined } {
  if (!isNoticeKind(kind)) return { sentence: inboxTexts.unknownKind, href: undefined };
  return { sentence: kindTexts[kind].sentence(told), href: kindTexts[kind].href?.(told) };
}

/** How many of a kind, for an e-mail. */
export function saidCount(kind: string, count: number): string {
  const [one, many] = isNoticeKind(kind) ? kindTexts[kind].counted : digestTexts.other;
  return `${count} ${count === 1 ? one : many}`;
}

export const digestTexts = {
  subject: (count: number) => (count === 1 ? 'Du har 1 oläst notis i Överens' : `Du har ${count} olästa notiser i Överens`),
  greeting: (count: number) =>
    `Hej!\n\n${count === 1 ? 'En notis väntar' : `${count} notiser väntar`} på dig i Överens. Av sekretesskäl står inte innehållet här.`,
  read: (address: string) => `Läs dem här: ${address}`,
  stop: (address: string) => `Du väljer själv hur ofta du får det här brevet: ${address}`,
  other: ['annan notis', 'andra notiser'],
} as const;

export const inboxTexts = {
  title: 'Notiser',
  lead: (unread: number) => (unread === 0 ? 'Du har läst alla dina notiser.' : unread === 1 ? '1 är oläst.' : `${unread} är olästa.`),
  unread: 'Oläst',
  read: (when: string) => `Läst ${when}`,
  number: (number: number) => `Nummer ${number}`,
  at: (time: string) => `kl. ${time}`,
  markRead: 'Markera som läst',
  acknowledge: 'Jag har tagit del av det',
  markAll: 'Markera alla som lästa',
  marked: 'Det är noterat.',
  standsIn: (name: string | undefined) => (name ? `Till dig som ersättare för ${name}` : 'Till dig som ersättare'),
  unknownKind: 'Något har hänt som den här sidan ännu inte kan beskriva.',
  open: 'Öppna',
  none: 'Ingen har behövt berätta något för dig.',
  empty: { heading: 'Inga notiser ännu', text: 'När något händer som du behöver veta hamnar det här. Ingenting tas bort.' },
  gap: {
    heading: 'Det saknas notiser',
    text: (numbers: string) =>
      `Dina notiser är numrerade i följd, men ${numbers} finns inte. Något har gått förlorat. Hör av dig till den som förvaltar tjänsten och ange numren.`,
    one: (number: number) => `nummer ${number}`,
    span: (first: number, last: number) => `nummer ${first}–${last}`,
  },
  older: 'Äldre notiser',
  settings: 'Inställningar för notiser',
};

export const sentTexts = {
  title: 'Vem har fått det?',
  lead: 'Så här gick det med det du lät meddela.',
  receiver: 'Mottagare',
  delivered: 'Levererad',
  read: 'Läst',
  notRead: 'Inte läst än',
  individual: 'Den enskilde',
  deputy: 'ersättare',
  waiting: { heading: 'Inte levererad än', text: 'Leveransen sker oftast inom några sekunder. Ladda om sidan.' },
  nobody: { heading: 'Ingen mottagare fanns', text: 'Ingen hade rollen den dag det levererades. Meddela på annat sätt.' },
};

export const undeliveredTexts = {
  title: 'Det som inte kom fram',
  lead: (count: number) =>
    count === 0
      ? 'Alla notiser och påminnelser har kommit fram.'
      : count === 1
        ? 'En notis eller påminnelse kom inte fram.'
        : `${count} notiser och påminnelser kom inte fram.`,
  closed: 'Här syns varken vad de säger eller vem de gäller. Rätta orsaken och försök igen. Att du försöker igen sparas.',
  cut: (shown: number) => `De ${shown} senaste visas.`,
  columns: { what: 'Vad', where: 'Organisation', when: 'Misslyckades', attempts: 'Försök', reason: 'Orsak', again: 'Försök igen' },
  what: (what: 'notice' | 'digest', kind: string | null): string =>
    what === 'digest' ? 'Påminnelse med e-post' : kind !== null && isNoticeKind(kind) ? kindTexts[kind].label : 'Notis',
  since: (when: string) => `från ${when}`,
  unknown: 'Inte känt',
  reasons: {
    'nobody-to-tell': 'Ingen hade rollen, och ingen förvaltare fanns. Ge någon uppdraget först.',
    'mail-refused': 'E-postservern tog inte emot brevet.',
    'no-address': 'Mottagaren har ingen e-postadress.',
    'receiver-gone': 'Mottagarens konto är stängt.',
  } as Readonly<Record<string, string>>,
  otherReason: (code: string) => `Tekniskt fel (${code})`,
  retry: 'Försök igen',
  retried: 'Det väntar på leverans igen, oftast några sekunder.',
  none: { heading: 'Inget att göra', text: 'När en notis eller påminnelse inte når någon visas den här.' },
};

export const rhythmTexts: Record<Rhythm, string> = {
  none: 'Aldrig',
  daily: 'Varje arbetsdag',
  weekly: 'En gång i veckan',
};

export const settingsTexts = {
  title: 'Inställningar för notiser',
  lead: 'Alla notiser finns alltid här i tjänsten. Du väljer om ett brev ska påminna dig.',
  digest: {
    heading: 'Påminnelse med e-post',
    text: 'Brevet kommer på morgonen en arbetsdag. Det säger bara hur många notiser som väntar, aldrig vad de handlar om.',
    to: (email: string) => `Brevet skickas till ${email}.`,
    noAddress: { heading: 'Din e-postadress är inte känd', text: 'Adressen kommer från din inloggning. Utan den skickas inget brev.' },
    noMail: { heading: 'E-post är inte inkopplad här', text: 'Dina val sparas, men inga brev skickas från den här installationen.' },
    save: 'Spara val',
    saved: 'Dina val är sparade.',
  },
  absence: {
    heading: 'När du är borta',
    text: 'Då går dina notiser också till en ersättare. Du har kvar dem själv.',
    first: 'Första dagen borta',
    last: 'Sista dagen borta',
    day: 'År-månad-dag, till exempel 2026-11-22.',
    deputy: 'Ersättare',
    byAssignment: 'De som har uppdrag som ersättare för mina',
    save: 'Lägg till',
    saved: 'Perioden är tillagd. Ersättaren får veta det.',
    own: (dates: string, name: string | null) => `${dates}. ${name ? `Ersättare: ${name}` : 'Ersättare enligt uppdrag'}`,
    others: (dates: string, name: string | null) => `Du är ersättare för ${name ?? 'en kollega'} ${dates}.`,
    withdraw: 'Ta bort',
    withdrawn: 'Perioden är borttagen.',
    none: 'Inget är inlagt.',
    listed: 'Inlagt',
  },
  dayFault: { first: 'Skriv första dagen som år-månad-dag', last: 'Skriv sista dagen som år-månad-dag' },
};

/** What the API about notices may refuse with. */
export const apiRefusals: RefusalTexts = {
  'notice-not-found': { status: 404, title: 'Notisen finns inte', detail: () => 'Den är inte din, eller har aldrig funnits.' },
  'undelivered-not-found': {
    status: 404,
    title: 'Den finns inte bland det som inte kom fram',
    detail: () => 'Den kan ha levererats sedan du öppnade sidan. Gå tillbaka och se efter. Ingenting har ändrats.',
  },
};

/** Why something about notices could not be done, and what to do. */
export const refusals: RefusalTexts = {
  ...apiRefusals,
  'act-not-found': {
    status: 404,
    title: 'Det finns inget att följa',
    detail: () => 'Bara den som gjorde något kan se vem som fick veta det, och bara om någon skulle få veta det.',
  },
  'absence-order': {
    status: 422,
    title: 'Dagarna är i fel ordning',
    detail: () => 'Sista dagen måste vara samma dag som den första eller senare.',
  },
  'absence-past': { status: 422, title: 'Perioden är redan slut', detail: () => 'Sista dagen måste vara i dag eller senare.' },
  'absence-long': { status: 422, title: 'Perioden är för lång', detail: () => 'Lägg in högst ett år i taget.' },
  'absence-overlaps': {
    status: 409,
    title: 'Du är redan borta då',
    detail: () => 'Ta bort den period som redan är inlagd, eller välj andra dagar.',
  },
  'absence-not-found': { status: 404, title: 'Perioden finns inte', detail: () => 'Den är inte din, eller är redan borttagen.' },
  'deputy-not-found': {
    status: 422,
    title: 'Ersättaren går inte att välja',
    detail: () => 'Välj någon som har ett uppdrag i samma organisation som du.',
  },
};
