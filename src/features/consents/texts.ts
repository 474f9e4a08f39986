import type { ConsentAnswer, ConsentStatus, Purpose } from '../../domain/consents/kinds.ts';
import type { AskedKind } from './take-consent.ts';

/** What each question is about. */
export const kindTexts: Readonly<Record<AskedKind, string>> = {
  'make-plan': 'Får planen göras?',
  'lift-secrecy': 'Vem får veta vad?',
  'invite-outside': 'Får ni bjuda in någon utanför region och kommun?',
  'shared-documentation': 'Får vårdgivare läsa i varandras journaler?',
};

/** How the answer stands now. */
export const statusTexts: Readonly<Record<ConsentStatus, string>> = {
  'not-asked': 'Inte tillfrågad',
  given: 'Ja',
  partly: 'Ja, delvis',
  declined: 'Nej',
  withdrawn: 'Har tagit tillbaka sitt ja',
  expired: 'Svaret gäller inte längre',
  'cannot-consent': 'Kan inte ta ställning',
};

export const answerTexts: Readonly<Record<ConsentAnswer, string>> = {
  given: 'Ja',
  partly: 'Ja, delvis',
  declined: 'Nej',
  cannot: 'Kan inte ta ställning',
};

export const purposeTexts: Readonly<Record<Purpose, { readonly label: string; readonly short: string }>> = {
  planning: { label: 'För att göra planen', short: 'för att göra planen' },
  'carrying-out': { label: 'För att göra det som planen säger', short: 'för att genomföra planen' },
  'following-up': { label: 'För att följa upp', short: 'för att följa upp' },
};

export const consentTexts = {
  title: 'Samtycke och vad som får delas',
  lead: 'Två huvudmän som känner samma person får ändå inte berätta för varandra. Personen bestämmer vem som får veta vad.',
  guidanceHeading: 'Så frågar du',
  guidance: [
    'Fråga först vad som inte får sägas, och till vem.',
    'Säg vilken enhet det gäller, vad den skulle få veta, vad det ska användas till och hur länge.',
    'Ett ja till planen är inte ett ja till att berätta. Fråga om var sak för sig.',
    'Ett nej till något får inte kosta något annat. Säg att personen kan ändra sig när som helst.',
  ],
  answers: 'Vad personen har svarat',
  note: 'Skriv ner svaret',
  readers: 'Vem läser vad nu',
  readersLead: 'Så här är det just nu. Det som tas tillbaka är stängt nästa gång någon öppnar sidan.',
  part: 'Del av planen',
  reads: { consent: 'Ja', rule: 'Ja, genom beslut enligt lag', excluded: 'Nej, personen vill inte', none: 'Nej' },
  ownUnits: (units: string) => `${units} hör till den huvudman som samordnar. De läser bara om de själva arbetar med personen.`,
  nobodyElse: 'Ingen annan huvudman är med i planen än, så ingen annan läser något.',
  all: 'Alla svar',
  nothing: 'Inget svar är nedskrivet än.',
  given: (day: string) => `Lämnat ${day}`,
  recorded: (time: string) => `nedskrivet ${time}`,
  own: 'av personen själv',
  methods: { oral: 'muntligt', written: 'skriftligt', representative: 'genom företrädare' },
  evidence: (where: string) => `Dokumenterat: ${where}`,
  scopesOf: (question: string, nth: number) => `${question} Svar ${nth}`,
  scopeColumns: ['Vem', 'Vad', 'Till och med', 'Gäller'],
  may: (who: string) => `${who} får läsa`,
  mayNot: (who: string) => `${who} får inte veta`,
  everyUnit: (organisation: string) => `Alla enheter i planen hos ${organisation}`,
  someLeft: 'Alla har inte svarat än',
  disagree: 'Vårdnadshavarna är oense',
  holds: 'Ja',
  notYet: 'Inte än. Alla har inte sagt ja.',
  ended: 'Nej, tiden är slut',
  tookBack: 'Nej, taget tillbaka',
  takeBack: 'Ta tillbaka',
  takenBack: 'Taget tillbaka',
  taken: 'Svaret är nedskrivet och gäller nu.',
  takenWaits: 'Svaret är nedskrivet. Det öppnar ingenting förrän alla som ska svara har sagt ja.',
  withdrawn: 'Det är taget tillbaka och stängt nu.',
  savedSpeaker: 'Det är sparat och gäller från den dag du skrev.',
} as const;

export const takeTexts = {
  leads: {
    'make-plan': 'Det här svaret gäller bara om planen får göras. Det öppnar ingenting för någon.',
    'lift-secrecy': 'Kryssa bara det som personen har sagt ja till. Det som inte är kryssat är stängt.',
    'invite-outside':
      'Till exempel en arbetsgivare, skolan eller en vän. Skriv vem det gäller där svaret är dokumenterat. Den som bjuds in läser ingenting i planen.',
    'shared-documentation': 'Det gäller journaler som vårdgivare kan läsa hos varandra. Det öppnar ingenting i planen.',
  },
  answer: 'Vad blev svaret?',
  giver: 'Vem svarade?',
  giverHint: 'Skriv ner vars och ens svar för sig.',
  person: 'Personen själv',
  method: 'Hur lämnades svaret?',
  methods: { oral: 'Muntligt', written: 'Skriftligt' },
  on: 'Vilken dag?',
  onHint: 'Skriv ÅÅÅÅ-MM-DD. I dag eller tidigare.',
  evidence: 'Var är det dokumenterat?',
  evidenceHint: 'Till exempel journalanteckning och datum, eller var blanketten finns.',
  receivers: 'Vem får läsa?',
  kinds: 'Vad får de läsa?',
  purposes: 'Vad får de använda det till?',
  until: 'Till och med vilken dag?',
  untilHint: 'Skriv till exempel 2027-11-22. Högst två år fram.',
  shutTo: 'Vem får inte veta?',
  shut: 'Vad får de inte veta?',
  shutHint: 'Det går före allt som är öppnat, också av ett senare svar.',
  submit: 'Spara svaret',
} as const;

export const withdrawTexts = {
  title: 'Ta tillbaka',
  lead: 'Det som tas tillbaka stängs genast. Det som redan har lästs kan ingen ta tillbaka. Det som personen inte vill ska vara känt förblir stängt, om det inte kryssas här.',
  whole: 'Vad tas tillbaka?',
  options: { all: 'Allt som svaret öppnar', some: 'Bara det som kryssas här under' },
  scopes: 'Vilka delar?',
  submit: 'Ta tillbaka',
  may: (who: string, what: string, why: string) => `${who} får läsa: ${what}, ${why}`,
  mayNot: (who: string, what: string, why: string) => `${who} får inte veta: ${what}, ${why}`,
} as const;
