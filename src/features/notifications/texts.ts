import type { Rhythm } from '../../domain/notifications/digest-day.ts';
import { isNoticeKind, type NoticeKind } from '../../domain/notifications/kinds.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate, formatDates } from '../../ui/index.ts';
import type { Told } from './name-params.ts';

type KindText = {
  /** What it is about, in the settings. */
  readonly label: string;
  /** What the receiver reads. A name that is not known any more is left out, never guessed. */
  readonly sentence: (told: Told) => string;
  /** Where it can be seen or done; absent when the sentence says it all. */
  readonly href?: (told: Told) => string | undefined;
  /** One and many of it, in an e-mail. Nothing of what they say. */
  readonly counted: readonly [one: string, many: string];
};

const period = ({ params }: Told) => formatDates(String(params.from), String(params.to));

/** The words of each kind of notice. */
export const kindTexts: Record<NoticeKind, KindText> = {
  'contact-by-number': {
    label: 'Ett ärende har öppnats med en person som redan fanns',
    sentence: (told) =>
      `${told.nameOf('account') ?? 'Någon'} har öppnat ett ärende med en person som redan fanns hos er, genom att skriva personens nummer. Granska det i loggen.`,
    href: () => '/logg',
    counted: ['notis om ett ärende att granska i loggen', 'notiser om ärenden att granska i loggen'],
  },
  'decision-awaited': {
    label: 'Ett beslut eller en underskrift väntar på dig',
    sentence: () => 'En överenskommelse är lämnad för beslut. Ditt beslut eller din underskrift står på tur.',
    href: ({ params }) => (params.draft ? `/arbetsversioner/${String(params.draft)}/beslut` : undefined),
    counted: ['notis om ett beslut som väntar', 'notiser om beslut som väntar'],
  },
  'deputy-named': {
    label: 'Du är ersättare för någon som är borta',
    sentence: (told) => `Du är ersättare för ${told.nameOf('account') ?? 'en kollega'} ${period(told)}. Då får du också de notiserna.`,
    href: () => '/notiser/installningar',
    counted: ['notis om att du är ersättare', 'notiser om att du är ersättare'],
  },
  'deputy-released': {
    label: 'Du är inte längre ersättare',
    sentence: (told) => `Du är inte längre ersättare för ${told.nameOf('account') ?? 'en kollega'} ${period(told)}.`,
    counted: ['notis om att du inte längre är ersättare', 'notiser om att du inte längre är ersättare'],
  },
  'emergency-opened': {
    label: 'En nödöppning ska granskas',
    sentence: (told) => `Uppgifter har öppnats i en nödsituation${by(told, 'organisation')}. Granska öppningen i loggen.`,
    href: () => '/logg',
    counted: ['notis om en nödöppning att granska', 'notiser om nödöppningar att granska'],
  },
  'emergency-opened-yours': {
    label: 'Dina uppgifter har öppnats i en nödsituation',
    sentence: (told) => `Dina uppgifter har öppnats i en nödsituation${by(told, 'organisation')}. Du kan se vem som har tittat.`,
    href: () => '/mina-uppgifter',
    counted: ['notis om vem som har tittat', 'notiser om vem som har tittat'],
  },
  'protected-access-changed': {
    label: 'Behörighet till skyddade uppgifter har ändrats',
    sentence: (told) =>
      told.params.given === true
        ? `${told.nameOf('account') ?? 'Någon'} har fått behörighet att se skyddade uppgifter.`
        : `${told.nameOf('account') ?? 'Någon'} har inte längre behörighet att se skyddade uppgifter.`,
    counted: ['notis om ändrad behörighet', 'notiser om ändrad behörighet'],
  },
  'organisation-merged': {
    label: 'En organisation går upp i en annan',
    sentence: ({ params, nameOf }) =>
      `Länsförvaltaren låter ${nameOf('organisation') ?? 'en organisation'} gå upp i ${nameOf('into') ?? 'en annan'} från ${formatDate(String(params.from))}. Enheter, uppdrag och konton följer med.`,
    href: ({ params }) => (params.organisation ? `/organisationer/${String(params.organisation)}` : undefined),
    counted: ['notis om en organisation som går upp i en annan', 'notiser om organisationer som går upp i andra'],
  },
  'protected-looked': {
    label: 'Någon har sett skyddade uppgifter',
    sentence: (told) => `${told.nameOf('account') ?? 'Någon'} har sett uppgifter om en person med skyddad identitet. Granska det i loggen.`,
    href: () => '/logg',
    counted: ['notis om något att granska i loggen', 'notiser om något att granska i loggen'],
  },
  'protection-changed': {
    label: 'Skydd av en identitet har ändrats',
    sentence: (told) =>
      told.params.set === true
        ? 'En persons identitet har fått skydd. Det gäller genast.'
        : 'Skyddet för en persons identitet har tagits bort.',
    counted: ['notis om ändrat skydd', 'notiser om ändrat skydd'],
  },
  'unit-moved': {
    label: 'En enhet har flyttats till eller från din organisation',
    sentence: ({ params, nameOf }) =>
      `Länsförvaltaren har flyttat ${nameOf('unit') ?? 'en enhet'} från ${nameOf('before') ?? 'en organisation'} till ${nameOf('organisation') ?? 'en annan'} från ${formatDate(String(params.from))}.`,
    href: ({ params }) => (params.unit ? `/organisation/enheter/${String(params.unit)}` : undefined),
    counted: ['notis om en enhet som har flyttats', 'notiser om enheter som har flyttats'],
  },
};

/** ` av Aneby kommun`, or nothing when the name is not known. */
function by({ nameOf }: Told, param: string): string {
  const name = nameOf(param);
  return name ? ` av ${name}` : '';
}

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
};

/** Why something about notices could not be done, and what to do. */
export const refusals: RefusalTexts = {
  ...apiRefusals,
  'act-not-found': {
    status: 404,
    title: 'Det finns inget att följa',
    detail: () => 'Bara den som gjorde något kan se vem som fick veta det, och bara om någon skulle få veta det.',
  },
  'undelivered-not-found': {
    status: 404,
    title: 'Den finns inte bland det som inte kom fram',
    detail: () => 'Den kan ha levererats sedan du öppnade sidan. Gå tillbaka och se efter. Ingenting har ändrats.',
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
