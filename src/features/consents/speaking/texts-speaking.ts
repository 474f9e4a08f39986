import type { VoiceStop } from '../../../domain/consents/guardians.ts';
import type { JointAnswer } from '../../../domain/consents/joint-answer.ts';
import type { Decider } from '../../../domain/consents/maturity.ts';
import type { Matter, Representative } from '../../../domain/consents/representatives.ts';
import type { RefusalTexts } from '../../../platform/index.ts';
import type { guardianTurns } from './turn-guardian.ts';

export const deciderTexts: Readonly<Record<Decider, string>> = {
  guardians: 'Vårdnadshavarna svarar',
  together: 'Barnet och vårdnadshavarna svarar, var och en',
  child: 'Barnet svarar självt',
};

export const representativeTexts: Readonly<Record<Representative['kind'], string>> = {
  'god-man': 'God man',
  forvaltare: 'Förvaltare',
  'power-of-attorney': 'Fullmakt',
  'future-power-of-attorney': 'Framtidsfullmakt',
  relative: 'Närstående som personen har sagt ja till',
};

export const matterTexts: Readonly<Record<Matter, string>> = {
  read: 'Se planen',
  speak: 'Tycka till om planen',
  ask: 'Be om en plan eller om att den avslutas',
  consent: 'Svara på frågor om samtycke',
};

export const turnTexts: Readonly<Record<(typeof guardianTurns)[number], string>> = {
  'custody-ends': 'Vårdnaden upphör',
  'custody-begins': 'Vårdnaden börjar på nytt',
  'concealed-begins': 'Sekretess gäller mot vårdnadshavaren',
  'concealed-ends': 'Sekretess gäller inte längre mot vårdnadshavaren',
};

/** Why nobody can be said to answer. */
export const stopTexts: Readonly<Record<VoiceStop, string>> = {
  'age-unknown': 'Det går inte att säga vem som svarar: det är inte känt hur gammal personen är. Inget samtycke öppnar något än.',
  'maturity-not-assessed':
    'Det går inte att säga vem som svarar: ingen har bedömt om barnet är moget att svara. Inget samtycke öppnar något förrän det är gjort. Åldern avgör inte ensam.',
  'no-guardian-to-ask':
    'Det finns ingen vårdnadshavare att fråga. Inget samtycke öppnar något. Skriv in vem som har vårdnaden, eller ta frågan vidare till socialnämnden.',
};

/** How the answers of all stand together, where it is worth saying. */
export const jointTexts: Readonly<Record<JointAnswer['answer'], string | undefined>> = {
  given: 'Alla har sagt ja.',
  partly: 'Alla har sagt ja, någon bara till en del.',
  declined: 'Det är ett nej: någon vars ja behövs har sagt nej.',
  withdrawn: 'Det är ett nej: någon vars ja behövs har tagit tillbaka sitt ja.',
  'cannot-consent': 'De som är kvar att fråga kan inte ta ställning.',
  waiting: 'Alla har inte svarat än. Till dess öppnas ingenting.',
  'guardians-disagree':
    'Vårdnadshavarna är oense: en säger ja och en säger nej. Till dess de är överens öppnas ingenting. Socialnämnden kan i vissa fall besluta att en vårdnadshavares ja räcker (FB 6 kap. 13 a §).',
  'nobody-to-ask': undefined,
};

