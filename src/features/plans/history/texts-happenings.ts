import type { Outcome } from '../../../domain/plans/follow-up.ts';
import type { HappeningKind } from '../../../domain/plans/happenings.ts';
import { annulmentTexts } from '../copies/texts-copies.ts';
import { outcomeTexts } from '../following/texts-following.ts';
import { initiatorTexts, partTexts } from '../texts.ts';
import { type HappeningWords, word } from './happening-words.ts';

const duties = {
  overall: 'Ansvaret för helheten',
  coordinator: 'Samordnare',
  'follow-up': 'Dag för uppföljning',
  participation: 'Personens delaktighet',
  'others-asked': 'Insatser av andra',
  'huvudman-none': 'En huvudman utan insatser',
};
const meetings = { set: 'Ett möte är bestämt eller flyttat', 'called-off': 'Ett möte är inställt', held: 'Ett möte har hållits' };
const questions = {
  'make-plan': 'om planen får göras',
  'lift-secrecy': 'om vem som får veta vad',
  'invite-outside': 'om att bjuda in andra',
  'shared-documentation': 'om sammanhållen journal',
};
const given = { given: 'ja', partly: 'ja, delvis', declined: 'nej', cannot: 'kan inte ta ställning' };
const summoned = {
  yes: 'kommer',
  'other-time': 'vill ha en annan tid',
  substitute: 'skickar en ersättare',
  'wrong-receiver': 'är fel mottagare',
  no: 'kommer inte',
};
const tasks = {
  requested: 'är tillfrågad om',
  received: 'har tagit emot',
  accepted: 'har sagt ja till',
  rejected: 'har sagt nej till',
  cancelled: 'ska inte längre göra',
  'in-progress': 'har börjat med',
  'on-hold': 'har pausat',
  completed: 'är klar med',
  failed: 'kunde inte göra',
};
const answered = { approved: 'Personen säger ja', objects: 'Personen säger nej', commented: 'Personen kommenterar' };
const sheets = { checks: 'Vad ni har frågat', attitude: 'Personens inställning', discharge: 'Vad som har hänt kring utskrivningen' };
const handed = { accepted: 'tog över ansvaret för helheten', declined: 'sa nej till ansvaret för helheten' };
const speakers = {
  guardian: 'En vårdnadshavare är inskriven',
  custody: 'En vårdnad har ändrats',
  concealed: 'Sekretess mot en vårdnadshavare har ändrats',
  maturity: 'Barnets mognad är bedömd',
  representative: 'En företrädare är inskriven',
  ended: 'En företrädares uppdrag är slut',
};

const copyTo = (unit: string | undefined) => (unit === undefined ? 'personen själv' : unit);

