import type { EmergencyReason, Verdict } from '../../domain/persons/emergency.ts';
import type { ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import { formatDateTime } from '../../ui/formats.ts';

/** What stands in a list instead of a name that is protected. */
export const MASKED = 'Skyddade uppgifter';

export const protectionLabels: Readonly<Record<ProtectedIdentity, string>> = {
  sekretessmarkering: 'Sekretessmarkering',
  'skyddad-folkbokforing': 'Skyddad folkbokföring',
  'fingerade-personuppgifter': 'Fingerade personuppgifter',
};

export const reasonLabels: Readonly<Record<EmergencyReason, string>> = {
  unconscious: 'Personen är medvetslös eller så svårt sjuk att hen inte kan svara',
  confused: 'Personen kan inte förstå frågan nu',
  unreachable: 'Personen går inte att nå, och det går inte att vänta',
};

export const verdictLabels: Readonly<Record<Verdict, string>> = { justified: 'Befogad', unjustified: 'Inte befogad' };

/** Languages whose names the runtime lacks. */
export const languageNames: Readonly<Record<string, string>> = {
  swl: 'svenskt teckenspråk',
  prs: 'dari',
  rom: 'romani',
  mkd: 'makedonska',
};

export const findTexts = {
  title: 'Sök person',
  lead: 'Du hittar bara personer som din enhet arbetar med. Varje sökning sparas i loggen.',
  by: 'Sök på',
  name: { label: 'Namn', hint: 'Hela namnet eller början av det.' },
  number: { label: 'Personnummer, samordningsnummer eller reservnummer', hint: 'Tio eller tolv tecken.' },
  caseNumber: { label: 'Ärendenummer', hint: 'Hela numret, som det står hos er.' },
  why: 'Skriv i ett av fälten. Det går inte att söka på något annat.',
  one: 'Skriv i ett av fälten, och bara ett',
  submit: 'Sök',
  register: 'Lägg upp en person',
  emergency: 'Nödöppning',
  results: 'Träffar',
  none: { heading: 'Ingen träff', text: 'Ingen som din enhet arbetar med passar. Det säger inget om andra enheter.' },
  masked: 'Någon av träffarna har skyddade personuppgifter. Namnet är dolt, och en granskare har fått veta att du fick träffen.',
  more: (most: number) => `Fler än ${most} passar. Skriv mer av namnet.`,
  columns: { name: 'Namn', number: 'Nummer', cases: 'Ärenden hos er', owner: 'Huvudman' },
};

export const formTexts = {
  name: 'Namn',
  number: 'Personnummer, samordningsnummer eller reservnummer',
  numberHint: 'Tio eller tolv tecken. Lämna tomt om personen saknar nummer.',
  interpreter: 'Tolk',
  interpreterNone: 'Behövs inte',
  address: 'Adress',
  whereabouts: 'Var personen vistas nu',
  whereaboutsHint: 'Om det är någon annanstans än adressen.',
  caseNumber: 'Ärendenummer hos er',
  caseNumberHint: 'Utan mellanslag.',
  blocked: 'Spärr för nödöppning',
  blockedHint: 'Personen har sagt nej till att andra vårdgivare och omsorgsgivare kan öppna uppgifterna. Lag (2022:913) 2 kap. 2–3 §§.',
  blockedNo: 'Ingen spärr',
  blockedYes: 'Spärrad: ingen annan huvudman kan öppna uppgifterna i en nödsituation',
  placeHidden: 'Adressen är skyddad och visas bara för den som har särskild behörighet. Den ändras inte när du sparar.',
};

export const registerTexts = {
  title: 'Lägg upp en person',
  lead: 'Din enhet får ett pågående ärende med personen. Finns numret redan hos er huvudman får din enhet ett ärende med den personen i stället, om namnet stämmer. Inget annat ändras, och en granskare får veta det.',
  submit: 'Lägg upp',
};

export const personTexts = {
  plan: 'Öppna en samordnad plan',
  title: 'Person',
  facts: 'Uppgifter',
  name: 'Namn',
  number: 'Nummer',
  noNumber: 'Inget nummer',
  interpreter: 'Tolk',
  owner: 'Huvudman',
  address: 'Adress',
  whereabouts: 'Vistas',
  unknown: 'Inte angivet',
  protectedHeading: 'Skyddade personuppgifter',
  protectedText: (kind: string | undefined) =>
    `${kind ? `${kind}. ` : ''}Säg inte till någon var personen bor eller är. Din titt är sparad och en granskare får veta det.`,
  placeHidden: 'Visas bara för den som har särskild behörighet',
  blocked: 'Spärrad för nödöppning',
  grounds: {
    share: 'Du ser uppgifterna för att huvudmannen delar dem med din enhet. Du kan läsa men inte ändra.',
    emergency: 'Du ser uppgifterna efter en nödöppning. Du kan läsa men inte ändra, och öppningen granskas.',
  },
  contacts: 'Ärenden hos din enhet',
  caseNumber: 'Ärendenummer',
  unit: 'Enhet',
  period: 'Tid',
  action: 'Åtgärd',
  end: 'Avsluta ärendet',
  ended: 'Ärendet är avslutat.',
  merged: (unit: string, now: string) => `${now} (tidigare ${unit})`,
  noMore: (unit: string) => `${unit} (enheten finns inte längre)`,
  follows:
    'När enheter slås ihop följer ärendena med till den nya enheten. När en enhet delas eller läggs ned gör de inte det: då behövs ett nytt ärende.',
  endWarning: 'När enheten inte har något pågående ärende kan ni inte längre läsa uppgifterna.',
  change: 'Ändra uppgifter',
  open: 'Öppna ett ärende',
  protect: 'Skyddade personuppgifter',
  protectByOthers: 'Du kan inte ändra skyddet. Be en kollega som har behörighet för skyddade personuppgifter.',
  saved: 'Uppgifterna är sparade.',
  joined: 'Personen fanns redan. Din enhet har fått ett ärende, inget annat har ändrats, och en granskare hos er får veta det.',
  back: 'Sök person',
};

export const changeTexts = {
  title: 'Ändra uppgifter',
  submit: 'Spara',
  known: 'Öppna personen som har numret',
  now: 'Så står det nu',
  none: 'Inget',
};

export const contactTexts = {
  title: 'Öppna ett ärende',
  lead: 'Den enhet du väljer kan läsa och ändra uppgifterna från och med i dag. En enhet som börjar senare kan det från sin första dag.',
  unit: 'Enhet',
  own: 'Din egen enhet',
  submit: 'Öppna',
};

export const protectTexts = {
  title: 'Skyddade personuppgifter',
  lead: 'Med skydd visas adress och vistelse bara för den som har särskild behörighet, och namnet döljs i listor. Granskaren får veta att du ändrar.',
  legend: 'Vilket skydd har personen?',
  none: 'Inget skydd',
  submit: 'Spara',
};

export const accessTexts = {
  title: 'Behörighet för skyddade personuppgifter',
  lead: 'Den som har behörigheten ser adress och vistelse för personer med skydd, bland dem som den egna enheten arbetar med. Ge den till få.',
  caption: 'De som arbetar med personer hos er',
  name: 'Namn',
  unit: 'Enhet',
  access: 'Behörighet',
  action: 'Åtgärd',
  has: 'Ja',
  hasUntil: (day: string) => `Ja, till och med ${day}`,
  hasNot: 'Nej',
  give: 'Ge behörighet',
  take: 'Ta tillbaka',
  done: 'Ändringen är sparad. Granskaren får veta det.',
  none: {
    heading: 'Ingen arbetar med personer hos er i dag',
    text: 'Det finns inga uppdrag som handläggare, behandlare eller samordnare.',
  },
};

export const emergencyTexts = {
  title: 'Nödöppning',
  lead: 'Öppna uppgifter hos en annan huvudman när personen behöver vård eller omsorg nu och inte kan säga ja eller nej.',
  warning: 'Öppningen sparas och granskas. Personen får veta att du har öppnat, och varför.',
  lasts: (hours: number) => `Uppgifterna är öppna i ${hours} timmar. Det som är spärrat öppnas inte.`,
  basis: 'Lag (2022:913) om sammanhållen vård- och omsorgsdokumentation, 3 kap. 5–6 §§',
  reason: 'Varför kan personen inte svara?',
  text: 'Vad behöver du veta, och varför går det inte att vänta?',
  submit: 'Öppna uppgifterna',
  done: 'Nödöppning',
  until: (moment: Temporal.Instant) => `Öppet till ${formatDateTime(moment)}`,
  opened: 'Öppnade uppgifter',
  blocked: {
    heading: 'Spärrade uppgifter',
    text: 'De här huvudmännen har uppgifter som personen har spärrat. De öppnas inte. Be huvudmannen häva spärren om det behövs.',
  },
  read: (owner: string) => `Läs uppgifterna hos ${owner}`,
};

export const reviewTexts = {
  title: 'Granska nödöppningar',
  lead: 'Varje nödöppning ska bedömas. Ingen bedömer sin egen.',
  none: { heading: 'Inget att granska', text: 'Ingen hos er har gjort någon nödöppning.' },
  by: 'Öppnad av',
  owner: 'Uppgifter hos',
  when: 'När',
  reason: 'Skäl',
  words: 'Motivering',
  record: 'Post',
  verdict: 'Var öppningen befogad?',
  text: 'Varför tycker du det?',
  submit: 'Spara bedömningen',
  judged: (verdict: string) => `Bedömd: ${verdict.toLowerCase()}`,
  own: 'Du gjorde den här öppningen. Någon annan bedömer den.',
  done: 'Bedömningen är sparad.',
};

export const ownOpeningTexts = {
  heading: 'Nödöppningar',
  lead: 'Någon har öppnat dina uppgifter hos en annan huvudman när du inte kunde svara. Varje nödöppning granskas.',
  by: 'Öppnad av',
  owner: 'Uppgifter hos',
  until: 'Öppen till',
  reason: 'Skäl',
  review: 'Granskning',
  waits: 'Inte granskad än',
};

export const ownTexts = {
  title: 'Mina uppgifter',
  lead: 'Det här har huvudmännen skrivit om dig i Överens. Varje huvudman har sina egna uppgifter.',
  none: { heading: 'Ingen har skrivit något om dig här', text: 'När en region eller kommun börjar arbeta med dig i Överens står det här.' },
  protected: 'Dina uppgifter är skyddade.',
  contacts: 'Enheter som arbetar med dig',
  wrong: 'Är något fel? Säg till hos den enhet du har kontakt med.',
};
