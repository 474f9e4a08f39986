import type { Outcome, ReceiverKind, RoundAct, RoundState, Stance } from '../../domain/consultations/round.ts';
import type { ParticipationLevel } from '../../domain/drafts/draft-file.ts';
import { formatDate } from '../../ui/formats.ts';
import { levelNames } from '../agreements/index.ts';

export const stateLabels: Record<RoundState, string> = {
  open: 'Öppen',
  overdue: 'Sista dagen har gått, svaren hanteras',
  closed: 'Avslutad',
  recalled: 'Återkallad',
};

/** What each act is called on a button. */
export const actLabels: Record<RoundAct, string> = {
  'consultations.comment': 'Lämna synpunkt',
  'consultations.reply': 'Säg att ni är klara',
  'consultations.enter': 'För in ett svar som kom på annat sätt',
  'consultations.dispose': 'Svara på synpunkten',
  'consultations.close': 'Avsluta remissen',
  'consultations.extend': 'Ge mer tid att svara',
  'consultations.recall': 'Återkalla remissen',
};

export const kindLabels: Record<ReceiverKind, string> = {
  huvudman: 'Regionen och kommunerna',
  body: 'Gemensamma organ',
  unit: 'Enheter',
  'user-organisation': 'Brukar- och anhörigorganisationer',
};

export const outcomeLabels: Record<Outcome, string> = {
  accepted: 'Vi ändrar som ni föreslår',
  'in-part': 'Vi ändrar delvis',
  rejected: 'Vi ändrar inte',
  noted: 'Vi har noterat synpunkten',
};

export const stanceLabels: Record<Stance, string> = { 'no-remarks': 'Inget att erinra (inga synpunkter)', done: 'Alla synpunkter lämnade' };

/** What is offered of participation, where an agreement that is decided says what was given. */
export const levelLabels: Record<ParticipationLevel, string> = {
  information: `${levelNames.information} – de tillfrågade får veta`,
  consultation: `${levelNames.consultation} – de tillfrågade får säga vad de tycker`,
  dialogue: `${levelNames.dialogue} – samtal i flera omgångar`,
  influence: `${levelNames.influence} – de tillfrågade är med och formar förslaget`,
  'shared-decision': `${levelNames['shared-decision']} – de tillfrågade är med och avgör`,
};

/** A place of the text, as a reader finds it. */
export const placeTexts = { whole: 'Hela förslaget', sentence: (heading: string) => `${heading}, en mening` };

export const listTexts = {
  title: 'Remisser',
  lead: 'Förslag till överenskommelser som är ute för synpunkter, och vad synpunkterna ledde till.',
  empty: { heading: 'Inga remisser just nu', text: 'När ett förslag är ute på offentlig remiss kan alla läsa det här.' },
  running: 'Pågår',
  ended: 'Avslutade',
  until: (day: string, state: RoundState) =>
    state === 'overdue' ? `Sista dagen var ${formatDate(day)}` : `Svara senast ${formatDate(day)}`,
  closedOn: (day: string) => `Avslutad ${formatDate(day)}`,
  recalledOn: (day: string) => `Återkallad ${formatDate(day)}`,
  asked: 'Ni är tillfrågade',
  closed: 'Inte offentlig',
};