export const speakingTexts = {
  heading: 'Vem som svarar',
  stops: 'Här tar det stopp',
  adult: 'Personen svarar själv.',
  adultWith: 'Personen svarar själv, eller genom sin företrädare. Personens eget nej går före.',
  columns: ['Vem', 'Får planen göras?', 'Vem får veta vad?'],
  guardians: 'Vårdnadshavare',
  representatives: 'Företrädare',
  asked: 'Har vårdnaden',
  noCustody: 'Har inte vårdnaden nu. Frågas inte.',
  concealed: 'Sekretess gäller mot vårdnadshavaren. Frågas inte.',
  judged: (what: string, day: string) => `${what}, enligt bedömning ${day}.`,
  ends: (day: string) => `till och med ${day}`,
  over: 'Uppdraget är slut.',
  person: 'Personen själv',
  unknown: 'Okänd',
  adds: {
    guardian: 'Skriv in en vårdnadshavare',
    maturity: 'Skriv ner vem som bestämmer om barnets uppgifter',
    representative: 'Skriv in en företrädare',
  },
  change: 'Ändra',
  end: 'Avsluta uppdraget',
  login: 'Inloggning',
  logsIn: 'Kan logga in.',
  noLogin: 'Kan inte logga in.',
  reads: (parts: string) => `Läser: ${parts}.`,
  readsNothing: 'Läser inget i planen.',
  ofAge: 'När barnet fyller 18 slutar vårdnadshavarnas svar att gälla. Fråga då personen själv på nytt.',
};

export const speakingForm = {
  name: 'Namn',
  born: 'Barnets födelsedag',
  bornHint: 'Behövs bara när barnet inte har något personnummer. Skriv ÅÅÅÅ-MM-DD.',
  evidence: 'Hur vet du det?',
  evidenceHint: 'Till exempel registerutdrag eller beslut, med datum.',
  from: 'Från vilken dag?',
  until: 'Till och med vilken dag?',
  on: 'Vilken dag?',
  dayHint: 'Skriv ÅÅÅÅ-MM-DD.',
  guardian: { title: 'Skriv in en vårdnadshavare', lead: 'Varje vårdnadshavare svarar för sig. Skriv bara in den som har vårdnaden.' },
  turn: {
    title: 'Ändra om vårdnadshavaren',
    lead: 'Den som inte har vårdnaden, eller mot vilken sekretess gäller, frågas inte.',
    what: 'Vad har hänt?',
  },
  maturity: {
    title: 'Vem bestämmer om barnets uppgifter?',
    lead: 'Bedöm barnets ålder och mognad. Lagen har ingen åldersgräns för det.',
    decides: 'Vem svarar på frågor om samtycke?',
  },
  representative: {
    title: 'Skriv in en företrädare',
    lead: 'Ett uppdrag gäller det som står i det och har alltid ett slut. Personens eget nej går före.',
    kind: 'Vad för slags företrädare?',
    matters: 'Vad gäller uppdraget?',
    kinds: 'Vilka delar av planen får företrädaren läsa med egen inloggning?',
    kindsHint: 'Kryssa bara för det som uppdraget omfattar. Det du inte kryssar för är stängt.',
  },
  end: {
    title: 'Avsluta uppdraget',
    lead: 'Uppdraget slutar gälla genast. Svar som företrädaren har lämnat räknas inte längre.',
    submit: 'Avsluta uppdraget',
  },
  login: {
    title: 'Inloggning för',
    lead: 'Den som loggar in med numret ser det som vårdnaden eller uppdraget öppnar, och svarar i sitt eget namn. Det gäller genast. Numret sparas så att ingen kan läsa det.',
    number: 'Personnummer',
    numberHint: 'Kontrollera det noga mot en legitimation. Lämna tomt om personen inte längre ska kunna logga in.',
  },
  submit: 'Spara',
};

/** Why somebody cannot be written in, for people. */
export const speakingRefusals: RefusalTexts = {
  'speaker-not-found': {
    status: 404,
    title: 'Personen finns inte här',
    detail: () => 'Det finns ingen sådan vårdnadshavare eller företrädare.',
  },
  'speaker-not-asked': {
    status: 422,
    title: 'Den personen svarar inte nu',
    detail: () => 'Välj någon som har vårdnaden eller ett uppdrag som gäller samtycke nu.',
    at: () => '/giver',
  },
  'speaker-number-invalid': {
    status: 422,
    title: 'Numret stämmer inte',
    detail: () => 'Skriv personnumret med tolv siffror, så här: ÅÅÅÅMMDD-NNNN.',
    at: () => '/number',
  },
  'judged-later': { status: 422, title: 'Dagen har inte varit än', detail: () => 'Skriv den dag då bedömningen gjordes.', at: () => '/on' },
};