/** What has happened, for staff. */
export const happeningTexts: HappeningWords = {
  initiative: ({ says }) => `Behovet är påtalat av: ${word(initiatorTexts, says, 'någon').toLowerCase()}`,
  assessment: ({ says }) => (says === 'needed' ? 'En huvudman bedömer att planen behövs' : 'En huvudman bedömer att planen inte behövs'),
  text: ({ ref }) => `Ny text: ${(partTexts as Readonly<Record<string, { label: string }>>)[ref]?.label ?? 'förberedelsen'}`,
  spoken: () => 'En vårdnadshavare eller företrädare har skrivit i planen',
  party: ({ unit = 'En enhet' }) => `${unit} är med i planen`,
  meeting: ({ says }) => word(meetings, says, 'Mötet är ändrat'),
  attendance: () => 'Det är antecknat vilka som kom till mötet',
  notes: () => 'Anteckningar från mötet',
  called: ({ name, unit, says }) => `${says === 'summons' ? 'Kallad' : 'Inbjuden'}: ${unit ?? name ?? 'någon utanför'}`,
  answer: ({ name, unit, says }) => `${name ?? unit ?? 'Någon'} ${word(summoned, says, 'har svarat')}`,
  goal: ({ dropped, name }) => (dropped ? 'Ett mål är borttaget' : `Mål: ${name ?? 'borttaget sedan dess'}`),
  measure: ({ dropped, name }) => (dropped ? 'En insats är borttagen' : `Insats: ${name ?? 'borttagen sedan dess'}`),
  duty: ({ ref }) => `Ändrat: ${word(duties, ref, 'vem som ansvarar').toLowerCase()}`,
  'change-answer': ({ says, name, ref }) =>
    says === 'not-asked'
      ? `Personen är inte tillfrågad: ${name ?? word(duties, ref, 'något i planen').toLowerCase()}`
      : `${word(answered, says, 'Personen har svarat')}: ${name ?? word(duties, ref, 'något som är borttaget').toLowerCase()}`,
  sheet: ({ ref }) => word(sheets, ref, 'En anteckning om planen'),
  adjustment: ({ unit = 'En enhet' }) => `${unit} har justerat vårdplanen`,
  task: ({ says, unit = 'En enhet', name }) =>
    `${unit} ${word(tasks, says, 'har svarat om')} ${name ? `uppdraget ”${name}”` : 'ett uppdrag'}`,
  'follow-up': ({ says }) => `Planen är uppföljd. ${outcomeTexts[says as Outcome] ?? ''}`.trim(),
  'own-view': ({ name }) => `Personen har sagt hur det går: ${name ?? 'något som är borttaget'}`,
  consent: ({ ref, says }) => `Svar ${word(questions, ref, 'om samtycke')}: ${word(given, says, 'svarat')}`,
  withdrawal: ({ ref, says }) =>
    `${says === 'part' ? 'En del av ett svar' : 'Ett svar'} ${word(questions, ref, 'om samtycke')} är taget tillbaka`,
  disclosure: ({ unit = 'En enhet' }) => `${unit} får läsa delar av planen genom ett beslut enligt lag`,
  'disclosure-ended': ({ unit = 'en enhet' }) => `Beslutet enligt lag om ${unit} gäller inte längre`,
  'disclosure-reviewed': ({ says }) =>
    says === 'right' ? 'Ett beslut enligt lag är granskat: rätt' : 'Ett beslut enligt lag är granskat: fel, och avslutat',
  copy: ({ number, unit, says }) =>
    says === 'withheld'
      ? `Version ${number} skickades inte till ${copyTo(unit)}: inget fick delas`
      : `Version ${number} är skickad till ${copyTo(unit)}`,
  'copy-received': ({ number, unit }) => `Version ${number} är mottagen av ${copyTo(unit)}`,
  'copy-annulled': ({ number, unit, says }) =>
    `Kopian av version ${number} till ${copyTo(unit)} är återkallad. ${word(annulmentTexts, says, '')}`.trim(),
  speaker: ({ says }) => word(speakers, says, 'Vem som talar för personen är ändrat'),
  'hand-over': ({ unit = 'En annan huvudman' }) => `${unit} är tillfrågad om ansvaret för helheten`,
  'hand-over-answer': ({ says, unit = 'Den tillfrågade' }) =>
    says === 'withdrawn'
      ? 'Frågan om ansvaret för helheten är återtagen'
      : `${unit} ${word(handed, says, 'har svarat om ansvaret för helheten')}`,
  'closing-wish': ({ says }) => (says === 'wants' ? 'Personen vill avsluta planen' : 'Personen vill fortsätta med planen'),
  survey: ({ says }) => (says === 'individual' ? 'Personen har hämtat en kod till enkäten' : 'Koder till enkäten är utdelade'),
  version: ({ number }) => `Version ${number} är upprättad`,
  closing: () => 'Planen är avslutad',
  notification: () => 'Er enhet har antecknat en anmälan enligt lag',
};

/** Where on the page of the plan it stands; a thing that is not here stands on a page of its own. */
export const happeningPlaces: Readonly<Partial<Record<HappeningKind, string>>> = {
  initiative: '#behov',
  assessment: '#behov',
  text: '#forberedelse',
  spoken: '#forberedelse',
  party: '#enheter',
  meeting: '#mote',
  attendance: '#mote',
  notes: '#mote',
  called: '#mote',
  answer: '#mote',
  goal: '#mal',
  measure: '#insatser',
  duty: '#ansvar',
  'change-answer': '#svar',
  adjustment: '#vardplan',
  task: '#insatser',
  'follow-up': '#uppfoljning',
  'own-view': '#uppfoljning',
  'closing-wish': '#uppfoljning',
  closing: '#uppfoljning',
  copy: '#kopior',
  'copy-received': '#kopior',
  'copy-annulled': '#kopior',
  'hand-over': '#overlamning',
  'hand-over-answer': '#overlamning',
  version: '#insatser',
  notification: '#anmala',
};