export const roundTexts = {
  caption: 'Remiss',
  version: (label: string) => `Förslag till version ${label}`,
  facts: {
    state: 'Läge',
    lastDay: 'Svara senast',
    sent: 'Skickad',
    level: 'Delaktighet',
    receivers: 'Tillfrågade',
    public: 'Vem får läsa',
  },
  isPublic: 'Alla',
  notPublic: 'De tillfrågade och de som skriver förslaget',
  nobody: 'Ingen särskild',
  partOf: (name: string, whole: string) => `${name} (tidigare del av ${whole})`,
  divided: (name: string) => `${name} (har delats, delarna svarar)`,
  asks: 'Det här vill vi särskilt veta',
  text: 'Förslaget',
  whole: 'Visa hela texten',
  /** Beside the name of a folded chapter. */
  holds: (sentences: number, views: number) =>
    [
      sentences === 1 ? '1 mening' : `${sentences} meningar`,
      ...(views === 0 ? [] : [views === 1 ? '1 synpunkt' : `${views} synpunkter`]),
    ].join(', '),
  partOfText: 'Det här är de delar som är ute på remiss. Rubriker utan text visar var delarna hör hemma.',
  give: 'Lämna synpunkt',
  about: (words: string) => (words.length > 50 ? `om: ${words.slice(0, 50).replace(/\s+\S*$/, '')} …` : `om: ${words}`),
  onSection: 'Lämna synpunkt på hela avsnittet',
  onWhole: 'Lämna synpunkt på hela förslaget',
  own: 'Era synpunkter',
  ownEmpty: 'Ni har inte lämnat någon synpunkt ännu. Välj en mening eller ett avsnitt i förslaget nedan.',
  answeredFor: (names: string) => `Du svarar för ${names}.`,
  view: 'Ett svar är en synpunkt. Det är aldrig ett godkännande, oavsett vem som lämnar det.',
  becomesPublic: 'När remissen är avslutad kan alla läsa synpunkterna, med organisationens namn men aldrig ditt.',
  becomesRead:
    'När remissen är avslutad kan alla tillfrågade läsa synpunkterna, med organisationens namn men aldrig ditt. När överenskommelsen är beslutad kan alla se att ni tillfrågades och hur många synpunkter ni lämnade.',
  late: 'Kom efter sista dagen',
  recalled: (day: string) => `Remissen är återkallad ${formatDate(day)}. Den går inte att svara på.`,
  isLate: 'Sista dagen har gått. Det går fortfarande att svara, men svaret märks som sent.',
  answer: 'Svar',
  noAnswer: 'Inte besvarad än',
  noRemarks: 'Vi har inget att erinra',
  noRemarksMeans: 'Inget att erinra betyder att ni inte har några synpunkter på förslaget. Det är inget godkännande.',
  done: 'Vi har lämnat alla våra synpunkter',
  replied: (stance: string) => `Ni har svarat: ${stance.toLowerCase()}.`,
  letter: {
    heading: 'Vill du svara?',
    text: 'De tillfrågade loggar in och svarar här. Alla andra svarar med brev, e-post eller ett besök:',
    steps: (title: string, day: string) => [
      'Hämta svarsblanketten, eller skriv ditt svar på ett eget papper.',
      `Skriv att det gäller remissen om ${title}.`,
      `Lämna eller skicka svaret till regionens eller kommunens registrator, senast ${formatDate(day)}.`,
    ],
    public:
      'Ditt svar blir en allmän handling: andra kan begära att få läsa det. Skriv därför inget om din egen eller andras hälsa, och inga personnummer.',
    afterwards:
      'Registratorn läser svaret och för in det här, utan namn på privatpersoner. Varje synpunkt får ett svar. Alla kan läsa dem när remissen är avslutad.',
    form: 'Hämta svarsblankett (Word)',
  },
  views: 'Alla synpunkter och svar',
  compilation: 'Sammanställning',
  draft: 'Arbetsversionen',
  saved: {
    synpunkt: 'Synpunkten är lämnad.',
    svar: 'Svaret är noterat.',
    oppnad: 'Remissen är skickad.',
    brev: 'Svaret är infört.',
    aterkallad: 'Remissen är återkallad. De tillfrågade får veta det.',
    forlangd: 'Remissen är förlängd. De tillfrågade får veta det.',
  } as Readonly<Record<string, string>>,
};

export const commentTexts = {
  title: 'Lämna synpunkt',
  lead: (place: string) => `Gäller: ${place}`,
  field: 'Synpunkt',
  hint: 'Skriv vad som borde ändras och varför. Skriv inget om enskilda personer.',
  receiver: 'Vem svarar du för?',
  submit: 'Lämna synpunkten',
};

export const enterTexts = {
  title: 'För in ett svar',
  lead: 'För brev, e-post eller det som sades på ett möte. En synpunkt i taget, så att var och en får sitt svar.',
  fromWhom: 'Vem kom det från?',
  fromWhomHint: 'Organisationens namn. Kom det från en privatperson, skriv Privatperson och aldrig ett namn.',
  cameOn: 'När kom det?',
  receiver: 'Är det någon av de tillfrågade?',
  notAsked: 'Nej, någon annan',
  place: 'Vad gäller det?',
  placeHint: 'Hela förslaget eller ett avsnitt.',
  text: 'Synpunkt',
  textHint: 'Återge det som står, men aldrig uppgifter om enskilda personer.',
  submit: 'För in svaret',
};

export const openTexts = {
  title: 'Skicka på remiss',
  lead: 'Texten skickas som den står nu. Ni kan fortsätta att skriva; synpunkterna följer sina meningar.',
  lastDay: 'Sista dag att svara',
  level: 'Vilken delaktighet erbjuder ni?',
  levelHint: 'De tillfrågade ser vad ni har valt.',
  isPublic: 'Vem får läsa förslaget?',
  closed: 'De tillfrågade och de som skriver',
  closedHint:
    'Ingen annan ser remissen medan den pågår. När överenskommelsen är beslutad ser alla vilka som tillfrågades och hur många synpunkter som kom, men inte vad någon skrev.',
  everyone: 'Alla',
  everyoneHint: 'Förslaget visas på sidan Remisser, och sammanställningen när remissen är avslutad.',
  receivers: 'Vilka frågar ni?',
  receiversHint: 'Välj minst en, om inte alla ska få läsa förslaget.',
  units: (organisation: string) => `Enheter: ${organisation}`,
  sections: 'Vilka avsnitt gäller det?',
  sectionsHint: 'Lämna tomt för att skicka hela texten.',
  sectionsGroup: 'Välj avsnitt',
  asks: 'Vad vill ni särskilt veta?',
  submit: 'Skicka remissen',
};

export const extendTexts = {
  title: 'Ge mer tid att svara',
  lead: (day: string) => `Sista dagen är nu ${formatDate(day)}. De tillfrågade får veta den nya dagen, och skälet står på remissens sida.`,
  lastDay: 'Ny sista dag att svara',
  reason: 'Varför?',
  reasonHint: 'Alla som får läsa remissen ser det.',
  submit: 'Förläng remissen',
  heading: 'Längre tid att svara',
  extended: (on: string, from: string, to: string) =>
    `${formatDate(on)}: sista dagen flyttad från ${formatDate(from)} till ${formatDate(to)}.`,
};

export const viewsTexts = {
  title: 'Synpunkter och svar',
  lead: (all: number, unanswered: number) =>
    all === 0
      ? 'Ingen synpunkt har kommit ännu.'
      : unanswered === 0
        ? `${all === 1 ? 'Synpunkten har' : `Alla ${all} synpunkter har`} fått svar.`
        : `${unanswered} av ${all} synpunkter väntar på svar.`,
  receivers: 'De tillfrågade',
  receiverColumns: ['Vem', 'Läst', 'Synpunkter', 'Har svarat'],
  notOpened: 'Inte öppnad',
  none: 'Nej',
  remark: 'Ett svar är en synpunkt, aldrig ett godkännande.',
  by: (name: string, on: string) => `${name}, ${formatDate(on)}`,
  entered: 'kom på annat sätt',
  anchored: {
    same: 'Texten är densamma nu.',
    changed: 'Nu står det',
    moved: 'Texten har flyttats. Nu står det',
    gone: 'Texten är borttagen.',
  },
  answer: 'Svar',
  dispose: 'Svara',
  change: 'Ändra svaret',
  earlier: 'Tidigare svar',
  closeHeading: 'Avsluta remissen',
  closeLead: 'Då blir synpunkterna och svaren läsbara för alla som får läsa remissen, och inget kan längre ändras.',
  recallHeading: 'Återkalla remissen',
  recallLead: 'Blev något fel? Så länge ingen har svarat kan du återkalla remissen och skicka en ny. De tillfrågade får veta det.',
  notYet: (reason: string) => `Remissen kan inte avslutas ännu. ${reason}`,
  enter: 'För in ett svar som kom på annat sätt',
  saved: 'Svaret är sparat.',
};

export const disposeTexts = {
  title: 'Svara på en synpunkt',
  lead: 'Den som lämnade synpunkten får veta svaret.',
  outcome: 'Vad gör ni?',
  reason: 'Varför?',
  reasonHint: 'Behövs inte om ni ändrar precis som det föreslås.',
  submit: 'Spara svaret',
};

export const compilationTexts = {
  title: 'Remissammanställning',
  lead: (all: number) =>
    all === 0 ? 'Ingen synpunkt kom in.' : all === 1 ? 'En synpunkt och vårt svar.' : `${all} synpunkter och våra svar, i textens ordning.`,
  notDone: 'Remissen pågår. Sammanställningen är inte färdig.',
  receivers: 'De tillfrågade',
  columns: ['Vem', 'Svar'],
  notAnswered: 'Inget svar',
  counted: (count: number) => (count === 1 ? '1 synpunkt' : `${count} synpunkter`),
  csv: 'Hämta som CSV',
  docx: 'Hämta som Word',
  pdf: 'Hämta som PDF',
  csvColumns: ['Plats', 'Text då', 'Från', 'Sort', 'Dag', 'Sent', 'Synpunkt', 'Svar', 'Skäl'],
  yes: 'Ja',
  no: 'Nej',
  letter: 'Kom på annat sätt',
  contents: 'Innehåll',
  page: 'Sida',
  of: 'av',
  late: 'kom efter sista dagen',
  answer: 'Svar',
  noAnswer: 'Inte besvarad än.',
  closedOn: (day: string) => `Avslutad ${formatDate(day)}`,
  fingerprintMeans: 'Två texter med samma kontrollsumma är lika, tecken för tecken.',
  facts: { state: 'Läge', lastDay: 'Svara senast', level: 'Delaktighet', fingerprint: 'Textens kontrollsumma' },
};

/** What is put into the demonstration. Invented. */
export const seedTexts = {
  asks: 'Är det tydligt vem som gör vad? Saknas något ur ett brukarperspektiv?',
  comments: [
    'Skriv ut vem som ringer först. I dag väntar båda på den andra.',
    'Lägg till att personen själv får välja vem som ska vara med.',
    'Bra att barnen nämns. Vi vill gärna vara med när det följs upp.',
  ],
  letter: 'Förklara orden. Alla vet inte vad en SIP är.',
  person: 'Privatperson',
  reasons: [
    'Arbetsgruppen skriver in att den som först får veta ringer.',
    'Det står redan i avsnittet om delaktighet.',
    'Vi tar med det i uppföljningen.',
    'Vi skriver ut förkortningarna första gången de nämns.',
  ],
  extension: 'Brukarrådet hinner då träffas en gång till efter helgerna.',
};

/** What waits for someone, in one line. */
export const awaitedTexts = {
  answer: (title: string) => `Svara på remissen om ${title}`,
  dispose: (title: string, count: number) => `${count === 1 ? 'En synpunkt' : `${count} synpunkter`} på ${title} väntar på svar`,
  close: (title: string) => `Avsluta remissen om ${title}`,
};
